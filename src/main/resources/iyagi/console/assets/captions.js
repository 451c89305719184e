import { by, make, spokenIn, watch } from "./shell.js";
import { byline, say } from "./words.js";
import { Caption } from "./captions-text.js";
import { Clock } from "./clock.js";

const clock = new Clock();
const caption = new Caption(by("caption"));
let before = null;

watch("/api/captions/events", {
  wall: wall => {
    by("title").textContent = wall.title;
    by("byline").textContent = byline(wall.credits);
    for (const id of ["title", "caption"]) spokenIn(by(id), wall.language);
    if (!wall.title) {
      caption.wipe();
      by("caption").textContent = say("captions.idle");
    }
  },
  line: lines => {
    caption.add(lines);
    lines.forEach(line => history(line));
  },
  cut: () => caption.wipe(),
  time: seconds => clock.hear(seconds),
});

// Longer reading time: the line before stays above the one that is said.
function history(line) {
  if (before && document.querySelector('input[value="long"]').checked) {
    by("before")?.remove();
    by("caption").before(make("p", { id: "before", class: "wall-before" }, (before.role ? before.role + ": " : "") + before.text));
  }
  before = line;
}

for (const way of document.querySelectorAll('input[name="way"]')) {
  way.addEventListener("change", () => {
    by("wall").dataset.way = way.value;
    if (way.value !== "long") by("before")?.remove();
    localStorage.setItem("captions", way.value);
  });
  if (localStorage.getItem("captions") === way.value) way.click();
}
by("full").addEventListener("click", () => document.documentElement.requestFullscreen());
document.addEventListener("fullscreenchange", () => document.body.classList.toggle("full", !!document.fullscreenElement));

function tick() {
  caption.at(clock.seconds);
  requestAnimationFrame(tick);
}
tick();
