// What every page needs: asking the robot, saying what went wrong, language, theme, signing out.
import { language, known, say } from "./words.js";

const token = document.querySelector('meta[name="token"]').content;
export const by = id => document.getElementById(id);

/** What the robot refused, in words. */
export class Problem extends Error {
  constructor(status, problem = {}) {
    const key = `problem.${problem.key}`;
    super(known(key) ? say(key, problem.args) : say("problem.unexpected", { reason: problem.key ?? status }));
    this.key = problem.key ?? "";
    this.args = problem.args ?? {};
  }
}

/** Asks the robot: ask("GET", "/api/now/stories"), ask("POST", "/api/now/start", { ... }). Throws a Problem. */
export async function ask(method, path, value) {
  const headers = { "X-Token": token };
  if (value !== undefined && !(value instanceof Blob)) headers["Content-Type"] = "application/json";
  let answer;
  try {
    answer = await fetch(path, { method, headers, body: value === undefined || value instanceof Blob ? value : JSON.stringify(value) });
  } catch {
    throw new Problem(0, { key: "no-robot" });
  }
  if (answer.status === 401) location.assign(`/pin?to=${location.pathname}`);
  const json = answer.headers.get("Content-Type")?.startsWith("application/json") ? await answer.json() : null;
  if (!answer.ok) throw new Problem(answer.status, json?.problem);
  return json;
}

/** Shows a problem above the page, or takes it away. */
export function tell(problem) {
  by("problem").textContent = problem ? problem.message : "";
  by("problem").hidden = !problem;
}

/** Does something and shows what went wrong with it. */
export async function attempt(deed) {
  try {
    const result = await deed();
    tell(null);
    return result;
  } catch (problem) {
    tell(problem);
    if (!(problem instanceof Problem)) throw problem;
    return undefined;
  }
}

/** Listens to what happens at the robot; heard is an object of functions by topic. Comes back by itself. */
export function watch(path, heard, connected = () => {}) {
  const stream = new EventSource(path);
  for (const [topic, take] of Object.entries(heard)) stream.addEventListener(topic, event => take(JSON.parse(event.data)));
  stream.onopen = () => connected(true);
  stream.onerror = () => connected(false);
  return stream;
}

/** A new element: make("p", { class: "hint" }, "text", child). Text is always text. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

/** One of the drawings in icons.svg. */
export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `/assets/icons.svg#${name}`);
  svg.append(use);
  return svg;
}

/** Tells screen readers in which language an element's text is; "" for the page's own. */
export function spokenIn(element, language) {
  if (language) element.lang = language; else element.removeAttribute("lang");
}

const keep = (name, value) => { document.cookie = `${name}=${value}; Path=/; SameSite=Strict; Max-Age=31536000`; };

by("language").addEventListener("click", () => {
  keep("language", language === "ko" ? "en" : "ko");
  location.reload();
});
by("theme").addEventListener("click", () => {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
  keep("theme", root.dataset.theme);
});
if (token) {
  by("sign-out").hidden = false;
  by("sign-out").addEventListener("click", () => attempt(async () => {
    await ask("POST", "/api/sign-out", {});
    location.assign("/pin");
  }));
}

// From now on its buttons do something.
document.documentElement.dataset.ready = "";
