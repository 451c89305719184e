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
    suit(wall.manner);
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

const ways = [...document.querySelectorAll('input[name="way"]')];
function show(value) {
  ways.find(way => way.value === value).checked = true;
  by("wall").dataset.way = value;
  if (value !== "long") by("before")?.remove();
}

// The wall follows the manner in which the robot reads; what somebody picks here holds until that changes.
const SUITED = { usual: "plain", calm: "calm", "low-vision": "large", "hard-of-hearing": "long" };
let manner = localStorage.getItem("captions-manner") ?? "usual";
function suit(wanted) {
  if (wanted === manner) return;
  manner = wanted;
  localStorage.setItem("captions-manner", manner);
  localStorage.removeItem("captions");
  show(SUITED[manner]);
}
for (const way of ways) {
  way.addEventListener("change", () => {
    show(way.value);
    localStorage.setItem("captions", way.value);
  });
}
show(localStorage.getItem("captions") ?? SUITED[manner]);
by("full").addEventListener("click", () => document.documentElement.requestFullscreen());
document.addEventListener("fullscreenchange", () => document.body.classList.toggle("full", !!document.fullscreenElement));

function tick() {
  caption.at(clock.seconds);
  requestAnimationFrame(tick);
}
tick();
