// The card "How loud it is" of the page Robot.
import { ask, attempt, by } from "./shell.js";
import { moment, number, say } from "./words.js";

function show({ usual, most, library, ceiling, measured, at, steps }) {
  by("most").value = most;
  by("usual").value = usual;
  bound();
  by("library-most").textContent = library < 100 ? say("volume.library", { most: library }) : "";
  const lines = steps.map(({ level, dba }) => say("volume.step", { level, dba: number(dba) })).join(", ");
  by("measured").textContent = measured === "yes" ? say("volume.measured", { at: moment(at), steps: lines, ceiling: number(ceiling) })
    : measured === "no" ? say("volume.unmeasured", { ceiling: number(ceiling) }) : say("volume.damaged");
}

/** The usual volume is never above the most. */
function bound() {
  by("usual").max = by("most").value;
  by("usual-shown").textContent = by("usual").value;
  by("most-shown").textContent = by("most").value;
}

for (const id of ["usual", "most"]) by(id).addEventListener("input", () => { bound(); by("volume-done").textContent = ""; });
by("volume-form").addEventListener("submit", event => {
  event.preventDefault();
  attempt(async () => {
    show(await ask("PUT", "/api/robot/volume", { usual: Number(by("usual").value), most: Number(by("most").value) }));
    by("volume-done").textContent = say("volume.saved");
  });
});
by("hear").addEventListener("click", () => attempt(async () => {
  const { level } = await ask("POST", "/api/robot/volume/hear", { level: Number(by("usual").value) });
  by("volume-done").textContent = say("volume.heard", { level });
}));
attempt(async () => show(await ask("GET", "/api/robot/volume")));
