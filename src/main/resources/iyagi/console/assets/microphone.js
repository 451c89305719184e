// This browser's microphone, as a WAV file: 16 bit, 48000 Hz, one channel. Nothing is sent before somebody keeps it.
const RATE = 48000;
const MOST_SECONDS = 180;

/** Browsers show a microphone to pages that came over https or from the same machine only. */
export const canRecord = () => Boolean(globalThis.isSecureContext && navigator.mediaDevices?.getUserMedia && globalThis.AudioWorkletNode);

/** Begins to record. tick() is told the seconds; full() that there is no more room. */
export async function record(tick, full) {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1, echoCancellation: false, noiseSuppression: false, autoGainControl: true } });
  const context = new AudioContext({ sampleRate: RATE });
  const pieces = [];
  let frames = 0;
  let told = 0;
  const close = () => {
    stream.getTracks().forEach(track => track.stop());
    if (context.state !== "closed") context.close();
  };
  try {
    await context.audioWorklet.addModule("/assets/microphone-worklet.js");
    await context.resume();
    const node = new AudioWorkletNode(context, "takes-sound", { numberOfOutputs: 0, channelCount: 1, channelCountMode: "explicit" });
    node.port.onmessage = ({ data }) => {
      if (frames >= MOST_SECONDS * RATE) return;
      pieces.push(data);
      frames += data.length;
      const seconds = Math.floor(frames / RATE);
      if (seconds > told) tick(told = seconds);
      if (frames >= MOST_SECONDS * RATE) full();
    };
    context.createMediaStreamSource(stream).connect(node);
  } catch (trouble) {
    close();
    throw trouble;
  }
  return {
    close,
    wav: async () => {
      close();
      return new File([head(frames), ...pieces], "microphone.wav", { type: "audio/wav" });
    },
  };
}

function head(frames) {
  const view = new DataView(new ArrayBuffer(44));
  const tag = (at, text) => [...text].forEach((letter, i) => view.setUint8(at + i, letter.charCodeAt(0)));
  tag(0, "RIFF");
  view.setUint32(4, 36 + frames * 2, true);
  tag(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, RATE, true);
  view.setUint32(28, RATE * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  tag(36, "data");
  view.setUint32(40, frames * 2, true);
  return view.buffer;
}
