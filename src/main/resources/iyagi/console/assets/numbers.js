import { ask, attempt, by, make } from "./shell.js";
import { date, language, number, say } from "./words.js";

const YEARS = 10;
const SVG = "http://www.w3.org/2000/svg";
const SUMS = ["sessions", "minutes", "children", "grown-ups"];
const GROUPS = ["kind", "ages", "language", "story", "result"];
const languages = new Intl.DisplayNames(language, { type: "language" });
const here = (await attempt(() => ask("GET", "/api/numbers")))?.month ?? "2026-01";
const thisYear = Number(here.slice(0, 4));
const wished = new URLSearchParams(location.search).get("of") ?? here;
let period = /^\d{4}(-\d{2})?$/.test(wished) ? wished : here;

const figure = (figures, column) => figures[column === "grown-ups" ? "grownUps" : column];
const monthName = (month, options) => date(`${month}-15T12:00:00Z`, { timeZone: "UTC", ...options });
const yearName = year => date(`${year}-06-15T12:00:00Z`, { timeZone: "UTC", year: "numeric" });
const name = () => period.length === 4 ? yearName(period) : monthName(period, { year: "numeric", month: "long" });

/** What a group is called. */
function label(kind, group) {
  if (kind === "month") return monthName(group.what, { month: "long" });
  if (kind === "kind") return say(`numbers.kind-${group.what}`);
  if (kind === "result") return say(`numbers.result-${group.what}`);
  if (kind === "language") return languages.of(group.what);
  if (kind === "story") return group.title;
  return /^\d/.test(group.what) ? say("numbers.ages-years", { ages: group.what.replace("-", "–") }) : say("numbers.ages-none");
}

/** A bar as a drawing: paper shows it, which leaves backgrounds away. */
function bar(value, most) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 100 10");
  svg.setAttribute("preserveAspectRatio", "none");
  svg.setAttribute("aria-hidden", "true");
  const rect = document.createElementNS(SVG, "rect");
  rect.setAttribute("width", most === 0 ? 0 : (100 * value) / most);
  rect.setAttribute("height", 10);
  svg.append(rect);
  return svg;
}

/** One way to tell sessions apart: a table whose lines have a bar, so that nobody needs the drawing. */
function table(kind, groups) {
  const most = Math.max(...groups.map(group => group.figures.sessions));
  const head = make("tr", {}, make("th", { scope: "col" }, say(`numbers.by-${kind}`)), make("td", { class: "bar", "aria-hidden": "true" }));
  for (const column of SUMS) head.append(make("th", { scope: "col" }, say(`numbers.column-${column}`)));
  const rows = groups.map(group => {
    const row = make("tr", {}, make("th", { scope: "row" }, label(kind, group)), make("td", { class: "bar", "aria-hidden": "true" }, bar(group.figures.sessions, most)));
    for (const column of SUMS) row.append(make("td", {}, number(figure(group.figures, column))));
    return row;
  });
  return make("section", { class: "card", id: `by-${kind}` }, make("table", {},
    make("caption", {}, say(`numbers.caption-${kind}`)), make("thead", {}, head), make("tbody", {}, ...rows)));
}

function notes(all) {
  const lines = [say("numbers.completed", { sessions: all.completed }), say("numbers.counted", { sessions: all.counted })];
  if (all.trials > 0) lines.push(say("numbers.trials", { starts: all.trials }));
  if (all.estimated > 0) lines.push(say("numbers.estimated", { sessions: all.estimated }));
  return lines.join(" ");
}

function show(counted) {
  const none = counted.all.sessions === 0 && counted.all.trials === 0;
  by("empty").hidden = !none;
  by("figures").hidden = none;
  by("sums").replaceChildren(...SUMS.map(column =>
    make("div", {}, make("dt", {}, say(`numbers.column-${column}`)), make("dd", { id: `sum-${column}` }, number(figure(counted.all, column))))));
  by("notes").textContent = notes(counted.all);
  const told = GROUPS.filter(kind => counted.by[kind].length > 0).map(kind => table(kind, counted.by[kind]));
  by("groups").replaceChildren(...(counted.months.length > 0 ? [table("month", counted.months)] : []), ...told);
  by("csv").href = `/api/numbers/${period}.csv?language=${language}`;
  by("status").textContent = none ? say("numbers.empty") : say("numbers.shown", { period: name() });
}

async function go(to) {
  period = to;
  history.replaceState(null, "", `?of=${period}`);
  by("period").textContent = say("numbers.of", { period: name() });
  by("year").value = period.slice(0, 4);
  by("month").value = period.slice(5);
  const counted = await attempt(() => ask("GET", `/api/numbers/${period}`));
  if (counted && counted.period === period) show(counted);
}

function step(way) {
  const [year, month] = period.split("-").map(Number);
  if (!month) return go(String(year + way));
  const next = new Date(Date.UTC(year, month - 1 + way, 1));
  return go(next.toISOString().slice(0, 7));
}

const first = Math.min(thisYear - YEARS + 1, Number(period.slice(0, 4)));
for (let year = Math.max(thisYear, Number(period.slice(0, 4))); year >= first; year--) by("year").append(make("option", { value: year }, yearName(year)));
by("month").append(make("option", { value: "" }, say("numbers.whole-year")));
for (let month = 1; month <= 12; month++) {
  const two = String(month).padStart(2, "0");
  by("month").append(make("option", { value: two }, monthName(`2026-${two}`, { month: "long" })));
}
by("chooser").addEventListener("change", () => go(by("year").value + (by("month").value && `-${by("month").value}`)));
by("chooser").addEventListener("submit", event => event.preventDefault());
by("before").addEventListener("click", () => step(-1));
by("after").addEventListener("click", () => step(1));
by("print").addEventListener("click", () => print());
go(period);
