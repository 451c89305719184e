// Days and hours in which nothing begins by itself, and how long before it is announced.
import { ask, by, make, Problem } from "./shell.js";
import { day, here, say, time } from "./words.js";

const noon = iso => new Date(`${iso}T12:00:00`);
const clock = hour => time(new Date(`2024-01-01T${hour.slice(0, 5)}:00`));
const dates = new Intl.DateTimeFormat(here, { dateStyle: "long" });

/** "1–3 Jan 2027". */
export const range = (from, until) => dates.formatRange(noon(from), noon(until));

const LISTS = [
  { key: "holidays", list: "holidays", form: "holiday", add: "programme.add-holiday", lost: args => say("planning.lost-days", args),
    words: each => `${each.name}: ${range(each.from, each.until)}`,
    fields: { "holiday-name": "name", "holiday-from": "from", "holiday-until": "until" },
    whole: each => ({ ...each, name: each.name.trim(), until: each.until || each.from }), same: (one, other) => one.from === other.from },
  { key: "quiet-hours", list: "quiet", form: "hours", add: "programme.add-quiet", lost: args => say("planning.lost-hours", args),
    words: each => `${clock(each.from)} – ${clock(each.to)}`,
    fields: { "hours-from": "from", "hours-to": "to" },
    whole: each => each, same: (one, other) => one.from === other.from && one.to === other.to },
];

const button = (text, act, label) => make("button", { type: "button", class: "quiet", onclick: act, "aria-label": label }, text);

/** What a change would take of what is planned, in words. */
function losses(found, lost) {
  const args = each => ({ count: each.count, title: each.title, day: day(noon(each.first)) });
  return [...found.lost.map(each => lost(args(each))), ...found.shortened.map(each => say("planning.shortened", args(each)))];
}

/** One list with its form. Change keeps a changed programme; shown gives what is there. */
function section(of, shown, change) {
  let at = -1;
  const box = by(`${of.form}-wrong`);
  const save = by(`${of.form}-save`);
  const report = (...content) => { box.hidden = content.length === 0; box.replaceChildren(...content); };
  function open(index, each = {}) {
    at = index;
    for (const [id, key] of Object.entries(of.fields)) by(id).value = each[key] ?? "";
    save.textContent = say(index < 0 ? of.add : "planning.save-change");
    by(`${of.form}-cancel`).hidden = index < 0;
    report();
  }
  const refused = problem => {
    if (!(problem instanceof Problem)) throw problem;
    report(make("p", {}, problem.message), make("ul", {}, ...(problem.args.reasons ?? []).map(reason => make("li", {}, reason))));
  };
  /** As the command does: days that begin on the same day take the place of those before. */
  const changed = each => all => {
    const list = all[of.key].filter((other, index) => index === at || !of.same(other, each));
    const place = at < 0 ? list.length : list.indexOf(all[of.key][at]);
    list.splice(place, at < 0 ? 0 : 1, each);
    all[of.key] = list;
  };
  async function keep(how) {
    if (await change(how, refused)) open(-1);
  }
  by(of.form).addEventListener("input", () => report());
  by(of.form).addEventListener("submit", async event => {
    event.preventDefault();
    const each = of.whole(Object.fromEntries(Object.entries(of.fields).map(([id, key]) => [key, by(id).value])));
    const how = changed(each);
    const programme = structuredClone(shown().programme);
    how(programme);
    try {
      const found = losses(await ask("POST", "/api/programme/losses", programme), of.lost);
      const gone = shown().programme[of.key].filter((other, index) => index !== at && of.same(other, each));
      found.push(...gone.map(other => say("planning.replaces", { title: of.words(other) })));
      if (found.length === 0) await keep(how);
      else report(make("ul", {}, ...found.map(line => make("li", {}, line))), make("p", {}, make("button", { type: "button", onclick: () => keep(how) }, say("planning.save-anyway"))));
    } catch (problem) {
      refused(problem);
    }
  });
  by(`${of.form}-cancel`).addEventListener("click", () => open(-1));
  return () => by(of.list).replaceChildren(...shown().programme[of.key].map((each, index) => make("li", { class: "entry" }, make("p", {}, of.words(each)), make("div", { class: "acts" },
    button(say("programme.change"), () => { open(index, each); by(Object.keys(of.fields)[0]).focus(); }, say("programme.change-of", { title: of.words(each) })),
    button(say("programme.remove"), () => { open(-1); change(all => all[of.key].splice(index, 1)); }, say("programme.remove-of", { title: of.words(each) }))))));
}

/** Begins; what it gives shows everything as it is now. */
export function ready(shown, change) {
  const sections = LISTS.map(each => section(each, shown, change));
  by("announcing").addEventListener("submit", event => {
    event.preventDefault();
    change(all => { all["announce-minutes"] = Number(by("announce").value); });
  });
  return () => {
    sections.forEach(show => show());
    by("announce").value = shown().programme["announce-minutes"];
  };
}
