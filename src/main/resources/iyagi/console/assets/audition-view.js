// The drawn robot, the text and the buttons with which a story is heard in this browser.
import { ask, icon, make, spokenIn } from "./shell.js";
import { say } from "./words.js";
import { robot } from "./robot.js";
import { Caption } from "./captions-text.js";
import { Audition } from "./audition.js";

const STILL = Array(11).fill(0);

/**
 * Puts a story into an element. open() asks the robot for its outline; first(passages) says where to begin.
 * Gives the outline, and close(), which ends the sound.
 */
export async function audition(into, open, first = () => 0) {
  const parts = {
    problem: make("div", { class: "problem", role: "alert", hidden: true }),
    robot: make("div", { class: "robot" }),
    mark: make("p", { class: "page-mark" }),
    caption: make("p", { class: "caption" }),
    status: make("p", { class: "status hint", role: "status" }),
    sentences: make("ol", { class: "sentences" }),
    prompts: make("ul"),
    grownUps: make("aside", { hidden: true, "aria-label": say("listen.grown-ups") }),
    notes: make("aside", { hidden: true, "aria-label": say("listen.notes") }),
  };
  const caption = new Caption(parts.caption);
  const heard = new Audition(open, () => show(), lines => caption.add(lines));
  const [body] = await Promise.all([ask("GET", "/api/robot/body"), heard.load()]);
  const { passages, pages, language } = heard.outline;
  const draw = robot(parts.robot, say("listen.robot"), body);
  const buttons = transport(heard, passages);
  let page = -1, shown = "", frame = 0;

  for (const each of [parts.caption, parts.sentences, parts.prompts]) spokenIn(each, language);
  parts.grownUps.append(make("h3", {}, say("listen.grown-ups")), parts.prompts);
  into.replaceChildren(make("p", { class: "hint" }, say("listen.hint")), make("div", { class: "audition" },
    make("section", { class: "card", "aria-label": say("listen.controls") }, parts.problem, parts.robot, parts.mark, parts.caption, parts.status, buttons.row, parts.notes),
    make("section", { class: "card" }, make("h2", {}, say("listen.text")), make("p", { class: "hint" }, say("listen.text-hint")), parts.sentences, parts.grownUps)));

  function show() {
    const here = passages[heard.number];
    parts.problem.textContent = heard.problem?.message ?? "";
    parts.problem.hidden = !heard.problem;
    into.dataset.state = heard.state;
    buttons.show();
    if (here.page !== page) turn(here.page);
    for (const button of parts.sentences.querySelectorAll("button")) {
      if (Number(button.dataset.number) === heard.number) button.setAttribute("aria-current", "true"); else button.removeAttribute("aria-current");
    }
    parts.status.textContent = heard.state === "making" ? say("listen.making") : heard.state === "ended" ? say("listen.ended")
      : ["think", "turn", "choose"].includes(here.kind) ? say(`listen.wait-${here.kind}`) : "";
    parts.notes.hidden = heard.notes.length === 0;
    parts.notes.replaceChildren(make("h3", {}, say("listen.notes")), make("ul", {}, ...heard.notes.map(note => make("li", { lang: note.language }, note.text))));
    // Before it sounds, the sentence stands there as it is.
    const still = heard.state === "still" || heard.state === "ended" || heard.state === "making";
    if (still && `${heard.number}` !== shown) {
      caption.wipe();
      parts.caption.replaceChildren(...sentence(here));
    }
    shown = still ? `${heard.number}` : "";
  }

  function turn(to) {
    page = to;
    parts.mark.textContent = page === 0 ? say("listen.cover")
      : say("listen.page", { page, pages: pages.length }) + (pages[page - 1].heading ? " · " + pages[page - 1].heading : "");
    parts.sentences.replaceChildren(...passages.flatMap((passage, number) => passage.kind === "say" && passage.page === page
      ? [make("li", {}, make("button", { type: "button", "data-number": number, onclick: () => { heard.go(number); if (heard.state === "still") heard.play(); } }, make("span", {}, ...sentence(passage))))] : []));
    const prompts = page > 0 ? pages[page - 1].grownUps : [];
    parts.prompts.replaceChildren(...prompts.map(prompt => make("li", {}, prompt)));
    parts.grownUps.hidden = prompts.length === 0;
  }

  function tick() {
    heard.step();
    draw(heard.pose ?? STILL);
    if (heard.state === "playing" || heard.state === "paused") caption.at(heard.seconds);
    frame = requestAnimationFrame(tick);
  }

  heard.go(Math.max(0, first(passages)));
  tick();
  return {
    outline: heard.outline,
    close() {
      cancelAnimationFrame(frame);
      heard.close();
    },
  };
}

const sentence = passage => passage.role ? [make("span", { class: "role" }, passage.role + ": "), passage.text] : [passage.text];

/** The row of buttons. */
function transport(heard, passages) {
  const said = number => passages[number].kind === "say";
  const numbers = passages.map((_, number) => number);
  const onPage = page => numbers.find(number => passages[number].page >= page);
  const to = {
    "previous-page": () => passages[heard.number].page > 0 ? onPage(passages[heard.number].page - 1) : undefined,
    previous: () => numbers.findLast(number => number < heard.number && said(number)),
    next: () => numbers.find(number => number > heard.number && said(number)),
    "next-page": () => onPage(passages[heard.number].page + 1),
  };
  const ways = Object.fromEntries(Object.keys(to).map(name => [name, make("button", { type: "button", "data-to": name, "aria-label": say(`listen.${name}`), title: say(`listen.${name}`),
    onclick: () => { if (to[name]() !== undefined) heard.go(to[name]()); } }, icon(name))]));
  const label = make("span");
  const play = make("button", { type: "button", class: "main", "data-to": "play",
    onclick: () => { if (goes()) heard.pause(); else heard.play(); } });
  const goes = () => heard.state === "playing" || heard.state === "making";
  return {
    row: make("div", { class: "transport" }, ways["previous-page"], ways.previous, play, ways.next, ways["next-page"]),
    show() {
      label.textContent = goes() ? say("listen.pause") : say("listen.play");
      if (play.dataset.goes !== String(goes())) play.replaceChildren(icon(goes() ? "pause" : "play"), label);
      play.dataset.goes = goes();
      for (const [name, button] of Object.entries(ways)) button.setAttribute("aria-disabled", to[name]() === undefined);
    },
  };
}
