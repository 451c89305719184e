import { ask, attempt, by, make, tell, Problem, spokenIn, watch } from "./shell.js";
import { byline, date, number, say } from "./words.js";
import { mouth, MOUTH, robot } from "./robot.js";
import { Caption } from "./captions-text.js";
import { Clock } from "./clock.js";
import { Listening } from "./listen.js";

const clock = new Clock();
const listening = new Listening(clock);
const caption = new Caption(by("caption"));
let draw = robot(by("robot"), say("now.robot"));
ask("GET", "/api/robot/body").then(body => { draw = robot(by("robot"), say("now.robot"), body); performance.mark("drawn"); }, () => {});
let state = { phase: "idle", title: "", volume: 100, loudest: 100, manner: "usual" };
let passages = [];
let frames = [[0, Array(11).fill(0)]];

watch("/api/events", {
  state: value => show(value),
  passage: passage => {
    passages = [...passages.filter(each => each.start !== passage.start), passage].slice(-8);
    caption.add(passage.lines);
    listening.play(passage);
    choice();
  },
  cut: () => {
    passages = [];
    caption.wipe();
    listening.silence();
    choice();
  },
  pose: ([seconds, pose]) => {
    clock.hear(seconds);
    if (seconds < frames.at(-1)[0]) frames = [];
    frames = [...frames, [seconds, pose]].slice(-60);
  },
  attendance: count,
}, connected => tell(connected ? null : new Problem(0, { key: "no-robot" })));

/** The pose at a moment, between the two that were told. */
function poseAt(seconds) {
  const after = frames.findIndex(frame => frame[0] > seconds);
  if (after <= 0) return frames.at(after === 0 ? 0 : -1)[1];
  const [[t0, a], [t1, b]] = [frames[after - 1], frames[after]];
  const share = (seconds - t0) / (t1 - t0);
  return a.map((value, i) => value + (b[i] - value) * share);
}

function tick() {
  const seconds = listening.on ? listening.seconds : clock.seconds;
  const pose = [...poseAt(listening.on ? seconds : seconds - 0.08)];
  if (state.phase === "reading" || state.phase === "waiting") pose[MOUTH] = mouth(passages, seconds);
  draw(pose);
  caption.at(seconds);
  requestAnimationFrame(tick);
}
tick();

function show(value) {
  const before = state;
  state = value;
  const reading = state.title !== "";
  by("stage-title").textContent = state.title || say("now.idle");
  for (const id of ["stage-title", "caption"]) spokenIn(by(id), state.language);
  by("byline").textContent = byline(state.credits);
  by("phase").textContent = say(`now.phase-${state.phase}`);
  by("phase").dataset.phase = state.phase;
  by("page-mark").textContent = state.page === 0 ? ""
    : say("now.page", { page: state.page, pages: state.pages }) + (state.heading ? " · " + state.heading : "");
  by("prompts").replaceChildren(...state.grownUps.map(prompt => make("li", { lang: state.language }, prompt)));
  by("grown-ups").hidden = state.grownUps.length === 0;
  if (state.phase !== before.phase) by("status").textContent = say(`now.phase-${state.phase}`);
  if (state.phase === "paused") listening.hold(); else listening.go();
  if (!reading) caption.wipe();
  for (const button of document.querySelectorAll("[data-command]")) {
    if (button.dataset.command !== "halt") button.disabled = !reading;
  }
  const paused = state.phase === "paused";
  by("pause").dataset.command = paused ? "resume" : "pause";
  by("pause").querySelector("use").setAttribute("href", `/assets/icons.svg#${paused ? "play" : "pause"}`);
  by("pause").querySelector("span").textContent = say(paused ? "now.resume" : "now.pause");
  by("volume").max = state.loudest;
  if (document.activeElement !== by("volume")) by("volume").value = state.volume;
  by("volume-now").textContent = number(state.volume);
  if (document.activeElement !== by("manner")) by("manner").value = state.manner;
  by("manner-hint").textContent = state.mannerPlanned ? say("programme.manner-planned") : say(`now.manner-${state.manner}-hint`);
  if (state.session !== before.session) loadAttendance();
  choice();
  if (performance.getEntriesByName("ready").length === 0) performance.mark("ready");
}

