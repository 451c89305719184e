// A story's pages to be read aloud: into this browser's microphone, or brought as WAV files.
import { ask, attempt, by, icon, make, Problem } from "./shell.js";
import { say } from "./words.js";
import { canRecord, record } from "./microphone.js";

const story = new URLSearchParams(location.search).get("story") ?? "";
const path = (what, more = "") => `/api/recordings${what}?story=${encodeURIComponent(story)}${more}`;
let shown;
let taking = null;
const heard = new Audio();
let hearing = -1;

const name = sheet => sheet.page === 0 ? say("recordings.name")
  : sheet.heading ? say("recordings.page-titled", { page: sheet.page, heading: sheet.heading }) : say("recordings.page", { page: sheet.page });
const short = page => page === 0 ? say("recordings.name") : say("recordings.page", { page });

async function load() {
  shown = await ask("GET", path(""));
  list();
}

function list() {
  by("title").replaceChildren(say("recordings.of", { title: shown.title }));
  const pages = shown.pages.filter(sheet => sheet.page > 0);
  const done = pages.filter(sheet => sheet.recorded).length;
  const count = done === pages.length ? say("recordings.ready") : say("recordings.count", { done, pages: pages.length });
  if (by("count").textContent !== count) by("count").textContent = count;
  by("silence").hidden = !shown.silence.text;
  by("silence").textContent = shown.silence.text;
  by("silence").lang = shown.silence.language;
  by("stray").hidden = shown.strays.length === 0;
  by("stray").textContent = say("recordings.stray", { files: shown.strays.join(", ") });
  by("no-microphone").hidden = canRecord();
  const focused = document.activeElement?.dataset.deed;
  by("pages").replaceChildren(...shown.pages.map(leaf));
  if (focused) document.querySelector(`[data-deed="${CSS.escape(focused)}"]:not(:disabled)`)?.focus();
}

function leaf(sheet) {
  const other = sheet.readFor.length > 0;
  const state = other ? say("recordings.other") : !sheet.recorded ? say("recordings.wanting") : sheet.seconds ? say("recordings.recorded", { seconds: Math.max(1, Math.round(sheet.seconds)) }) : say("recordings.broken");
  return make("li", { class: "card", "data-page": sheet.page },
    make("h2", { id: `page-${sheet.page}` }, name(sheet)),
    ...sheet.lines.map(line => make("p", { class: "aloud", lang: shown.language }, line.role ? make("span", { class: "who" }, `${line.role}: `) : "", line.text)),
    make("p", { class: "kept", "data-recorded": sheet.recorded }, icon(sheet.recorded ? "state-ready" : other ? "state-partly" : "state-silent"), make("span", {}, state)),
    other ? make("div", { class: "then" }, make("p", {}, say("recordings.read-for")), ...sheet.readFor.map(line => make("p", { lang: shown.language }, line))) : "",
    sheet.page === 0 && !sheet.recorded && !other ? make("p", { class: "hint" }, say("recordings.name-hint")) : "",
    taking?.page === sheet.page ? onAir() : make("div", { class: "row" }, ...deeds(sheet)));
}

function deed(sheet, what, word, label, drawing, act) {
  return make("button", { type: "button", "data-deed": `${what}-${sheet.page}`, "aria-label": label, disabled: taking !== null, onclick: () => attempt(act) }, drawing ? icon(drawing) : "", word);
}

function deeds(sheet) {
  const page = short(sheet.page);
  const file = make("input", { type: "file", class: "unseen", accept: ".wav,audio/wav", tabindex: "-1", "data-file": sheet.page, "aria-label": say("recordings.choose-this", { page }),
    onchange: () => attempt(() => take([...file.files], sheet.page)) });
  const there = sheet.recorded || sheet.readFor.length > 0;
  return [
    there ? deed(sheet, "hear", hearing === sheet.page ? say("recordings.silence") : say("recordings.hear"), hearing === sheet.page ? say("recordings.silence") : say("recordings.hear-this", { page }), hearing === sheet.page ? "stop" : "play", () => hear(sheet.page)) : "",
    sheet.readFor.length ? deed(sheet, "keep-old", say("recordings.keep"), say("recordings.keep-this", { page }), "state-ready", () => keepOld(sheet.page)) : "",
    canRecord() ? deed(sheet, "record", say("recordings.record"), say("recordings.record-this", { page }), "microphone", () => begin(sheet.page)) : "",
    file,
    deed(sheet, "choose", say("recordings.choose"), say("recordings.choose-this", { page }), "add", () => file.click()),
    there ? deed(sheet, "remove", say("recordings.remove"), say("recordings.remove-this", { page }), "delete", () => remove(sheet.page)) : "",
    !there && sheet.removed ? deed(sheet, "undo", say("recordings.undo"), say("recordings.undo-this", { page }), "", () => undo(sheet.page)) : "",
  ];
}

