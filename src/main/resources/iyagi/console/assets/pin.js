import { ask, attempt, by } from "./shell.js";

by("form").addEventListener("submit", event => {
  event.preventDefault();
  attempt(async () => {
    try {
      await ask("POST", "/api/sign-in", { pin: by("pin").value });
    } finally {
      by("pin").value = "";
      by("pin").focus();
    }
    const to = new URLSearchParams(location.search).get("to") ?? "";
    location.assign(/^\/[a-z]+$/.test(to) ? to : "/now");
  });
});
by("pin").focus();
