// What happens in a plan, in order: stories, songs, moving and questions, each changed where it stands.
import { by, icon, make, spokenIn } from "./shell.js";
import { say } from "./words.js";

const KINDS = ["story", "song", "stretch", "question"];
let stories = [];
let items = [];

/** The story that a plan means by a name: "bear" may be bear.ko on the shelf. */
export const meant = (name, language) => stories.find(each => each.name === name)
  ?? stories.find(each => each.name === `${name}.${language}`) ?? stories.find(each => each.name.startsWith(`${name}.`));

const kind = item => KINDS.find(each => each in item);

/** What a person calls something of a plan. */
export function called(item, language) {
  const name = item[kind(item)];
  if (item.question !== undefined) return name;
  const title = meant(name, language)?.title ?? say("planning.not-there", { name });
  if (item.stretch) return name === "stretch" ? say("programme.item-stretch") : say("planning.item-stretch", { title });
  return item.song ? say("programme.item-song", { title }) : title;
}

/** Fills a list to choose from with what is on the shelf; the value stays even where it is not there any more. */
export function choose(select, value, first = []) {
  select.replaceChildren(...first.map(([name, text]) => make("option", { value: name }, text)));
  for (const story of stories.filter(each => !first.some(([name]) => name === each.name))) {
    const option = make("option", { value: story.name }, story.title);
    spokenIn(option, story.language);
    select.append(option);
  }
  if (value !== undefined && ![...select.options].some(option => option.value === value)) {
    select.append(make("option", { value }, meant(value)?.title ?? say("planning.not-there", { name: value })));
  }
  if (value !== undefined) select.value = value;
  return select;
}

function which(item, what) {
  const select = choose(make("select", { onchange: event => { item[what] = event.target.value; } }), item[what], what === "stretch" ? [["stretch", say("planning.usual-stretch")]] : []);
  return [make("label", {}, say(`sheet.kind-${what}`), select)];
}

function asked(item) {
  const text = (key, words, required = false) => {
    const input = make("input", { type: "text", maxlength: 300, required, oninput: event => { item[key] = event.target.value; } });
    input.value = item[key];
    return make("label", {}, words, input);
  };
  const wait = make("input", { type: "number", min: 1, max: 60, required: true, oninput: event => { item["wait-seconds"] = Number(event.target.value); } });
  wait.value = item["wait-seconds"];
  return [text("question", say("planning.ask"), true), make("label", {}, say("planning.wait"), wait), text("hint", say("planning.hint")), text("say", say("planning.answer"))];
}

function row(item, index) {
  const what = kind(item);
  const place = `${index + 1}. ${say(`sheet.kind-${what}`)}`;
  const move = (step, symbol, words) => make("button", { type: "button", class: "quiet icon", disabled: index + step < 0 || index + step >= items.length, "aria-label": words, "data-move": step,
    onclick: () => { items.splice(index + step, 0, items.splice(index, 1)[0]); show(index + step, `[data-move="${step}"]:enabled`); } }, symbol);
  const out = make("button", { type: "button", class: "quiet icon", "aria-label": say("programme.remove-of", { title: place }), onclick: () => { items.splice(index, 1); show(); by("add-story").focus(); } }, icon("minus"));
  return make("li", { class: "item", "data-kind": what }, make("div", { class: "fields", role: "group", "aria-label": place }, ...(what === "question" ? asked(item) : which(item, what))),
    make("div", { class: "moves" }, make("span", { class: "number", "aria-hidden": "true" }, `${index + 1}.`), move(-1, "↑", say("programme.up", { title: place })), move(1, "↓", say("planning.down", { title: place })), out));
}

function show(focused = -1, part = "select, input") {
  by("no-items").hidden = items.length > 0;
  by("items").replaceChildren(...items.map(row));
  by("items").children[focused]?.querySelector(part)?.focus();
}

/** Shows the items of a plan, to be changed in place. */
export function open(these) {
  items = structuredClone(these);
  show();
}

/** As they are now. */
export const now = () => items;

/** Gets the shelf and begins to listen to the buttons. */
export function ready(shelf) {
  stories = shelf;
  choose(by("story"));
  const add = item => { items.push(item); show(items.length - 1); };
  for (const what of ["story", "song"]) by(`add-${what}`).addEventListener("click", () => { if (by("story").value) add({ [what]: by("story").value }); });
  by("add-stretch").addEventListener("click", () => add({ stretch: "stretch" }));
  by("add-question").addEventListener("click", () => add({ question: "", "wait-seconds": 6, hint: "", say: "" }));
}
