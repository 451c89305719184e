package iyagi.speech.mary;

import iyagi.audio.Levels;
import iyagi.audio.Loudness;
import iyagi.audio.Pcm;
import java.util.List;

/**
 * Makes the vocoder's samples fit for a loudspeaker and for children: no rumble, one loudness for
 * every phrase, no peak that distorts, silent pauses and no clicks at the edges.
 */
final class Finish {
  /** Where every phrase is set: no narrator's sentence needs a limiter there. */
  static final double TARGET_LUFS = Levels.SPEECH_LUFS;

  /** -1 dBFS, the ceiling of every sample. */
  static final double CEILING = Math.pow(10, -1.0 / 20);

  private static final int RATE = Pcm.RATE_HZ;
  private static final double LOW_CUT_HZ = 70;
  private static final int FADE_IN = millis(5);
  private static final int FADE_OUT = millis(15);

  /** Sounds ring on into a pause (16 ms, sd 35, were measured), and begin before its end. */
  private static final int RING = millis(45);

  private static final int EARLY = millis(30);

  private Finish() {}

  /**
   * A pause inside.
   *
   * @param from in samples
   * @param to in samples
   */
  record Pause(int from, int to) {}

  static int millis(int millis) {
    return millis * RATE / 1000;
  }

  /**
   * The finished sound.
   *
   * @param raw from the vocoder, cut to length; this method writes to it
   */
  static Pcm of(double[] raw, List<Pause> pauses) {
    lowCut(raw);
    pauses.forEach(pause -> gate(raw, pause));
    fade(raw);
    return new Pcm(RATE, levelled(raw));
  }

  private static float[] levelled(double[] raw) {
    double peak = 1e-9;
    for (double x : raw) {
      peak = Math.max(peak, Math.abs(x));
    }
    float[] samples = new float[raw.length];
    for (int i = 0; i < raw.length; i++) {
      samples[i] = (float) (raw[i] / peak);
    }
    double lufs = Loudness.lufs(samples, RATE);
    double gain = Math.min(CEILING, Math.pow(10, (TARGET_LUFS - lufs) / 20));
    for (int i = 0; i < samples.length; i++) {
      samples[i] *= (float) gain;
    }
    return samples;
  }

  /** A Butterworth high pass of second order. */
  private static void lowCut(double[] raw) {
    double k = Math.tan(Math.PI * LOW_CUT_HZ / RATE);
    double norm = 1 / (1 + Math.sqrt(2) * k + k * k);
    double a1 = 2 * (k * k - 1) * norm;
    double a2 = (1 - Math.sqrt(2) * k + k * k) * norm;
    double s1 = 0;
    double s2 = 0;
    for (int i = 0; i < raw.length; i++) {
      double x = raw[i];
      double y = norm * x + s1;
      s1 = -2 * norm * x - a1 * y + s2;
      s2 = norm * x - a2 * y;
      raw[i] = y;
    }
  }

  private static void gate(double[] raw, Pause pause) {
    int quiet = pause.from() + RING + FADE_OUT;
    int back = pause.to() - EARLY - FADE_OUT;
    for (int i = pause.from() + RING; i < pause.to() - EARLY && quiet < back; i++) {
      raw[i] *= i < quiet ? ramp(quiet - i, FADE_OUT) : i < back ? 0 : ramp(i - back, FADE_OUT);
    }
  }

  private static void fade(double[] raw) {
    for (int i = 0; i < raw.length; i++) {
      raw[i] *= ramp(i, FADE_IN) * ramp(raw.length - 1 - i, FADE_OUT);
    }
  }

  /** From 0 to 1 along half a cosine. */
  private static double ramp(int step, int steps) {
    return step >= steps ? 1 : 0.5 - 0.5 * Math.cos(Math.PI * step / steps);
  }
}
