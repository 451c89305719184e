// Where the robot's sound is, between two messages of where it was. All in seconds.

/** now() gives the browser's own time. */
export class Clock {
  #now; #ahead = null; #last = -1; #heardAt = 0;
  constructor(now = () => performance.now() / 1000) { this.#now = now; }

  /** The robot says where its sound is. The message that came fastest counts most. */
  hear(seconds) {
    const ahead = seconds - this.#now();
    const jumped = this.#ahead === null || Math.abs(ahead - this.#ahead) > 0.4 || seconds < this.#last - 0.001;
    this.#ahead = jumped ? ahead : Math.max(ahead, this.#ahead - 0.0005);
    this.#last = seconds;
    this.#heardAt = this.#now();
  }

  /** Where it is now; stands still when nothing more is heard of it. */
  get seconds() {
    if (this.#ahead === null) return 0;
    return Math.min(this.#now() + this.#ahead, this.#last + 0.3);
  }
}
