import { ask, attempt, by, make } from "./shell.js";
import { byline, say } from "./words.js";
import { audition } from "./audition-view.js";

const story = new URLSearchParams(location.search).get("story") ?? "";

attempt(async () => {
  const { outline } = await audition(by("audition"), () => ask("POST", "/api/listen/open", { story }));
  by("title").replaceChildren(...say("listen.heading", { title: "\u0000" }).split("\u0000").flatMap((text, i) =>
    i === 0 ? [text] : [make("span", { lang: outline.language }, outline.title), text]));
  by("byline").textContent = byline(outline.credits);
});
