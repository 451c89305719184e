// A text that is not saved yet, heard over its editor.
import { ask, by, Problem } from "./shell.js";
import { audition } from "./audition-view.js";

let here = null;

/** Opens a text at the sentence that stands in or before a line. */
export async function hear(name, text, line) {
  by("heard").replaceChildren();
  by("hearing").showModal();
  try {
    const opened = await audition(by("heard"), () => ask("POST", "/api/listen/draft", { name, text }),
      passages => passages.findLastIndex(passage => passage.kind === "say" && passage.source <= line));
    if (by("hearing").open) here = opened; else opened.close();
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    by("heard").textContent = problem.message;
  }
}

by("heard-enough").addEventListener("click", () => by("hearing").close());
by("hearing").addEventListener("close", () => {
  here?.close();
  here = null;
});
