import { ask, attempt, by, icon, make, spokenIn, tell } from "./shell.js";
import { date as when, language, say } from "./words.js";

const DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const MONDAY = Date.UTC(2024, 0, 1);
const day = (iso, options) => when(`${iso}T12:00:00Z`, { timeZone: "UTC", ...options });
const clock = time => when(`2024-01-01T${time.slice(0, 5)}:00Z`, { timeZone: "UTC", hour: "numeric", minute: "2-digit" });
const weekday = name => when(MONDAY + DAYS.indexOf(name) * 864e5, { timeZone: "UTC", weekday: "long" });
const plus = (iso, days) => new Date(Date.parse(iso) + days * 864e5).toISOString().slice(0, 10);
const stories = (await attempt(() => ask("GET", "/api/now/stories"))) ?? [];
let shown = null;
let week = new URLSearchParams(location.search).get("week") ?? "";
let plan = null;
let items = [];

/** What a person calls a story, a song or a question of a plan. */
function called(item) {
  const name = item.story ?? item.song;
  if (item.question) return item.question;
  if (item.stretch) return say("programme.item-stretch");
  const title = stories.find(story => story.name === name)?.title ?? name;
  return item.song ? say("programme.item-song", { title }) : title;
}

const button = (text, act, attributes = {}) => make("button", { type: "button", class: "quiet", onclick: act, ...attributes }, text);

function meeting(each, date) {
  const planned = shown.programme.plans.find(plan => plan.id === each.plan);
  const why = each.reason ? say(`programme.reason-${each.reason}`) : "";
  const state = make("p", { class: "state" }, say(`programme.state-${each.state}`), why ? ` – ${why}` : "");
  const title = planned ? button(each.title, () => edit(planned), { class: "quiet title" }) : make("p", { class: "title" }, each.title);
  const line = make("li", { class: "meeting", "data-state": each.state }, make("p", { class: "time" }, clock(each.start)), title, state);
  if (planned) line.append(make("a", { href: `/sheet?plan=${each.plan}&date=${date}` }, say("programme.sheet")));
  return line;
}

function showWeek() {
  by("week").replaceChildren(...shown.week.map(each => {
    const today = each.date === shown.today;
    const head = make("h2", {}, day(each.date, { weekday: "short", month: "numeric", day: "numeric" }));
    const column = make("li", { class: "day card", "data-date": each.date, "aria-current": today && "date" }, head);
    if (today) column.append(make("p", { class: "today" }, say("programme.today")));
    if (each.holiday) column.append(make("p", { class: "holiday" }, each.holiday));
    column.append(make("ul", { class: "plain" }, ...each.meetings.map(one => meeting(one, each.date))));
    if (each.meetings.length === 0) column.lastChild.remove();
    return column;
  }));
  const range = new Intl.DateTimeFormat(language, { timeZone: "UTC", dateStyle: "long" });
  by("week-title").textContent = range.formatRange(new Date(shown.week[0].date), new Date(shown.week[6].date));
}

/** On which days a plan is, in words. */
const days = plan => plan.weekly ? say("programme.every", { day: weekday(plan.weekly) }) : day(plan.date, { dateStyle: "full" });

function showPlans() {
  by("no-plans").hidden = shown.programme.plans.length > 0;
  by("plans").replaceChildren(...shown.programme.plans.map(plan => {
    const words = make("p", {}, make("strong", {}, plan.title), make("br"), `${days(plan)}, ${clock(plan.start)} · `, plan.items.map(called).join(", "));
    return make("li", { class: "entry", "data-plan": plan.id }, words, make("div", { class: "acts" },
      button(say("programme.change"), () => edit(plan), { "aria-label": say("programme.change-of", { title: plan.title }) }),
      button(say("programme.start-now"), () => startNow(plan), { "aria-label": say("programme.start-of", { title: plan.title }) }),
      make("a", { class: "button quiet", href: `/sheet?plan=${plan.id}`, "aria-label": say("programme.sheet-of", { title: plan.title }) }, say("programme.sheet")),
      button(say("programme.remove"), () => change(all => { all.plans = all.plans.filter(each => each.id !== plan.id); }), { "aria-label": say("programme.remove-of", { title: plan.title }) })));
  }));
}

function entries(list, all, words, key) {
  by(list).replaceChildren(...all.map((each, index) => make("li", { class: "entry" }, make("p", {}, words(each)),
    button(say("programme.remove"), () => change(programme => programme[key].splice(index, 1)), { "aria-label": say("programme.remove-of", { title: words(each) }) }))));
}

function show() {
  showWeek();
  showPlans();
  const dates = new Intl.DateTimeFormat(language, { timeZone: "UTC", dateStyle: "medium" });
  entries("holidays", shown.programme.holidays, each => `${each.name}: ${dates.formatRange(new Date(each.from), new Date(each.until))}`, "holidays");
  entries("quiet", shown.programme["quiet-hours"], each => `${clock(each.from)} – ${clock(each.to)}`, "quiet-hours");
  by("mistakes").hidden = shown.problems.length === 0;
  by("mistakes-list").replaceChildren(...shown.problems.map(problem => make("li", { lang: "en" }, problem)));
  by("no-clock").hidden = shown.clockKnown;
}

async function load() {
  const got = await attempt(() => ask("GET", `/api/programme?week=${week}`));
  if (got) {
    shown = got;
    show();
  }
  return got;
}

