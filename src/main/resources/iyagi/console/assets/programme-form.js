// The form in which something is planned. What nobody has touched stays exactly as it was.
import { ask, by, make } from "./shell.js";
import * as items from "./programme-items.js";
import { language, say } from "./words.js";

const KEYS = { title: "title", date: "date", start: "start", "from-day": "from", "until-day": "until" };
let plan = null;
let first = {};

const touched = id => by(id).value !== first[id];

function fill(id, value) {
  by(id).value = value;
  first[id] = by(id).value;
}

/** Shows only what belongs to one day, or to every week. */
function repeats() {
  const once = by("repeat").value === "";
  by("date-field").hidden = !once;
  by("date").required = once;
  by("weeks-field").hidden = once;
}

/** Says why it was not kept. */
export function wrong(problem) {
  const reasons = problem?.args?.reasons ?? [];
  by("wrong").hidden = !problem;
  by("wrong").replaceChildren(...(problem ? [make("p", {}, problem.message), make("ul", {}, ...reasons.map(reason => make("li", {}, reason)))] : []));
}

/** What holidays and quiet hours take of the plan, as the robot says it. */
export const clashes = async (shown, mine) => {
  const programme = structuredClone(shown.programme);
  const at = programme.plans.findIndex(each => each.id === mine.id);
  programme.plans.splice(at < 0 ? programme.plans.length : at, 1, mine);
  return (await ask("POST", "/api/programme/losses", programme)).own;
};

const lines = found => found.map(each => make("li", { lang: each.language }, each.text));

/** Has it confirmed; keep is called if it is wanted all the same. */
export function warn(found, keep) {
  by("wrong").hidden = false;
  by("clash").hidden = true;
  by("wrong").replaceChildren(make("ul", {}, ...lines(found)), make("p", {}, make("button", { type: "button", id: "save-anyway", onclick: keep }, say("planning.save-anyway"))));
}

/** Tells it while the time is chosen; a form that is not filled yet is told nothing. */
export function watch(shown) {
  let asked = 0;
  let waiting = 0;
  async function look() {
    const mine = ++asked;
    const found = await clashes(shown(), { ...filled(), title: "-", items: [{ stretch: "stretch" }], materials: [] }).catch(() => []);
    if (mine !== asked) return;
    by("clash").hidden = found.length === 0;
    by("clash").replaceChildren(make("ul", {}, ...lines(found)));
  }
  for (const id of ["repeat", "date", "start", "from-day", "until-day", "minutes"]) {
    by(id).addEventListener("input", () => {
      wrong(null);
      clearTimeout(waiting);
      waiting = setTimeout(look, 300);
    });
  }
  by("plan").addEventListener("close", () => { clearTimeout(waiting); asked++; });
}

/** Opens the form for a plan, or for a new one that is free to use an id. */
export function edit(old, today, free) {
  plan = old ?? { id: free, language, weekly: "tuesday", start: "10:30", minutes: 25, "grace-minutes": 15, hello: "hello", items: [], goodbye: "goodbye", materials: [] };
  first = {};
  fill("repeat", plan.weekly ?? "");
  for (const [id, key] of Object.entries(KEYS)) fill(id, plan[key] ?? (id === "date" ? today : ""));
  fill("minutes", plan.minutes);
  fill("grace", plan["grace-minutes"]);
  if (![...by("language-of").options].some(option => option.value === plan.language)) by("language-of").append(make("option", { value: plan.language }, plan.language));
  fill("language-of", plan.language);
  fill("manner", plan.manner ?? "");
  items.choose(by("hello"), plan.hello, [["hello", say("planning.usual-hello")], ["", say("planning.none")]]);
  items.choose(by("goodbye"), plan.goodbye, [["goodbye", say("planning.usual-goodbye")], ["", say("planning.none")]]);
  fill("materials", plan.materials.join("\n"));
  by("short-name").textContent = say("planning.short-name", { id: plan.id });
  repeats();
  items.open(plan.items);
  wrong(null);
  by("clash").hidden = true;
  by("plan").showModal();
}

const text = id => touched(id) ? by(id).value.trim() : plan[KEYS[id]];

/** On which days, as the form has it. */
function when() {
  if (by("repeat").value === "") return { date: plan.date && !touched("date") ? plan.date : by("date").value };
  const from = text("from-day");
  const until = text("until-day");
  return { weekly: by("repeat").value, ...(from && { from }), ...(until && { until }) };
}

/** A plan as the form has it. */
export function filled() {
  const materials = touched("materials") ? by("materials").value.split("\n").map(line => line.trim()).filter(line => line) : plan.materials;
  return { id: plan.id, title: text("title"), language: by("language-of").value, ...when(), start: text("start"), minutes: Number(by("minutes").value),
    "grace-minutes": Number(by("grace").value), hello: by("hello").value, items: items.now(), goodbye: by("goodbye").value, materials,
    ...(by("manner").value && { manner: by("manner").value }) };
}

by("repeat").addEventListener("change", repeats);
by("cancel").addEventListener("click", () => by("plan").close());
