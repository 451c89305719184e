// The robot's sound in this browser, a little later than at the robot, in time with the drawn robot.

const LATER = 0.7; // seconds behind the robot, so that a sound has been fetched before it is due
const MOST_OFF = 0.15;

export class Listening {
  #clock; #context = null; #begin = 0; #sources = new Set(); #buffers = new Map();
  constructor(clock) { this.#clock = clock; }

  get on() { return this.#context !== null; }

  async start(passages) {
    this.#context = new AudioContext();
    await this.#context.resume();
    this.#anchor();
    passages.forEach(passage => this.play(passage));
  }

  async stop() {
    const context = this.#context;
    this.#context = null;
    this.silence();
    await context?.close();
  }

  /** The audio clock's moment for the sound's second 0. */
  #anchor() { this.#begin = this.#context.currentTime - (this.#clock.seconds - LATER); }

  /** Where the sound that leaves the loudspeaker now is, on the robot's axis: read off the audio clock. */
  get seconds() {
    const context = this.#context;
    const { contextTime, performanceTime } = context.getOutputTimestamp?.() ?? {};
    const heard = contextTime > 0
      ? contextTime + (context.state === "running" ? (performance.now() - performanceTime) / 1000 : 0)
      : context.currentTime - (context.outputLatency || context.baseLatency || 0);
    return Math.min(heard, context.currentTime) - this.#begin;
  }

  /** Takes up a passage: its sounds are fetched and put where they belong on the audio clock. */
  play(passage) {
    if (!this.on) return;
    const off = this.#clock.seconds - LATER - (this.#context.currentTime - this.#begin);
    if (Math.abs(off) > MOST_OFF && this.#sources.size === 0) this.#anchor();
    passage.sounds.forEach(sound => this.#schedule(sound));
    passage.next.forEach(url => this.#fetch(url));
  }

  async #schedule(sound) {
    const context = this.#context, begin = this.#begin;
    const buffer = await this.#fetch(sound.url);
    if (!buffer || context !== this.#context || begin !== this.#begin) return;
    const at = begin + sound.at, late = Math.max(0, context.currentTime - at);
    if (late >= buffer.duration) return;
    const source = context.createBufferSource(), gain = context.createGain();
    source.buffer = buffer;
    gain.gain.value = sound.gain;
    source.connect(gain).connect(context.destination);
    source.onended = () => this.#sources.delete(source);
    source.start(at + late, late);
    this.#sources.add(source);
  }

  #fetch(url) {
    if (!this.#buffers.has(url)) {
      if (this.#buffers.size > 12) this.#buffers.delete(this.#buffers.keys().next().value);
      this.#buffers.set(url, fetch(url).then(answer => answer.ok ? answer.arrayBuffer() : null)
        .then(bytes => bytes && this.#context?.decodeAudioData(bytes)).catch(() => null));
    }
    return this.#buffers.get(url);
  }

  /** The robot has jumped or stopped: what is still to come is dropped. */
  silence() {
    this.#sources.forEach(source => source.stop());
    this.#sources.clear();
    if (this.on) this.#anchor();
  }

  hold() { this.#context?.suspend(); }
  go() { this.#context?.resume(); }
}
