import { ask, attempt, by, Problem, tell } from "./shell.js";
import { say } from "./words.js";

by("say").addEventListener("click", () => attempt(async () => {
  await ask("POST", "/api/setup/say", {});
  by("said").textContent = say("setup.said");
}));
by("form").addEventListener("submit", event => {
  event.preventDefault();
  if (by("pin").value !== by("again").value) {
    tell(new Problem(0, { key: "pins-differ" }));
    by("again").focus();
    return;
  }
  attempt(async () => {
    await ask("POST", "/api/setup", { code: by("code").value.trim(), pin: by("pin").value });
    location.assign("/now");
  });
});
