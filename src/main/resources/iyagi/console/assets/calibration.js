import { ask, attempt, by, make, tell } from "./shell.js";
import { robot } from "./robot.js";
import { known, say, time } from "./words.js";

const ALIVE_MILLIS = 1_000;
const TRY_MILLIS = 100;
const TRIES = 20;
const ORDER = ["mouth", "head-yaw", "head-pitch", "head-roll", "left-arm", "right-arm", "eyelids", "waist"];
const SIDED = ["head-yaw", "head-roll", "waist"];
const STILL = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
const posed = (joint, degrees) => STILL.map((rest, i) => ORDER[i] === joint ? degrees : rest);
// Drawn as what it is; as an owl where that cannot be asked.
const body = await ask("GET", "/api/robot/body").catch(() => undefined);
const draw = robot(by("robot"), say("calibration.drawn"), body);

let id = "";
let joint = "";
let stage = "";
let last = null;

const pause = millis => new Promise(done => setTimeout(done, millis));
let busy = false;
/** Does something as soon as nothing moves; letting go at once. What is asked for meanwhile is not done. */
async function deed(act, more = {}) {
  if (busy && act !== "off") return;
  busy = true;
  await attempt(async () => {
    for (let tries = 0; tries < TRIES; tries++) {
      const state = await ask("POST", "/api/calibration/act", { id, act, place: "", joint: 0, anyway: by("anyway").checked, ...more });
      show(state);
      if (!state.now?.said.some(({ key }) => key === "wait")) return;
      await pause(TRY_MILLIS);
    }
  });
  busy = false;
}

/** What has happened, as far as there are words for it: the rest is for whoever types. */
function sentences(said) {
  const lines = said.map(({ key, args }) => [`calibration.said-${key.replaceAll(".", "-")}`, args]).filter(([key]) => known(key));
  return [...new Set(lines.map(([key, [a, b]]) => say(key, { a, b })))].join(" ");
}

const late = ({ key }) => key.startsWith("tap.") || key.startsWith("lead.");

function put(id, text) {
  if (by(id).textContent !== text) by(id).textContent = text;
}

function show(state) {
  const mine = state.id !== "";
  const step = state.now;
  if (mine) {
    put("ended", "");
    work(state, step);
  } else {
    if (id && step) put("ended", say(`calibration.ending-${step.ending || "left"}`));
    idle(state);
  }
  by("work").hidden = !mine;
  by("outside").hidden = mine;
  id = state.id;
}

function idle(state) {
  joint = stage = "";
  by("other").hidden = !state.running;
  by("begin").hidden = state.running;
  by("begin").disabled = state.obstacle !== "";
  const at = state.at && time(state.at);
  put("obstacle", state.obstacle ? say(`problem.${state.obstacle}`, { at }) : "");
  by("earlier").hidden = !state.previous || state.running || state.obstacle !== "";
}

function work(state, step) {
  draw(posed(step.joint, step.degrees));
  const powered = ["held", "tapping", "leaving"].includes(step.stage);
  if (step.joint !== joint) arrive(state, step);
  if (step.stage !== stage) {
    by("limp").hidden = powered;
    by("held").hidden = !powered;
    const again = step.stage === "limp";
    put("power", say(again ? "calibration.power-again" : "calibration.power"));
    const lost = document.activeElement === document.body || !document.activeElement.checkVisibility();
    if (lost) by(powered ? "move-higher" : "power").focus();
  }
  [joint, stage] = [step.joint, step.stage];
  by("off").disabled = !powered;
  by("quiet").hidden = !state.quiet;
  by("tap").disabled = step.stage === "tapping";
  put("lead", say("calibration.lead-now", { ms: step.lead }));
  // Said where it is looked for: the page is long on a phone.
  put("said", sentences(step.said.filter(each => !late(each))));
  put("lead-said", sentences(step.said.filter(late)));
  put("saved", say(step.saved ? "calibration.all-saved" : "calibration.unsaved"));
  put("leave", say(step.saved ? "calibration.leave" : "calibration.leave-unsaved"));
  by("save").disabled = step.saved;
  by("before").disabled = step.at === 0;
  by("next").disabled = step.at === state.parts.length - 1;
  by("joint").value = String(step.at);
  for (const place of ["lowest", "middle", "highest"]) {
    const marked = step.marked.includes(place);
    by(`place-${place}`).closest("li").toggleAttribute("data-marked", marked);
    put(`marked-${place}`, marked ? `✓ ${say("calibration.marked")}` : "");
  }
  last = step;
}

