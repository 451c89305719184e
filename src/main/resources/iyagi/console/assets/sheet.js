import { ask, attempt, by, make } from "./shell.js";
import { day, say, time } from "./words.js";

const wanted = new URLSearchParams(location.search);
const clock = minutes => time(new Date(2024, 0, 1, 0, minutes));

function block(words, texts, language) {
  return texts.length === 0 ? "" : make("div", {}, make("h3", {}, words), make("ul", { lang: language }, ...texts.map(text => make("li", {}, text))));
}

function show(sheet) {
  const [hours, minutes] = sheet.start.split(":").map(Number);
  const start = hours * 60 + minutes;
  by("title").textContent = sheet.title;
  by("when").textContent = [sheet.date && day(`${sheet.date}T12:00:00`), clock(start)].filter(Boolean).join(" · ");
  by("manner").hidden = !sheet.manner;
  if (sheet.manner) by("manner").textContent = say("sheet.manner", { manner: say(`now.manner-${sheet.manner}`) });
  by("length").textContent = say("sheet.length", { minutes: sheet.lengthMinutes, most: sheet.minutes }) + (sheet.tooLong ? ` ${say("sheet.too-long")}` : "");
  by("announcement").hidden = !sheet.announcement;
  by("announcement").replaceChildren(say("sheet.announced"), " ", make("span", { lang: sheet.language }, `“${sheet.announcement}”`));
  by("ready").hidden = sheet.materials.length === 0;
  by("materials").replaceChildren(...sheet.materials.map(text => make("li", {}, text)));
  by("lines").replaceChildren(...sheet.lines.map(line => {
    const kind = say(`sheet.kind-${line.kind}`);
    const spoken = line.kind === "hello" || line.kind === "goodbye" || line.kind === "stretch";
    return make("li", { "data-kind": line.kind }, make("h2", {}, `${clock(start + line.at)} ${kind}${spoken ? "" : `: ${line.title}`}`),
      make("p", {}, line.found ? say("sheet.minutes", { minutes: line.minutes }) : say("sheet.not-found")),
      line.words ? make("p", { class: "words", lang: sheet.language }, `“${line.words}”`) : "",
      block(say("sheet.grown-ups"), line.prompts, sheet.language), block(say("sheet.questions"), line.questions, sheet.language));
  }));
}

by("print").addEventListener("click", () => print());
const sheet = await attempt(() => ask("GET", `/api/programme/sheet?${new URLSearchParams({ plan: wanted.get("plan") ?? "", date: wanted.get("date") ?? "" })}`));
if (sheet) show(sheet);
