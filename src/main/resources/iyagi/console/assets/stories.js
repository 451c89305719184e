import { ask, attempt, by, icon, make } from "./shell.js";
import { language as tongue, say } from "./words.js";
import { finds } from "./hangul.js";

const names = new Intl.DisplayNames(tongue, { type: "language" });
let stories = [];

/** Asks for the shelf and shows it. */
async function load() {
  stories = await ask("GET", "/api/stories");
  const chosen = by("tongue").value;
  const all = [...new Set(stories.map(story => story.language).filter(Boolean))].sort();
  by("tongue").replaceChildren(by("tongue").options[0], ...all.map(tag => make("option", { value: tag }, names.of(tag))));
  by("tongue").value = all.includes(chosen) ? chosen : "";
  list();
}

function list() {
  const typed = by("find").value;
  const only = by("tongue").value;
  const found = stories.filter(story => (!only || story.language === only) && (finds(story.title, typed) || finds(story.name, typed)));
  by("none").hidden = found.length > 0;
  by("count").textContent = say("stories.count", { stories: found.length });
  by("stories").replaceChildren(...found.map(card));
}

function card(story) {
  const facts = [story.language && names.of(story.language), story.ages && say("stories.ages", { ages: story.ages }), story.minutes && say("stories.minutes", { minutes: story.minutes })];
  return make("li", { class: "card", "data-name": story.name },
    make("h2", { lang: story.language || null }, story.title),
    make("p", { class: "hint" }, facts.filter(Boolean).join(" · ")),
    make("p", { class: "state", "data-state": story.state.word }, icon(`state-${story.state.word}`), make("span", {}, say(`stories.state-${story.state.word}`, { number: story.state.number }))),
    story.state.reason ? make("p", { class: "hint", lang: "en" }, story.state.reason) : "");
}

by("find").addEventListener("input", list);
by("tongue").addEventListener("change", list);
attempt(load);
// What is being prepared comes on while this page is open.
setInterval(() => {
  if (!document.hidden && stories.some(story => ["preparing", "fresh"].includes(story.state.word))) load().catch(() => {});
}, 5000);