function hush() {
  heard.pause();
  hearing = -1;
}

async function hear(page) {
  const again = hearing !== page;
  hush();
  if (again) {
    hearing = page;
    heard.src = path("/sound", `&page=${page}&t=${Date.now()}`);
    await heard.play();
  }
  list();
}
heard.addEventListener("ended", () => { hearing = -1; list(); });

function onAir() {
  const seconds = make("p", {}, say("recordings.listening", { seconds: 0 }));
  taking.tell = number => { seconds.textContent = say("recordings.listening", { seconds: number }); };
  return make("div", { class: "on-air" }, seconds, make("div", { class: "row" },
    make("button", { type: "button", class: "main", "data-deed": "keep", onclick: () => attempt(keep) }, icon("stop"), say("recordings.stop")),
    make("button", { type: "button", onclick: () => attempt(drop) }, say("recordings.drop"))));
}

async function begin(page) {
  hush();
  let microphone;
  try {
    microphone = await record(seconds => taking?.tell?.(seconds), () => attempt(keep));
  } catch {
    by("results").replaceChildren(make("div", { class: "card result bad" }, make("p", {}, say("recordings.denied"))));
    return;
  }
  by("results").replaceChildren();
  taking = { page, microphone };
  list();
  document.querySelector('[data-deed="keep"]').focus();
}

async function keep() {
  if (!taking) return;
  const { page, microphone } = taking;
  taking = null;
  await take([await microphone.wav()], page);
  document.querySelector(`[data-deed="hear-${page}"], [data-deed="record-${page}"]`)?.focus();
}

async function drop() {
  const { page, microphone } = taking;
  taking = null;
  microphone.close();
  list();
  document.querySelector(`[data-deed="record-${page}"]`)?.focus();
}

/** Sends files one after the other, and says of each what became of it. */
async function take(files, page) {
  hush();
  by("results").replaceChildren();
  for (const file of files) {
    const line = make("div", { class: "card result" }, make("p", {}, file.name, " ", say("recordings.sending")));
    by("results").append(line);
    try {
      const which = page === undefined ? "" : `&page=${page}`;
      const result = await ask("POST", path("/upload", `&name=${encodeURIComponent(file.name)}${which}`), file);
      line.classList.toggle("bad", !result.kept);
      line.replaceChildren(make("p", {}, say(result.kept ? "recordings.kept" : "recordings.refused", { page: short(result.page) })),
        ...result.told.map(told => make("p", { lang: told.language }, told.text)));
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      line.classList.add("bad");
      line.replaceChildren(make("p", {}, file.name, ": ", problem.message));
    }
  }
  await load();
}

/** A recording that was read for other words is played all the same. */
async function keepOld(page) {
  await ask("POST", "/api/recordings/keep", { story, page });
  by("results").replaceChildren(make("div", { class: "card result" }, make("p", {}, say("recordings.stays", { page: short(page) }))));
  await load();
  document.querySelector(`[data-deed="hear-${page}"]`)?.focus();
}

async function remove(page) {
  hush();
  await ask("POST", "/api/recordings/remove", { story, page });
  by("results").replaceChildren(make("div", { class: "card result" }, make("p", {}, say("recordings.removed", { page: short(page) }))));
  await load();
  document.querySelector(`[data-deed="undo-${page}"]`)?.focus();
}

async function undo(page) {
  await ask("POST", "/api/recordings/undo", { story, page });
  by("results").replaceChildren();
  await load();
  document.querySelector(`[data-deed="hear-${page}"]`)?.focus();
}

by("add").addEventListener("click", () => by("files").click());
by("files").addEventListener("change", () => attempt(async () => {
  await take([...by("files").files]);
  by("files").value = "";
}));
attempt(load);
