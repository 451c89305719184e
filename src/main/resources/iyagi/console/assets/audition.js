// A story that is heard in this browser, passage by passage. The sound is the clock; what is seen and marked follows it.
import { ask, Problem } from "./shell.js";
import { mouth, MOUTH } from "./robot.js";

const AHEAD = 0.08; // seconds in which a sound can be put on the audio clock in time
const KEPT = 12;    // passages whose sound is kept here

export class Audition {
  #open; #told; #lines; #context = null; #queue = []; #sources = new Set(); #passages = new Map(); #turn = 0; #state = "still"; #at = 0; #timer = 0;

  /** open() gives the outline, told() is called when anything changes, lines(some) when a passage is put on the clock. */
  constructor(open, told, lines) { [this.#open, this.#told, this.#lines] = [open, told, lines]; }

  async load() { this.outline = await this.#open(); }
  /** "still", "making", "playing", "paused" or "ended". */
  get state() { return this.#state; }
  get number() { return this.#at; }
  get notes() { return this.#queue[0]?.passage.notes ?? []; }
  problem = null;

  #set(state) {
    this.#state = state;
    this.#told();
  }

  play() {
    if (this.#state === "paused" && this.#queue.length) {
      this.#context.resume();
      this.#set("playing");
    } else {
      this.#from(this.#state === "ended" ? 0 : this.#at);
    }
  }

  pause() {
    if (this.#state === "making") this.#silence();
    this.#context?.suspend();
    this.#set("paused");
  }

  /** Goes to a passage, and on from there if it is playing. */
  go(number) {
    const on = this.#state === "playing" || this.#state === "making";
    this.#at = number;
    if (on) {
      this.#from(number);
    } else {
      this.#silence();
      this.problem = null;
      this.#set("still");
    }
  }

  async close() {
    clearInterval(this.#timer);
    this.#silence();
    this.#state = "still";
    await this.#context?.close();
    this.#context = null;
  }

  /** The second of the sound that leaves the loudspeaker now, on the axis of the audio clock. */
  get seconds() {
    const context = this.#context;
    if (!context) return 0;
    const { contextTime, performanceTime } = context.getOutputTimestamp?.() ?? {};
    const heard = contextTime > 0
      ? contextTime + (context.state === "running" ? (performance.now() - performanceTime) / 1000 : 0)
      : context.currentTime - (context.outputLatency || context.baseLatency || 0);
    return Math.min(heard, context.currentTime);
  }

  /** What the drawn robot shows now; null before the first sound. */
  get pose() {
    const seconds = this.seconds;
    const here = this.#queue.findLast(each => each.begin <= seconds) ?? this.#queue[0];
    if (!here) return null;
    const { piece, frames, hz } = here.passage;
    const inside = Math.max(0, seconds - here.begin), i = Math.min(frames.length - 1, Math.floor(inside * hz));
    const next = frames[Math.min(frames.length - 1, i + 1)], share = Math.min(1, inside * hz - i);
    const pose = frames[i].map((value, part) => value + (next[part] - value) * share);
    pose[MOUTH] = mouth([piece], inside);
    return pose;
  }

  async #from(number) {
    this.#silence();
    const turn = this.#turn;
    this.#at = number;
    this.problem = null;
    this.#context ??= new AudioContext();
    clearInterval(this.#timer);
    this.#timer = setInterval(() => this.step(), 100);
    this.#set("making");
    try {
      await this.#context.resume();
      const passage = await this.#passage(number);
      if (turn !== this.#turn) return;
      this.#place(number, passage, this.#context.currentTime + AHEAD);
      this.#set("playing");
      this.#follow(number + 1);
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      if (turn !== this.#turn) return;
      this.problem = problem;
      this.#set("still");
    }
  }

  /** Brings the next passage, so that it follows without a gap; what goes wrong is told when its turn comes. */
  async #follow(number) {
    const turn = this.#turn;
    if (number >= this.outline.passages.length) return;
    const passage = await this.#passage(number).catch(() => null);
    if (!passage || turn !== this.#turn || !this.#queue.length) return;
    this.#place(number, passage, Math.max(this.#queue.at(-1).end, this.#context.currentTime + AHEAD));
  }

  /** Goes on to the passage whose time has come. */
  step() {
    if (this.#state !== "playing") return;
    const seconds = this.seconds;
    if (this.#queue.length > 1 && this.#queue[1].begin <= seconds) {
      this.#queue.shift();
      this.#at = this.#queue[0].number;
      this.#told();
      this.#follow(this.#at + 1);
    } else if (this.#queue.length === 1 && seconds >= this.#queue[0].end) {
      if (this.#at + 1 < this.outline.passages.length) this.#from(this.#at + 1); else this.#end();
    }
  }

  #end() {
    this.#silence();
    this.#at = 0;
    this.#set("ended");
  }

  #place(number, passage, begin) {
    const { piece, sounds } = passage;
    this.#queue.push({ number, passage, begin, end: begin + piece.length });
    piece.sounds.forEach((sound, i) => this.#sound(sounds[i], begin + sound.at, sound.gain));
    this.#lines(piece.lines.map(line => ({ ...line, at: line.at + begin, end: line.end + begin,
      words: line.words.map(([from, to, start, end]) => [from, to, start + begin, end + begin]) })));
  }

  #sound(buffer, at, loud) {
    const source = this.#context.createBufferSource(), gain = this.#context.createGain();
    source.buffer = buffer;
    gain.gain.value = loud;
    source.connect(gain).connect(this.#context.destination);
    source.onended = () => this.#sources.delete(source);
    source.start(at);
    this.#sources.add(source);
  }

  #silence() {
    this.#turn++;
    this.#sources.forEach(source => source.stop());
    this.#sources.clear();
    this.#queue = [];
  }

  /** A passage with its sounds; asked for once, and again after it failed. */
  #passage(number) {
    if (!this.#passages.has(number)) {
      if (this.#passages.size >= KEPT) this.#passages.delete(this.#passages.keys().next().value);
      const asked = this.#ask(number);
      asked.catch(() => this.#passages.delete(number));
      this.#passages.set(number, asked);
    }
    return this.#passages.get(number);
  }

  /** The robot keeps a few stories open; one that it has put away is opened again. */
  async #ask(number) {
    const get = () => ask("GET", `/api/listen/${this.outline.open}/passage/${number}`);
    const passage = await get().catch(async problem => {
      if (problem.key !== "listen-closed") throw problem;
      this.outline.open = (await this.#open()).open;
      return get();
    });
    passage.sounds = await Promise.all(passage.piece.sounds.map(sound => this.#fetch(sound.url)));
    return passage;
  }

  async #fetch(url) {
    let answer;
    try { answer = await fetch(url); } catch { throw new Problem(0, { key: "no-robot" }); }
    if (!answer.ok) throw new Problem(answer.status, { key: "not-found" });
    return this.#context.decodeAudioData(await answer.arrayBuffer());
  }
}
