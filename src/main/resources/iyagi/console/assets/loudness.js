import { ask, attempt, by, make, tell } from "./shell.js";
import { known, number, say, time } from "./words.js";

/** The noise ends when the page has not been heard for three of these. */
const ALIVE_MILLIS = 1_000;

let id = "";
let step = -1;

function put(element, text) {
  if (by(element).textContent !== text) by(element).textContent = text;
}

/** What has happened, as far as there are words for it. */
function sentences(said, seconds) {
  const key = each => `loudness.said-${each.key.replace(/^loud\./, "").replaceAll(".", "-")}`;
  const lines = said.filter(each => known(key(each)));
  return lines.map(each => { const [a, b, c] = each.args; return say(key(each), { a, b, c, seconds }); }).join(" ");
}

function show(state) {
  const mine = state.id !== "";
  if (mine) {
    put("ended", "");
    work(state, state.now);
  } else {
    if (id && state.now) put("ended", say(`loudness.ending-${state.now.ending || "left"}`));
    idle(state);
  }
  by("work").hidden = !mine;
  by("outside").hidden = mine;
  id = state.id;
}

function trouble(state) {
  return state.obstacle ? say(`problem.${state.obstacle}`, { at: state.at && time(state.at) }) : "";
}

function idle(state) {
  step = -1;
  by("other").hidden = !state.running;
  by("begin").hidden = state.running;
  by("begin").disabled = state.obstacle !== "";
  put("obstacle", trouble(state));
  by("earlier").hidden = state.before === "nothing" || state.running;
  if (state.before !== "nothing") {
    put("previous", say(`loudness.previous-${state.before}`));
    put("previous-hint", say(`loudness.previous-hint-${state.before}`));
  }
}

function work(state, now) {
  const seconds = state.seconds;
  put("step-title", now.done ? say("loudness.done") : say("loudness.step", { at: now.at + 1, steps: now.steps, level: now.level }));
  by("step").hidden = now.done;
  put("play-hint", say("loudness.play-hint", { seconds }));
  put("play", say(now.heard ? "loudness.play-again" : "loudness.play"));
  by("hush").disabled = !now.sounding;
  by("quiet").hidden = !state.quiet;
  put("wait", trouble(state));
  by("back").disabled = now.at === 0;
  by("skip").disabled = !now.mayLeaveOut;
  put("said", sentences(now.said, seconds));
  by("none").hidden = now.readings.length > 0;
  const lines = now.readings.map(({ level, dba }) => say("volume.step", { level, dba: number(dba) }));
  if (lines.join() !== [...by("readings").children].map(each => each.textContent).join()) by("readings").replaceChildren(...lines.map(each => make("li", {}, each)));
  put("ceiling", say("loudness.ceiling", { ceiling: number(state.ceiling) }));
  put("saved", now.readings.length === 0 ? "" : say(now.saved ? "loudness.all-saved" : "calibration.unsaved"));
  put("leave", say(now.saved ? "calibration.leave" : "calibration.leave-unsaved"));
  by("save").disabled = now.saved;
  place(now);
}

/** Where a keyboard goes on when what it was at has gone. */
function place(now) {
  const at = document.activeElement;
  if (now.at !== step) {
    by("reading").value = "";
    by(!now.done ? "play" : now.saved ? "leave" : "save").focus();
  } else if (at.disabled) by(at === by("hush") ? "reading" : "leave").focus();
  step = now.at;
}

let deeds = 0;
const deed = (act, typed = "") => attempt(async () => {
  deeds++;
  const state = await ask("POST", "/api/loudness/act", { id, act, typed, anyway: by("anyway").checked });
  deeds++;
  show(state);
});

by("begin").addEventListener("click", () => attempt(async () => {
  by("anyway").checked = false;
  show(await ask("POST", "/api/loudness/start", {}));
  by("play").focus();
}));
for (const act of ["play", "hush", "skip", "back", "save", "leave"]) by(act).addEventListener("click", () => deed(act));
by("reading-form").addEventListener("submit", event => {
  event.preventDefault();
  deed("reading", by("reading").value);
});
by("cancel-other").addEventListener("click", () => attempt(async () => { await ask("POST", "/api/loudness/cancel", { id: "" }); await look(); }));
by("previous").addEventListener("click", () => attempt(async () => {
  show(await ask("POST", "/api/loudness/previous", {}));
  put("ended", say("loudness.previous-done"));
}));
document.addEventListener("keydown", event => {
  if (event.key !== "Escape" || !id) return;
  event.preventDefault();
  deed("hush");
});

let asking = false;
async function look() {
  if (asking || (document.hidden && !id)) return;
  asking = true;
  try {
    const [alive, before] = [id, deeds];
    const state = alive ? await ask("POST", "/api/loudness/alive", { id: alive }) : await ask("GET", "/api/loudness");
    // What was done meanwhile is newer.
    if (alive === id && before === deeds) show(state);
  } catch (problem) {
    tell(problem);
  } finally {
    asking = false;
  }
}
// Whoever closes the page is not there any more.
addEventListener("pagehide", () => {
  if (id) fetch("/api/loudness/cancel", { method: "POST", keepalive: true, body: JSON.stringify({ id }),
    headers: { "X-Token": document.querySelector('meta[name="token"]').content, "Content-Type": "application/json" } });
});
look();
setInterval(look, ALIVE_MILLIS);