function choice() {
  by("choice").hidden = !(state.phase === "waiting" && passages.some(p => p.kind === "choosing" && clock.seconds < p.start + p.length));
}

for (const button of document.querySelectorAll("[data-command]")) {
  button.addEventListener("click", () => attempt(() => ask("POST", "/api/now/command", { command: button.dataset.command })));
}
by("volume").addEventListener("change", event => attempt(() => ask("PUT", "/api/now/volume", { level: Number(event.target.value) })));
by("volume").addEventListener("input", event => { by("volume-now").textContent = number(Number(event.target.value)); });
by("manner").addEventListener("change", event => attempt(() => ask("PUT", "/api/now/manner", { manner: event.target.value })));
by("listen").addEventListener("click", async () => {
  if (listening.on) await listening.stop(); else await listening.start(passages);
  by("listen").setAttribute("aria-pressed", listening.on);
});

// The shelf.
let stories = [];
by("choose").addEventListener("click", () => attempt(async () => {
  stories = await ask("GET", "/api/now/stories");
  by("find").value = "";
  list();
  by("shelf").showModal();
}));
by("find").addEventListener("input", list);

function list() {
  const wanted = by("find").value.trim().toLocaleLowerCase();
  const found = stories.filter(story => story.title.toLocaleLowerCase().includes(wanted));
  by("none").hidden = found.length > 0;
  by("stories").replaceChildren(...found.map(story => make("li", {},
    make("button", { type: "button", disabled: story.silent, onclick: () => start(story) },
      make("span", { lang: story.language }, story.title),
      make("small", {}, story.silent ? say("now.silent") : describe(story))))));
}
function describe(story) {
  const parts = [new Intl.DisplayNames(document.documentElement.lang, { type: "language" }).of(story.language), say("now.minutes", { minutes: story.minutes })];
  if (story.ages) parts.push(say("now.ages", { ages: story.ages }));
  return parts.join(" · ");
}
function start(story) {
  by("shelf").close();
  const kind = document.querySelector('input[name="kind"]:checked').value;
  attempt(() => ask("POST", "/api/now/start", { story: story.name, kind, page: 1 }));
}

// Attendance.
let counted = { session: "" };
let saving = 0;
const loadAttendance = () => attempt(async () => count(await ask("GET", "/api/now/attendance")));
function count(value) {
  if (saving) return;
  counted = value;
  by("attendance").hidden = !value.session;
  by("attendance-for").textContent = !value.session ? say("now.no-session")
    : say(value.running ? "now.session-running" : "now.session-last", { title: value.title, began: value.began ? date(value.began, { dateStyle: "medium", timeStyle: "short" }) : "" });
  by("children").value = value.children;
  by("grownUps").value = value.grownUps;
}
function changed() {
  clearTimeout(saving);
  by("counted").textContent = "";
  saving = setTimeout(async () => {
    const mine = saving;
    const value = await attempt(() => ask("PUT", "/api/now/attendance",
      { session: counted.session, children: Number(by("children").value), grownUps: Number(by("grownUps").value) }));
    if (mine === saving) {
      saving = 0;
      if (value) {
        count(value);
        by("counted").textContent = say("now.counted", { children: value.children, grownUps: value.grownUps });
      }
    }
  }, 500);
}
for (const button of document.querySelectorAll("[data-count]")) {
  button.addEventListener("click", () => {
    const field = by(button.dataset.count);
    field.value = Math.min(999, Math.max(0, Number(field.value) + Number(button.dataset.by)));
    changed();
  });
}
for (const id of ["children", "grownUps"]) by(id).addEventListener("input", changed);
loadAttendance();
