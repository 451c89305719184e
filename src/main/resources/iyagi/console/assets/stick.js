// Stories on a USB stick that is plugged into the robot: shown, and taken only when asked.
import { ask, attempt, by, make, Problem } from "./shell.js";
import { language as tongue, say } from "./words.js";
import { mistakes } from "./story-editor.js";

const names = new Intl.DisplayNames(tongue, { type: "language" });
let shown = "";
let busy = false;
let taken = async () => {};

async function look() {
  const seen = await ask("GET", "/api/sticks");
  if (seen.later || busy) return;
  const now = JSON.stringify(seen);
  if (now === shown) return;
  shown = now;
  by("stick").hidden = seen.sticks === 0;
  by("stick-title").textContent = say("stick.title", { stories: seen.stories.length });
  by("stick-more").hidden = !seen.more;
  const fresh = seen.stories.filter(story => story.state === "fresh");
  by("stick-all").hidden = fresh.length === 0;
  by("stick-all").textContent = say("stick.take-new", { stories: fresh.length });
  by("stick-all").onclick = () => all(fresh);
  by("stick-files").replaceChildren(...seen.stories.map(row));
}

function row(story) {
  const other = story.state === "other";
  return make("li", { "data-state": story.state },
    make("span", { class: "grow" }, make("strong", { lang: story.language || null }, story.title), " ", make("span", { class: "hint" }, [story.language && names.of(story.language), say(`stick.state-${story.state}`)].filter(Boolean).join(" · "))),
    other || story.state === "fresh" ? make("button", { type: "button", "aria-label": say(other ? "stick.replace-this" : "stick.take-this", { title: story.title }), onclick: () => all([story], other) }, say(other ? "stick.replace" : "stick.take")) : "",
    story.state === "mistakes" ? mistakes(story.problems) : "");
}

/** One after the other; what came of each stands above the shelf, as for files that are dragged in. */
async function all(stories, replace = false) {
  if (busy) return;
  busy = true;
  by("stick").querySelectorAll("button").forEach(button => { button.disabled = true; });
  by("results").replaceChildren();
  for (const story of stories) {
    const line = make("div", { class: "card result" }, make("p", {}, make("strong", {}, story.title), " ", say("stick.taking")));
    by("results").append(line);
    try {
      const result = await ask("POST", `/api/sticks/take?file=${encodeURIComponent(story.file)}&replace=${replace}`, new Blob([]));
      line.replaceChildren(make("p", {}, make("strong", {}, story.title), " ", say(result.id ? "stories.is-there" : "stories.has-mistakes")), mistakes(result.problems));
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      line.classList.add("bad");
      line.replaceChildren(make("p", {}, make("strong", {}, story.title), " ", problem.message));
    }
  }
  busy = false;
  shown = "";
  await attempt(taken);
  await attempt(look);
  by("stick-title").focus();
}

/** Looks now and then while the page is seen; then(…) is told when the shelf has changed. */
export function watchSticks(then) {
  taken = then;
  attempt(look);
  setInterval(() => { if (!document.hidden && !busy) look().catch(() => {}); }, 5000);
}
