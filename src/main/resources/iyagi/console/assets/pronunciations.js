import { ask, attempt, by, icon, make, Problem } from "./shell.js";
import { language as tongue, say } from "./words.js";

const names = new Intl.DisplayNames(tongue, { type: "language" });
let changing = null; // the entry that is being changed
let gone = null;     // the entry that was deleted last
let context = null;
let source = null;

function show({ languages, words, problems, aside }) {
  const chosen = by("tongue").value;
  by("tongue").replaceChildren(...languages.map(tag => make("option", { value: tag }, names.of(tag))));
  if (languages.includes(chosen)) by("tongue").value = chosen;
  by("tongue-field").hidden = languages.length < 2;
  by("none").hidden = words.length > 0;
  by("words").replaceChildren(...words.toSorted((a, b) => a.language.localeCompare(b.language) || a.word.localeCompare(b.word)).map(word => line(word, languages.length > 1)));
  by("damaged").hidden = problems.length === 0 && !aside;
  by("damages").replaceChildren(...problems.map(({ text, language }) => make("li", { lang: language }, text)));
  by("aside").textContent = aside ? say("pronunciations.aside", { file: aside }) : say("pronunciations.mend");
}

function line(entry, named) {
  const deed = (name, act) => make("button", { type: "button", "data-deed": `${name}-${entry.word}`, "aria-label": say(`pronunciations.${name}-this`, { word: entry.word }), onclick: act },
    icon(name === "hear" ? "listen" : name === "change" ? "edit" : name), say(`pronunciations.do-${name}`));
  return make("li", { "data-word": entry.word },
    make("p", {}, make("strong", { lang: entry.language }, entry.word), " ", make("span", { lang: entry.language }, "“" + entry.said + "”"), named ? make("span", { class: "hint" }, " · " + names.of(entry.language)) : ""),
    make("div", { class: "row" }, deed("hear", () => tries(() => hear({ ...entry, sentence: "" }))), deed("change", () => change(entry)), deed("delete", () => remove(entry))));
}

const typed = () => ({ language: by("tongue").value, word: by("word").value, said: by("said").value });

/** Does something with what was typed, and says beside it what is wrong. */
async function tries(deed) {
  try {
    wrong("");
    await deed();
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    by("status").textContent = "";
    wrong(problem.message);
  }
}
function wrong(message) {
  by("wrong").textContent = message;
  by("wrong").hidden = !message;
}

/** Speaks a word as it would be said. */
async function hear(entry) {
  // A browser sounds only if that was begun by a hand.
  context ??= new AudioContext();
  await context.resume();
  by("status").textContent = say("pronunciations.making");
  const { wav } = await ask("POST", "/api/pronunciations/hear", entry);
  const buffer = await context.decodeAudioData(Uint8Array.from(atob(wav), letter => letter.charCodeAt(0)).buffer);
  source?.stop();
  source = context.createBufferSource();
  source.buffer = buffer;
  source.connect(context.destination);
  source.start();
  by("status").textContent = say("pronunciations.heard");
}

async function save(entry, instead = "") {
  show(await ask("PUT", "/api/pronunciations", { ...entry, instead }));
  by("status").textContent = say("pronunciations.saved", { word: entry.word.trim() });
}

function change(entry) {
  changing = entry;
  by("tongue").value = entry.language;
  by("tongue").disabled = true;
  by("word").value = entry.word;
  by("said").value = entry.said;
  by("form-title").textContent = say("pronunciations.change-this", { word: entry.word });
  by("cancel").hidden = false;
  wrong("");
  by("said").focus();
}

function clear() {
  changing = null;
  by("tongue").disabled = false;
  for (const field of ["word", "said", "sentence"]) by(field).value = "";
  by("form-title").textContent = say("pronunciations.new");
  by("cancel").hidden = true;
}

function remove({ language, word, said }) {
  attempt(async () => {
    show(await ask("POST", "/api/pronunciations/delete", { language, word }));
    if (changing?.word === word && changing.language === language) clear();
    gone = { language, word, said };
    by("undo-text").textContent = say("pronunciations.deleted", { word });
    by("undo").hidden = false;
    by("undo-now").focus();
  });
}

by("undo-now").addEventListener("click", () => attempt(async () => {
  await save(gone);
  by("undo").hidden = true;
  document.querySelector(`[data-deed="hear-${CSS.escape(gone.word)}"]`)?.focus();
}));
by("hear").addEventListener("click", () => tries(() => hear({ ...typed(), sentence: by("sentence").value })));
by("form").addEventListener("submit", event => {
  event.preventDefault();
  tries(async () => {
    await save(typed(), changing?.word ?? "");
    clear();
    by("word").focus();
  });
});
by("cancel").addEventListener("click", () => {
  clear();
  wrong("");
  by("word").focus();
});
attempt(async () => show(await ask("GET", "/api/pronunciations")));
