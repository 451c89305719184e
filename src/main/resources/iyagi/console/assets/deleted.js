// What was deleted lately and can be put back, also after the robot was switched off and on.
import { ask, attempt, by, make } from "./shell.js";
import { say } from "./words.js";

/** Shows it; then() is told when something is back on the shelf. */
export async function showDeleted(then) {
  const stories = await ask("GET", "/api/stories/deleted");
  by("deleted").hidden = stories.length === 0 && !by("deleted-told").textContent;
  by("deleted-stories").replaceChildren(...stories.map(story => make("li", {},
    make("span", { class: "grow", lang: story.language || null }, story.title),
    make("button", { type: "button", "aria-label": say("deleted.put-back-this", { title: story.title }), onclick: () => attempt(async () => {
      await ask("POST", "/api/stories/undo", { id: story.id });
      by("deleted-told").textContent = say("deleted.is-back", { title: story.title });
      await then();
      by("deleted-told").focus();
    }) }, say("deleted.put-back")))));
}
