// Runs beside the page, where the browser's sound is: gathers about a tenth of a second and hands it on.
class TakesSound extends AudioWorkletProcessor {
  constructor() {
    super();
    this.piece = new Int16Array(4800);
    this.filled = 0;
  }

  process([input]) {
    for (const sample of input[0] ?? []) {
      this.piece[this.filled++] = Math.max(-1, Math.min(1, sample)) * 32767;
      if (this.filled === this.piece.length) {
        this.port.postMessage(this.piece);
        this.piece = new Int16Array(4800);
        this.filled = 0;
      }
    }
    return true;
  }
}
registerProcessor("takes-sound", TakesSound);