function go(to) {
  week = to;
  history.replaceState(null, "", week ? `?week=${week}` : "/programme");
  return load();
}

/** Sends the programme with a change as the next revision; what is shown stays if that is refused. */
async function change(how, trouble = tell) {
  const programme = structuredClone(shown.programme);
  how(programme);
  programme.revision += 1;
  try {
    await ask("PUT", "/api/programme", programme);
  } catch (problem) {
    trouble(problem);
    return false;
  }
  tell(null);
  await load();
  by("status").textContent = say("programme.saved");
  return true;
}

const startNow = plan => attempt(async () => {
  await ask("POST", "/api/programme/start", { plan: plan.id });
  by("status").textContent = say("programme.started", { title: plan.title });
});

function showItems() {
  by("no-items").hidden = items.length > 0;
  by("items").replaceChildren(...items.map((item, index) => {
    const name = called(item);
    const swap = () => { [items[index - 1], items[index]] = [items[index], items[index - 1]]; showItems(); };
    const up = make("button", { type: "button", class: "quiet", disabled: index === 0, "aria-label": say("programme.up", { title: name }), onclick: swap }, "↑");
    const out = make("button", { type: "button", class: "quiet icon", "aria-label": say("programme.remove-of", { title: name }), onclick: () => { items.splice(index, 1); showItems(); } }, icon("minus"));
    return make("li", { class: "entry" }, make("span", {}, `${index + 1}. ${name}`), make("span", {}, up, out));
  }));
}

function wrong(problem) {
  const reasons = problem?.args?.reasons ?? [];
  by("wrong").hidden = !problem;
  by("wrong").replaceChildren(...(problem ? [make("p", {}, problem.message), make("ul", {}, ...reasons.map(reason => make("li", { lang: "en" }, reason)))] : []));
}

function repeats() {
  by("date-field").hidden = by("repeat").value !== "";
  by("date").required = by("repeat").value === "";
}

function edit(old) {
  plan = old;
  items = structuredClone(old?.items ?? []);
  by("title").value = old?.title ?? "";
  by("repeat").value = old ? old.weekly ?? "" : "tuesday";
  by("date").value = old?.date ?? shown.today;
  by("start").value = old?.start.slice(0, 5) ?? "10:30";
  by("minutes").value = old?.minutes ?? 25;
  by("language-of").value = old?.language ?? language;
  by("hello").checked = old?.hello !== "";
  by("goodbye").checked = old?.goodbye !== "";
  by("materials").value = (old?.materials ?? []).join("\n");
  repeats();
  showItems();
  wrong(null);
  by("plan").showModal();
}

/** A plan as the form has it; what the form does not show stays as it was. */
function filled() {
  const { date, weekly, from, until, ...rest } = plan ?? { id: free(), "grace-minutes": 15 };
  const repeat = by("repeat").value;
  const on = repeat === "" ? { date: by("date").value } : { weekly: repeat, ...(weekly === repeat && { ...(from && { from }), ...(until && { until }) }) };
  return { ...rest, ...on, items, title: by("title").value.trim(), start: by("start").value, minutes: Number(by("minutes").value),
    language: by("language-of").value, hello: by("hello").checked ? plan?.hello || "hello" : "", goodbye: by("goodbye").checked ? plan?.goodbye || "goodbye" : "",
    materials: by("materials").value.split("\n").map(line => line.trim()).filter(line => line) };
}

function free() {
  const ids = shown.programme.plans.map(each => each.id);
  let count = 1;
  while (ids.includes(`plan-${count}`)) count++;
  return `plan-${count}`;
}

by("form").addEventListener("submit", async event => {
  event.preventDefault();
  if (items.length === 0) return wrong({ message: say("programme.needs-items") });
  const mine = filled();
  const kept = await change(all => {
    const at = all.plans.findIndex(each => each.id === mine.id);
    all.plans.splice(at < 0 ? all.plans.length : at, 1, mine);
  }, wrong);
  if (kept) by("plan").close();
});
by("cancel").addEventListener("click", () => by("plan").close());
by("add").addEventListener("click", () => edit(null));
by("repeat").append(...DAYS.map(name => make("option", { value: name }, say("programme.every", { day: weekday(name) }))), make("option", { value: "" }, say("programme.once")));
by("repeat").addEventListener("change", repeats);
by("story").append(...stories.map(story => { const option = make("option", { value: story.name }, story.title); spokenIn(option, story.language); return option; }));
const adds = kind => () => { if (by("story").value) items.push({ [kind]: by("story").value }); showItems(); };
by("add-story").addEventListener("click", adds("story"));
by("add-song").addEventListener("click", adds("song"));
by("add-stretch").addEventListener("click", () => { items.push({ stretch: "stretch" }); showItems(); });
by("holiday").addEventListener("submit", async event => {
  event.preventDefault();
  const from = by("holiday-from").value;
  const days = { from, until: by("holiday-until").value || from, name: by("holiday-name").value.trim() };
  if (await change(all => all.holidays.push(days))) event.target.reset();
});
by("hours").addEventListener("submit", async event => {
  event.preventDefault();
  const hours = { from: by("hours-from").value, to: by("hours-to").value };
  if (await change(all => all["quiet-hours"].push(hours))) event.target.reset();
});
by("before").addEventListener("click", () => shown && go(plus(shown.week[0].date, -7)));
by("after").addEventListener("click", () => shown && go(plus(shown.week[0].date, 7)));
by("this-week").addEventListener("click", () => go(""));
load();
