import { ask, attempt, by, icon, make, Problem } from "./shell.js";
import { language as tongue, say } from "./words.js";
import { finds } from "./hangul.js";
import { edit, mistakes } from "./story-editor.js";
import { watchSticks } from "./stick.js";
import { showDeleted } from "./deleted.js";

const names = new Intl.DisplayNames(tongue, { type: "language" });
let stories = [];

/** Asks for the shelf and shows it. */
async function load() {
  const deleted = showDeleted(load);
  deleted.catch(() => {});
  stories = await ask("GET", "/api/stories");
  const chosen = by("tongue").value;
  const all = [...new Set(stories.map(story => story.language).filter(Boolean))].sort();
  by("tongue").replaceChildren(by("tongue").options[0], ...all.map(tag => make("option", { value: tag }, names.of(tag))));
  by("tongue").value = all.includes(chosen) ? chosen : "";
  list();
  await deleted;
}

function list() {
  const typed = by("find").value;
  const only = by("tongue").value;
  const found = stories.filter(story => (!only || story.language === only) && (finds(story.title, typed) || finds(story.name, typed)));
  by("none").hidden = found.length > 0;
  const count = say("stories.count", { stories: found.length });
  if (by("count").textContent !== count) by("count").textContent = count;
  const focused = document.activeElement?.dataset.deed;
  by("stories").replaceChildren(...found.map(card));
  if (focused) document.querySelector(`[data-deed="${CSS.escape(focused)}"]`)?.focus();
}

function card(story) {
  const facts = [story.language && names.of(story.language), story.ages && say("stories.ages", { ages: story.ages }), story.minutes && say("stories.minutes", { minutes: story.minutes })];
  const title = `title-${story.name}`;
  const deed = (name, label, act) => make("button", { type: "button", "data-deed": `${name}-${story.name}`, "aria-label": label, onclick: act },
    icon(name), say(`stories.do-${name}`));
  return make("li", { class: "card", "data-name": story.name },
    make("h2", { lang: story.language || null, id: title }, story.title),
    make("p", { class: "hint" }, facts.filter(Boolean).join(" · ")),
    make("p", { class: "state", "data-state": story.state.word }, icon(`state-${story.state.word}`), make("span", {}, say(`stories.state-${story.state.word}`, { number: story.state.number }))),
    story.state.reason.text ? make("p", { class: "hint", lang: story.state.reason.language }, story.state.reason.text) : "",
    make("div", { class: "row deeds" },
      ["silent", "mistakes"].includes(story.state.word) ? "" : make("a", { class: "button", href: `/listen?story=${encodeURIComponent(story.name)}`, "data-deed": `listen-${story.name}`,
        "aria-label": say("listen.do-this", { title: story.title }) }, icon("listen"), say("listen.do")),
      story.state.word === "mistakes" ? "" : make("a", { class: "button", href: `/recordings?story=${encodeURIComponent(story.name)}`, "data-deed": `recordings-${story.name}`,
        "aria-label": say("recordings.do-this", { title: story.title }) }, icon("microphone"), say("recordings.do")),
      deed("edit", say("stories.edit-this", { title: story.title }), () => attempt(async () => {
        const { name, text } = await ask("GET", `/api/stories/text?story=${encodeURIComponent(story.name)}`);
        edit(name, text, true, load);
      })),
      make("a", { class: "button", href: `/api/stories/download?story=${encodeURIComponent(story.name)}`, download: true, "aria-label": say("stories.download-this", { title: story.title }) },
        icon("download"), say("stories.do-download")),
      story.added ? deed("delete", say("stories.delete-this", { title: story.title }), () => remove(story)) : ""));
}

/** Takes files one after the other, and says of each what became of it. */
async function take(files) {
  by("results").replaceChildren();
  for (const file of files) {
    const line = make("div", { class: "card result" }, make("p", {}, make("strong", {}, file.name), " ", say("stories.sending")));
    by("results").append(line);
    try {
      line.replaceChildren(...outcome(file, await send(file)));
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      line.classList.add("bad");
      line.replaceChildren(make("p", {}, make("strong", {}, file.name), " ", problem.message));
    }
  }
  attempt(load);
}

/** Sends a file; asks before a story is replaced. */
async function send(file, replace = false) {
  const path = `/api/stories/upload?name=${encodeURIComponent(file.name)}&replace=${replace}`;
  try {
    return await ask("POST", path, file);
  } catch (problem) {
    if (problem.key !== "story-there") throw problem;
    return (await sure(problem.message)) ? send(file, true) : { id: "", problems: [], kept: true };
  }
}

function sure(question) {
  by("question-text").textContent = question;
  by("question").returnValue = "no";
  by("question").showModal();
  return new Promise(answer => by("question").addEventListener("close", () => answer(by("question").returnValue === "yes"), { once: true }));
}

function outcome(file, result) {
  const word = result.id ? "stories.is-there" : result.kept ? "stories.was-kept" : "stories.has-mistakes";
  const text = !result.id && !result.kept && !file.name.toLowerCase().endsWith(".zip");
  return [
    make("p", {}, make("strong", {}, file.name), " ", say(word)),
    mistakes(result.problems),
    text ? make("button", { type: "button", class: "main", onclick: async () => edit(file.name, await file.text(), false, load) }, icon("edit"), say("stories.mend")) : "",
  ];
}

let gone = "";
function remove(story) {
  attempt(async () => {
    await ask("POST", "/api/stories/delete", { id: story.id });
    gone = story.id;
    by("undo-text").textContent = say("stories.deleted", { title: story.title });
    by("undo").hidden = false;
    by("undo-now").focus();
    await load();
  });
}
by("undo-now").addEventListener("click", () => attempt(async () => {
  await ask("POST", "/api/stories/undo", { id: gone });
  by("undo").hidden = true;
  by("find").focus();
  await load();
}));

by("find").addEventListener("input", list);
by("tongue").addEventListener("change", list);
by("add").addEventListener("click", () => by("files").click());
by("files").addEventListener("change", async () => {
  await take([...by("files").files]);
  by("files").value = "";
});
const main = by("main");
main.addEventListener("dragover", event => {
  event.preventDefault();
  main.classList.add("over");
});
main.addEventListener("dragleave", event => { if (!main.contains(event.relatedTarget)) main.classList.remove("over"); });
main.addEventListener("drop", event => {
  event.preventDefault();
  main.classList.remove("over");
  take([...event.dataTransfer.files]);
});
attempt(load);
// What is being prepared comes on while this page is open.
setInterval(() => {
  if (!document.hidden && stories.some(story => ["preparing", "fresh"].includes(story.state.word))) load().catch(() => {});
}, 5000);
watchSticks(load);
