// A story's text in the page, checked while it is typed.
import { ask, by, make, Problem } from "./shell.js";
import { say } from "./words.js";

let name = "";
let before = "";
let saved = () => {};
let replace = false;
let waiting = 0;
let asked = 0;

/** What is wrong with a story, line by line; the robot's messages are English. */
export function mistakes(problems, go) {
  return make("ul", { class: "mistakes" }, ...problems.map(problem => {
    const place = problem.line ? say("stories.line", { line: problem.line }) : say("stories.file");
    return make("li", { class: problem.error ? "error" : "warning" },
      go && problem.line ? make("button", { type: "button", class: "quiet", onclick: () => go(problem) }, place) : make("strong", {}, place), " ",
      make("span", { lang: problem.language }, problem.message));
  }));
}

/** Opens the editor. Save puts the text on the shelf; where mayReplace is not set, a story that is there is not replaced. */
export function edit(file, text, mayReplace, then) {
  [name, replace, saved] = [file, mayReplace, then];
  by("editor-title").textContent = say("stories.edit-this", { title: file });
  by("text").value = text;
  before = by("text").value;
  tell("");
  by("editor").showModal();
  check();
}

function tell(message) {
  by("editor-problem").textContent = message;
  by("editor-problem").hidden = !message;
}

async function check() {
  const mine = ++asked;
  try {
    const problems = await ask("POST", "/api/stories/check", { name, text: by("text").value });
    if (mine === asked) show(problems);
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    if (mine === asked) tell(problem.message);
  }
}

function show(problems) {
  tell("");
  by("mistakes").replaceChildren(problems.length ? mistakes(problems, go) : make("p", { class: "good" }, say("stories.no-mistakes")));
  by("save").disabled = problems.some(problem => problem.error);
  by("listen-draft").disabled = by("save").disabled;
}

/** Marks the line of a mistake. */
function go({ line }) {
  const lines = by("text").value.split("\n");
  const from = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
  by("text").focus();
  by("text").setSelectionRange(from, from + (lines[line - 1] ?? "").length);
  by("text").scrollTop = (line - 4) * by("text").scrollHeight / lines.length;
}

function close() {
  clearTimeout(waiting);
  asked++;
  by("editor").close();
}

by("text").addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(check, 400);
});
by("cancel").addEventListener("click", () => {
  if (by("text").value === before || confirm(say("stories.lose"))) close();
});
by("editor").addEventListener("cancel", event => {
  if (by("text").value !== before && !confirm(say("stories.lose"))) event.preventDefault();
});
by("save").addEventListener("click", async () => {
  try {
    const result = await ask("POST", `/api/stories/upload?name=${encodeURIComponent(name)}&replace=${replace}`, new Blob([by("text").value]));
    if (!result.id) return show(result.problems);
    close();
    by("results").replaceChildren(make("div", { class: "card result" }, make("p", {}, make("strong", {}, name), " ", say("stories.is-there"))));
    await saved();
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    tell(problem.message);
    if (problem.key === "story-there") {
      replace = true;
      by("save").textContent = say("stories.replace");
    }
  }
});
by("listen-draft").addEventListener("click", async () => {
  // Fetched only here: whoever opens the page waits for less.
  const listening = await import("./listen-draft.js").catch(() => null);
  if (listening) await listening.hear(name, by("text").value, by("text").value.slice(0, by("text").selectionStart).split("\n").length);
  else tell(new Problem(0, { key: "no-robot" }).message);
});
by("editor").addEventListener("close", () => { by("save").textContent = say("stories.save"); });
