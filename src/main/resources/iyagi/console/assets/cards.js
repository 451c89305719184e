import { ask, attempt, by, make } from "./shell.js";
import { language as tongue, say } from "./words.js";

const SVG = "http://www.w3.org/2000/svg";
const QUIET = 4;
const A_PAGE = 8;
const names = new Intl.DisplayNames(tongue, { type: "language" });
let cards = [];

/** A QR code with the light modules that have to be around it. */
function code({ size, path }, title) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", `${-QUIET} ${-QUIET} ${size + 2 * QUIET} ${size + 2 * QUIET}`);
  svg.setAttribute("shape-rendering", "crispEdges");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", say("cards.code", { title }));
  const dark = document.createElementNS(SVG, "path");
  dark.setAttribute("d", path);
  svg.append(dark);
  return svg;
}

function card(story) {
  const facts = [story.language && names.of(story.language), story.ages && say("stories.ages", { ages: story.ages }), story.minutes && say("stories.minutes", { minutes: story.minutes })];
  return make("li", {},
    make("h3", { lang: story.language || null }, story.title),
    make("p", {}, ...facts.filter(Boolean).map(fact => make("span", {}, fact))),
    code(story.code, story.title));
}

/** A title as large as its card allows. */
function fit(title) {
  for (let size = 26; size >= 11 && (title.scrollHeight > title.clientHeight || title.scrollWidth > title.clientWidth); size -= 1) title.style.fontSize = `${size}pt`;
}

function show() {
  const chosen = cards.filter(story => by("stories").querySelector(`[value="${CSS.escape(story.name)}"]`).checked);
  const sheets = [];
  for (let from = 0; from < chosen.length; from += A_PAGE) sheets.push(make("ul", { class: "sheet" }, ...chosen.slice(from, from + A_PAGE).map(card)));
  by("sheets").replaceChildren(...sheets);
  by("sheets").querySelectorAll("h3").forEach(fit);
  by("print").disabled = chosen.length === 0;
  by("count").textContent = `${say("cards.count", { cards: chosen.length })} ${say("cards.pages", { pages: sheets.length })}`;
}

function all(checked) {
  by("stories").querySelectorAll("input").forEach(box => { box.checked = checked; });
  show();
}

const paper = () => { by("sheets").dataset.paper = document.querySelector("[name=paper]:checked").value; };
if (/-(US|CA|MX|PH)$/u.test(navigator.language)) document.querySelector("[name=paper][value=letter]").checked = true;
paper();
document.querySelectorAll("[name=paper]").forEach(choice => choice.addEventListener("change", paper));
by("stories").addEventListener("change", show);
by("all").addEventListener("click", () => all(true));
by("none").addEventListener("click", () => all(false));
by("print").addEventListener("click", () => print());
const sheet = await attempt(() => ask("GET", "/api/cards"));
if (sheet) {
  cards = sheet.cards;
  by("scanner").textContent = say(sheet.scanner ? "cards.scanner" : "cards.no-scanner");
  by("stories").replaceChildren(...cards.map(story => make("label", {}, make("input", { type: "checkbox", value: story.name, checked: true }),
    make("span", { lang: story.language || null }, story.title), story.language ? make("span", { class: "hint" }, names.of(story.language)) : "")));
  by("all").disabled = by("none").disabled = false;
  show();
}
