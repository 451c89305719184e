// A caption with the spoken word marked. Text is always text, whatever stands in a story.

/** Shows the line that is heard at a moment in an element. */
export class Caption {
  #into; #lines = []; #shown = null; #spans = []; #marked = null;
  constructor(into) { this.#into = into; }

  add(lines) { this.#lines = [...this.#lines, ...lines].slice(-24); }
  clear() { this.#lines = []; }
  wipe() { this.clear(); this.#show(null); }

  at(seconds) {
    const line = this.#lines.findLast(each => each.at - 0.05 <= seconds);
    this.#show(line && seconds < line.end + 4 ? line : null);
    if (!this.#shown) return;
    const span = this.#spans.find(each => seconds >= each.start && seconds < each.end) ?? null;
    if (span === this.#marked) return;
    if (this.#marked) unmark(this.#marked);
    this.#marked = span;
    if (span) mark(span);
  }

  #show(line) {
    if (line === this.#shown) return;
    this.#shown = line; this.#spans = []; this.#marked = null;
    this.#into.replaceChildren();
    if (!line) return;
    if (line.role) {
      const role = document.createElement("span");
      role.className = "role";
      role.textContent = line.role + ": ";
      this.#into.append(role);
    }
    let at = 0;
    line.words.forEach(([from, to, start, end], i) => {
      this.#into.append(line.text.slice(at, from));
      const element = document.createElement("span");
      element.textContent = line.text.slice(from, to);
      this.#into.append(element);
      this.#spans.push({ element, start, end: Math.max(end, Math.min(line.words[i + 1]?.[2] ?? end, end + 0.3)) });
      at = to;
    });
    this.#into.append(line.text.slice(at));
  }
}
function mark(span) {
  const marked = document.createElement("mark");
  marked.textContent = span.element.textContent;
  span.element.replaceWith(marked);
  span.element = marked;
}
function unmark(span) {
  const plain = document.createElement("span");
  plain.textContent = span.element.textContent;
  span.element.replaceWith(plain);
  span.element = plain;
}
