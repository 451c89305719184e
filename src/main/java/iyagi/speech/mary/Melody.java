package iyagi.speech.mary;

import marytts.htsengine.HTSPStream;
import marytts.htsengine.HTSParameterGeneration;

/**
 * The pitch of a sentence, frame by frame: a character's height and range, and a question's rise.
 */
final class Melody {
  private static final double FRAME_SECONDS = 0.005;

  /** A trembling voice shakes about this often a second. */
  private static final double TREMOR_HZ = 5.5;

  /** How long before its end a question begins to rise, at the engine's own pace. */
  private static final double RISE_SECONDS = 0.45;

  /** Seven semitones: what listeners hear as a question without doubt. */
  private static final double RISE = Math.log(1.5);

  /** The voice's mean, for a sentence in which no frame has a pitch. */
  private static final double USUAL = Math.log(175);

  private static final double LOWEST = Math.log(50);
  private static final double HIGHEST = Math.log(600);

  private Melody() {}

  /** Changes the pitch in place. */
  static void shape(HTSParameterGeneration frames, Delivery delivery, char end) {
    HTSPStream pitch = frames.getlf0Pst();
    fill(pitch);
    double mean = mean(pitch);
    boolean[] voiced = frames.getVoicedArray();
    int last = last(voiced);
    double lift = Math.log(delivery.pitch() * (end == '!' ? 1.04 : 1));
    double range = delivery.range() * (end == '!' ? 1.2 : 1);
    double riseFrames = RISE_SECONDS * delivery.stretch() / FRAME_SECONDS;
    for (int t = 0, v = 0; t < voiced.length && v < pitch.getT(); t++) {
      if (voiced[t]) {
        double value = mean + range * (pitch.getPar(v, 0) - mean) + lift;
        if (end == '?') {
          value += RISE * smooth(1 - (last - t) / riseFrames);
        }
        value += Math.log1p(delivery.tremor() * Math.sin(tremorPhase(t)));
        pitch.setPar(v, 0, Math.clamp(value, LOWEST, HIGHEST));
        v++;
      }
    }
  }

  private static double tremorPhase(int frame) {
    return 2 * Math.PI * TREMOR_HZ * FRAME_SECONDS * frame;
  }

  /** 0 below 0, 1 above 1, and a soft way between. */
  private static double smooth(double x) {
    double y = Math.clamp(x, 0, 1);
    return y * y * (3 - 2 * y);
  }

  /**
   * MaryTTS leaves frames at the edges of a sentence without a pitch; they take the nearest one.
   */
  private static void fill(HTSPStream pitch) {
    double near = USUAL;
    for (int v = pitch.getT() - 1; v >= 0; v--) {
      near = Double.isFinite(pitch.getPar(v, 0)) ? pitch.getPar(v, 0) : near;
    }
    for (int v = 0; v < pitch.getT(); v++) {
      near = Double.isFinite(pitch.getPar(v, 0)) ? pitch.getPar(v, 0) : near;
      pitch.setPar(v, 0, near);
    }
  }

  private static double mean(HTSPStream pitch) {
    double sum = 0;
    for (int v = 0; v < pitch.getT(); v++) {
      sum += pitch.getPar(v, 0);
    }
    return pitch.getT() == 0 ? 0 : sum / pitch.getT();
  }

  private static int last(boolean[] voiced) {
    int last = voiced.length - 1;
    while (last > 0 && !voiced[last]) {
      last--;
    }
    return last;
  }
}
