import { ask, attempt, by, make, tell, Problem } from "./shell.js";
import { moment, say, time } from "./words.js";
import "./robot-volume.js";

const CALM_MILLIS = 10_000;
const line = (name, verdict, ...sentences) => make("li", { "data-verdict": verdict }, make("strong", {}, name),
  make("span", { class: "unseen" }, ` ${say(`robot.verdict-${verdict}`)}`), ...sentences.filter(Boolean));
const words = text => text ? make("p", {}, text) : null;
/** What the robot itself says, in the language in which it says it. */
const told = ({ text, language }) => text ? make("p", { lang: language }, text) : null;

function part({ name, state, at, reason }) {
  if (state === "none") return line(name, "unseen", words(say("robot.none")));
  if (state === "works") return line(name, "works", words(say("robot.works")));
  const mended = state === "mended";
  return line(name, mended ? "works" : "broken", words(say(mended ? "robot.mended" : "robot.broken", { at: moment(at) })), told(reason));
}

function age(seconds) {
  if (seconds < 3600) return say("robot.minutes", { n: Math.max(1, Math.round(seconds / 60)) });
  return seconds < 172_800 ? say("robot.hours", { n: Math.round(seconds / 3600) }) : say("robot.days", { n: Math.round(seconds / 86_400) });
}

function reports({ reported, byServer, waiting, seconds, linked, words: sentence, next, trouble }) {
  const lines = [];
  if (trouble.text) lines.push(line(say("robot.memory"), "broken", words(say("robot.memory-broken")), told(trouble)));
  if (!reported) return [...lines, line(say("robot.network"), "unseen", words(say("robot.unreported")))];
  lines.push(linked ? line(say("robot.network"), "works", words(say("robot.linked")), told(sentence))
    : line(say("robot.network"), "attention", words(say("robot.unlinked")), told(sentence), words(next && say("robot.next", { at: time(next, "medium") }))));
  if (!trouble.text) {
    lines.push(line(say("robot.outbox"), seconds > 604_800 ? "attention" : "works",
      words(waiting === 0 ? say("robot.none-waiting") : say("robot.waiting", { n: waiting, age: age(seconds) })),
      words(say(byServer ? "robot.by-server" : "robot.by-broker"))));
  }
  return lines;
}

let shown = "";
let log = "";
let changing = false;
let unreached = false;
async function look() {
  if (changing) return;
  try {
    const [state, told] = await Promise.all([ask("GET", "/api/robot/health"), ask("GET", "/api/robot/log")]);
    if (unreached) tell(null);
    unreached = false;
    // Only what has changed is drawn anew: nobody loses their place.
    if (JSON.stringify(state) !== shown) show(state);
    if (JSON.stringify(told) !== log) list(told);
    shown = JSON.stringify(state);
    log = JSON.stringify(told);
  } catch (problem) {
    unreached = true;
    tell(problem);
  }
}

function show(state) {
  by("make").textContent = say("robot.make", { name: state.name, version: state.version });
  by("parts").replaceChildren(...state.parts.map(part));
  by("reports").replaceChildren(...reports(state.reports));
  by("outside").replaceChildren(...state.outside.map(each => line(each.name, each.verdict, words(each.sentence))));
  const names = verdict => [...document.querySelectorAll(`.states [data-verdict="${verdict}"] strong`)].map(each => each.textContent).join(", ");
  const [broken, attention] = [names("broken"), names("attention")];
  const sum = broken ? say("robot.sum-broken", { names: broken }) : attention ? say("robot.sum-attention", { names: attention }) : say("robot.sum-well");
  // A screen reader says this only when it has changed.
  if (by("sum").textContent !== sum) by("sum").textContent = sum;
  by("sum").dataset.verdict = broken ? "broken" : attention ? "attention" : "works";
}

function list(told) {
  by("told").replaceChildren(...told.map(({ at, sure, sentence }) => make("li", {},
    make("time", { datetime: at }, moment(at, "medium") + (sure ? "" : " ?")), make("span", { lang: sentence.language }, sentence.text))));
}

by("pin-form").addEventListener("submit", event => {
  event.preventDefault();
  by("pin-done").textContent = "";
  attempt(async () => {
    if (by("new-pin").value !== by("new-again").value) throw new Problem(0, { key: "pins-differ" });
    changing = true;
    try {
      await ask("PUT", "/api/pin", { old: by("old-pin").value, pin: by("new-pin").value });
    } finally {
      changing = false;
      for (const id of ["old-pin", "new-pin", "new-again"]) by(id).value = "";
    }
    // The visit is a new one, and so is the token that this page has to show.
    sessionStorage.setItem("pin-changed", "yes");
    location.reload();
  });
});
if (sessionStorage.getItem("pin-changed")) {
  sessionStorage.removeItem("pin-changed");
  by("pin-done").textContent = say("robot.pin-changed");
}
by("backup-file").addEventListener("change", event => { by("backup-name").textContent = event.target.files[0]?.name ?? ""; });
by("restore").addEventListener("click", () => attempt(async () => {
  const [file] = by("backup-file").files;
  by("restored").textContent = "";
  if (!file) { by("backup-file").focus(); throw new Problem(0, { key: "no-backup-chosen" }); }
  by("restore").disabled = true;
  try {
    await ask("POST", "/api/robot/restore", file);
    by("restored").textContent = say("robot.restored");
  } finally {
    by("restore").disabled = false;
  }
}));
by("everybody-out").addEventListener("click", () => attempt(async () => {
  await ask("POST", "/api/sign-out-all", {});
  location.assign("/pin");
}));

look();
setInterval(() => { if (!document.hidden) look(); }, CALM_MILLIS);
document.addEventListener("visibilitychange", () => { if (!document.hidden) look(); });
