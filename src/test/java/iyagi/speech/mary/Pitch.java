package iyagi.speech.mary;

import iyagi.audio.Pcm;
import java.util.ArrayList;
import java.util.List;

/**
 * Fundamental frequency by autocorrelation: a measure that knows nothing of how a sound was made.
 */
final class Pitch {
  private static final int FRAME = 2_400;
  private static final double VOICED = 0.75;
  private static final int LOWEST_HZ = 60;
  private static final int HIGHEST_HZ = 450;

  private Pitch() {}

  /** The median of all voiced frames, in hertz. */
  static double of(Pcm sound) {
    return median(voiced(sound));
  }

  /** The median of the last voiced frames, about a tenth of a second. */
  static double atEnd(Pcm sound) {
    List<Double> all = voiced(sound);
    return median(all.subList(Math.max(0, all.size() - 5), all.size()));
  }

  /** The share of frames that are voiced. */
  static double voicedShare(Pcm sound) {
    return voiced(sound).size()
        / (double) Math.max(1, (sound.samples().length - 2 * FRAME) / (FRAME / 2));
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private static List<Double> voiced(Pcm sound) {
    List<Double> hz = new ArrayList<>();
    float[] x = sound.samples();
    for (int at = 0; at + 2 * FRAME < x.length; at += FRAME / 2) {
      double best = 0;
      int period = 0;
      for (int lag = Pcm.RATE_HZ / HIGHEST_HZ; lag <= Pcm.RATE_HZ / LOWEST_HZ; lag += 2) {
        double r = correlation(x, at, lag);
        if (r > best + 0.02) {
          best = r;
          period = lag;
        }
      }
      if (best > VOICED) {
        hz.add((double) Pcm.RATE_HZ / period);
      }
    }
    return hz;
  }

  private static double correlation(float[] x, int at, int lag) {
    double both = 0;
    double one = 1e-6;
    double other = 1e-6;
    for (int i = at; i < at + FRAME; i += 4) {
      both += x[i] * x[i + lag];
      one += x[i] * x[i];
      other += x[i + lag] * x[i + lag];
    }
    return both / Math.sqrt(one * other);
  }
}