function arrive(state, step) {
  const part = state.parts[step.at];
  const [low, high] = [say(`calibration.low-${part.joint}`), say(`calibration.high-${part.joint}`)];
  by("joint-title").textContent = say("calibration.joint", { at: step.at + 1, joints: state.parts.length, name: say(`calibration.name-${part.joint}`) });
  by("joint").replaceChildren(...state.parts.map((each, i) => make("option", { value: i }, say(`calibration.name-${each.joint}`))));
  by("own-side").hidden = !SIDED.includes(part.joint);
  const move = (act, arrow, place, size) => make("button", { id: `move-${act}`, onclick: () => deed(act) },
    make("span", { "aria-hidden": "true" }, arrow), make("span", {}, place), make("small", {}, size));
  by("moves").replaceChildren(move("much-lower", "«", low, say("calibration.more")), move("lower", "‹", low, say("calibration.little")),
    move("higher", "›", high, say("calibration.little")), move("much-higher", "»", high, say("calibration.more")));
  const middle = part.low < 0 && part.high > 0 ? say("calibration.middle") : say("calibration.rest");
  by("places").replaceChildren(place(part.joint, "lowest", part.low, say("calibration.far", { place: low })),
    place(part.joint, "middle", part.rest, middle), place(part.joint, "highest", part.high, say("calibration.far", { place: high })));
}

function place(name, which, degrees, words) {
  const drawing = make("div", { "aria-hidden": "true" });
  robot(drawing, "", body)(posed(name, degrees));
  return make("li", {}, drawing, make("button", { id: `place-${which}`, onclick: () => deed("mark", { place: which }) },
    make("span", {}, words, make("br"), make("span", { id: `marked-${which}` }))));
}

const shift = (act, arrow, words, size) => make("button", { id: `lead-${act}`, onclick: () => deed(act) },
  make("span", { "aria-hidden": "true" }, arrow), make("span", {}, words), make("small", {}, size));
by("leads").append(shift("much-earlier", "«", say("calibration.too-late"), say("calibration.more")), shift("earlier", "‹", say("calibration.too-late"), say("calibration.little")),
  shift("later", "›", say("calibration.too-early"), say("calibration.little")), shift("much-later", "»", say("calibration.too-early"), say("calibration.more")));

by("begin").addEventListener("click", () => attempt(async () => {
  show(await ask("POST", "/api/calibration/start", {}));
  by("power").focus();
}));
by("power").addEventListener("click", async () => {
  if (stage === "limp") await deed("warn");
  else await deed("power");
});
for (const act of ["off", "reverse", "tap", "reset", "save", "leave"]) by(act).addEventListener("click", () => deed(act));
by("before").addEventListener("click", () => deed("go", { joint: last.at - 1 }));
by("next").addEventListener("click", () => deed("go", { joint: last.at + 1 }));
by("joint").addEventListener("change", () => deed("go", { joint: Number(by("joint").value) }));
by("cancel-other").addEventListener("click", () => attempt(async () => { await ask("POST", "/api/calibration/cancel", {}); await look(); }));
by("previous").addEventListener("click", () => attempt(async () => {
  show(await ask("POST", "/api/calibration/previous", {}));
  put("ended", say("calibration.previous-done"));
}));
const KEYS = { ArrowLeft: "lower", ArrowRight: "higher", ArrowDown: "lower", ArrowUp: "higher" };
document.addEventListener("keydown", event => {
  if (!id) return;
  if (event.key === "Escape") deed("off");
  else if (event.target.closest("select, input, textarea")) return;
  else if (KEYS[event.key] && stage === "held" && !event.repeat) deed((event.shiftKey ? "much-" : "") + KEYS[event.key]);
  else return;
  event.preventDefault();
});

let asking = false;
async function look() {
  if (asking || (document.hidden && !id)) return;
  asking = true;
  try {
    show(id ? await ask("POST", "/api/calibration/alive", { id }) : await ask("GET", "/api/calibration"));
  } catch (problem) {
    tell(problem);
  } finally {
    asking = false;
  }
}
// Whoever closes the page or looks elsewhere is not there any more.
addEventListener("pagehide", () => {
  if (id) fetch("/api/calibration/cancel", { method: "POST", keepalive: true, body: "{}",
    headers: { "X-Token": document.querySelector('meta[name="token"]').content, "Content-Type": "application/json" } });
});
look();
setInterval(look, ALIVE_MILLIS);
