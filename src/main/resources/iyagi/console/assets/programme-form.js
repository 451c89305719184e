// The form in which something is planned. What nobody has touched stays exactly as it was.
import { ask, by, make } from "./shell.js";
import * as items from "./programme-items.js";
import { language, say } from "./words.js";

const KEYS = { title: "title", date: "date", start: "start", "from-day": "from", "until-day": "until",
  "hello-words": "hello-words", "goodbye-words": "goodbye-words", "announcement-words": "announcement-words" };
/** Stands for own words in a list of stories; no story has such a name. */
const OWN = "/";
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

/** Asks for own words only where they are said. */
function ownWords(which) {
  const own = by(which).value === OWN;
  by(`${which}-field`).hidden = !own;
  by(`${which}-words`).required = own;
}

/** What begins or ends a plan, as the form has it. */
function around(which) {
  const own = by(which).value === OWN;
  return { [which]: own ? which : by(which).value, ...(own && { [`${which}-words`]: text(`${which}-words`) }) };
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
      clearTimeout(waiting);
      waiting = setTimeout(look, 300);
    });
  }
  // What was said of the form before holds no longer, and "all the same" would keep what was there then.
  by("form").addEventListener("input", () => wrong(null));
  by("form").addEventListener("click", event => { if (event.target.closest("fieldset button")) wrong(null); });
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
  for (const which of ["hello", "goodbye"]) {
    items.choose(by(which), plan[`${which}-words`] ? OWN : plan[which], [[which, say(`planning.usual-${which}`)], [OWN, say("planning.own-words")], ["", say("planning.none")]]);
    ownWords(which);
  }
  fill("materials", plan.materials.join("\n"));
  by("short-name").textContent = say("planning.short-name", { id: plan.id });
  repeats();
  items.open(plan.items);
  wrong(null);
  by("clash").hidden = true;
  by("plan").showModal();
}

/** What is written in several lines is said in one. */
const text = id => touched(id) ? by(id).value.trim().replaceAll(/\s*\n\s*/g, " ") : plan[KEYS[id]];

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
    "grace-minutes": Number(by("grace").value), ...around("hello"), items: items.now(), ...around("goodbye"), materials,
    ...(text("announcement-words") && { "announcement-words": text("announcement-words") }),
    ...(by("manner").value && { manner: by("manner").value }) };
}

by("repeat").addEventListener("change", repeats);
// The focus stays: with the arrow keys this is only passed on the way to the next entry.
for (const which of ["hello", "goodbye"]) by(which).addEventListener("change", () => ownWords(which));
by("cancel").addEventListener("click", () => by("plan").close());
