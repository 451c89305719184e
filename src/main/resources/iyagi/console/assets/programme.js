import { ask, attempt, by, make, Problem, tell } from "./shell.js";
import * as days from "./programme-days.js";
import * as form from "./programme-form.js";
import * as items from "./programme-items.js";
import { day, here, say, time } from "./words.js";

const DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const at = iso => new Date(`${iso}T12:00:00`);
const clock = start => time(new Date(`2024-01-01T${start.slice(0, 5)}:00`));
const when = (value, options) => new Intl.DateTimeFormat(here, options).format(value);
const weekday = name => when(new Date(2024, 0, 1 + DAYS.indexOf(name)), { weekday: "long" });
const plus = (iso, days) => new Date(Date.parse(iso) + days * 864e5).toISOString().slice(0, 10);
let shown = null;
let week = new URLSearchParams(location.search).get("week") ?? "";
const button = (text, act, attributes = {}) => make("button", { type: "button", class: "quiet", onclick: act, ...attributes }, text);

function meeting(each, date) {
  const planned = shown.programme.plans.find(plan => plan.id === each.plan);
  const why = each.reason ? say(`programme.reason-${each.reason}`) : "";
  const state = make("p", { class: "state" }, say(`programme.state-${each.state}`), why ? ` – ${why}` : "");
  const forWhom = each.manner ? make("p", { class: "manner" }, say(`now.manner-${each.manner}`)) : "";
  const title = planned ? button(each.title, () => edit(planned), { class: "quiet title" }) : make("p", { class: "title" }, each.title);
  const line = make("li", { class: "meeting", "data-state": each.state }, make("p", { class: "time" }, clock(each.start)), title, forWhom, state);
  if (planned) line.append(make("a", { href: `/sheet?plan=${each.plan}&date=${date}` }, say("programme.sheet")));
  return line;
}

function showWeek() {
  by("week").replaceChildren(...shown.week.map(each => {
    const today = each.date === shown.today;
    const head = make("h2", {}, when(at(each.date), { weekday: "short", month: "numeric", day: "numeric" }));
    const column = make("li", { class: "day card", "data-date": each.date, "aria-current": today && "date" }, head);
    if (today) column.append(make("p", { class: "today" }, say("programme.today")));
    if (each.holiday) column.append(make("p", { class: "holiday" }, each.holiday));
    column.append(make("ul", { class: "plain" }, ...each.meetings.map(one => meeting(one, each.date))));
    if (each.meetings.length === 0) column.lastChild.remove();
    return column;
  }));
  by("week-title").textContent = new Intl.DateTimeFormat(here, { dateStyle: "long" }).formatRange(at(shown.week[0].date), at(shown.week[6].date));
}

/** On which days a plan is, in words. */
function onDays(plan) {
  if (!plan.weekly) return day(at(plan.date));
  const from = plan.from ? say("planning.from-day", { day: day(at(plan.from)) }) : "";
  const until = plan.until ? say("planning.until-day", { day: day(at(plan.until)) }) : "";
  return [say("programme.every", { day: weekday(plan.weekly) }), from, until].filter(Boolean).join(" ");
}

/** Everything of a plan that a person plans by, in a few lines. */
function words(plan) {
  const forWhom = plan.manner ? ` · ${say(`now.manner-${plan.manner}`)}` : "";
  return make("p", {}, make("strong", {}, plan.title), make("br"), `${onDays(plan)}, ${clock(plan.start)}${forWhom}`, make("br"),
    plan.items.map(item => items.called(item, plan.language)).join(" · "));
}

function showPlans() {
  by("no-plans").hidden = shown.programme.plans.length > 0;
  by("plans").replaceChildren(...shown.programme.plans.map(plan => {
    return make("li", { class: "entry", "data-plan": plan.id }, words(plan), make("div", { class: "acts" },
      button(say("programme.change"), () => edit(plan), { "aria-label": say("programme.change-of", { title: plan.title }) }),
      button(say("programme.start-now"), () => startNow(plan), { "aria-label": say("programme.start-of", { title: plan.title }) }),
      make("a", { class: "button quiet", href: `/sheet?plan=${plan.id}`, "aria-label": say("programme.sheet-of", { title: plan.title }) }, say("programme.sheet")),
      button(say("programme.remove"), () => change(all => { all.plans = all.plans.filter(each => each.id !== plan.id); }), { "aria-label": say("programme.remove-of", { title: plan.title }) })));
  }));
}

const showDays = days.ready(() => shown, change);

function show() {
  showWeek();
  showPlans();
  showDays();
  by("mistakes").hidden = shown.problems.length === 0;
  by("mistakes-list").replaceChildren(...shown.problems.map(problem => make("li", {}, problem)));
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

const edit = plan => form.edit(plan, shown.today, shown.free);

by("form").addEventListener("submit", async event => {
  event.preventDefault();
  if (items.now().length === 0) return form.wrong({ message: say("programme.needs-items") });
  const mine = form.filled();
  async function keep() {
    const kept = await change(all => {
      const at = all.plans.findIndex(each => each.id === mine.id);
      all.plans.splice(at < 0 ? all.plans.length : at, 1, mine);
    }, form.wrong);
    if (kept) by("plan").close();
  }
  try {
    const found = await form.clashes(shown, mine);
    if (found.length) form.warn(found, keep);
    else await keep();
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    form.wrong(problem);
  }
});
form.watch(() => shown);
by("add").addEventListener("click", async () => {
  // Whoever is quicker than the robot gets the form once it can be filled in.
  await ready;
  if (shown) edit(null);
});
by("repeat").append(...DAYS.map(name => make("option", { value: name }, say("programme.every", { day: weekday(name) }))), make("option", { value: "" }, say("programme.once")));
by("before").addEventListener("click", () => shown && go(plus(shown.week[0].date, -7)));
by("after").addEventListener("click", () => shown && go(plus(shown.week[0].date, 7)));
by("this-week").addEventListener("click", () => go(""));
const ready = Promise.all([load(), attempt(() => ask("GET", "/api/now/stories")).then(stories => items.ready(stories ?? []))]);
