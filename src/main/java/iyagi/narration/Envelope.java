package iyagi.narration;

import iyagi.audio.Pcm;
import iyagi.audio.WavFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How loud a recording is along its time, in steps of 10 ms, and where somebody speaks in it.
 *
 * @param levels root mean square over 20 ms around each step, in dB of full scale, at least -100;
 *     nobody writes to it any more
 * @param clippedSeconds how long it stands at full scale, where a microphone was overdriven
 */
record Envelope(float[] levels, double clippedSeconds) {
  static final double STEP_SECONDS = 0.010;

  /** Shorter silences are inside words: the closure of a "k" takes up to 120 ms. */
  private static final double SHORTEST_SILENCE = 0.150;

  /** Shorter sounds are clicks. */
  private static final double SHORTEST_SOUND = 0.040;

  private static final double NOTHING_DB = -100;
  private static final double HARDLY_DB = -60;
  private static final double FULL_SCALE = 0.999;
  private static final int BLOCK_STEPS = 1000;

  /** From and to in seconds; somebody speaks in between. */
  record Stretch(double from, double to) {
    double length() {
      return to - from;
    }

    /** What of it lies in another; empty if it is not longer than a click. */
    List<Stretch> within(double first, double last) {
      Stretch part = new Stretch(Math.max(from, first), Math.min(to, last));
      return part.length() > 0.005 ? List.of(part) : List.of();
    }
  }

  /** Reads a recording once, a few seconds at a time. */
  static Envelope of(WavFile file) throws IOException {
    double step = file.rateHz() * STEP_SECONDS;
    int steps = (int) Math.floor(file.frames() / step);
    double[] power = new double[steps];
    long clipped = 0;
    for (int first = 0; first < steps; first += BLOCK_STEPS) {
      int last = Math.min(steps, first + BLOCK_STEPS);
      long from = Math.round(first * step);
      Pcm block = file.part(from, Math.round(last * step));
      for (int i = first; i < last; i++) {
        int begin = (int) (Math.round(i * step) - from);
        int end = (int) (Math.round((i + 1) * step) - from);
        power[i] = power(block.samples(), begin, end);
      }
      clipped += clipped(block.samples());
    }
    return new Envelope(levels(power), clipped / (double) file.rateHz());
  }

  private static double power(float[] samples, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += samples[i] * samples[i];
    }
    return sum / Math.max(1, to - from);
  }

  private static long clipped(float[] samples) {
    long count = 0;
    for (float sample : samples) {
      count += Math.abs(sample) >= FULL_SCALE ? 1 : 0;
    }
    return count;
  }

  private static float[] levels(double[] power) {
    float[] levels = new float[power.length];
    for (int i = 0; i < power.length; i++) {
      double around = (power[Math.max(0, i - 1)] + power[i]) / 2;
      levels[i] = (float) Math.max(NOTHING_DB, 10 * Math.log10(around + 1e-12));
    }
    return levels;
  }

  double seconds() {
    return levels.length * STEP_SECONDS;
  }

  /**
   * What the loud parts of speech reach, in dB: the level that a twentieth of it exceeds, where it
   * is not quite silent.
   */
  double loud() {
    return percentile(HARDLY_DB, 0.95);
  }

  /** What a tenth of it stays below, in dB: pauses, or the room's noise in them. */
  double quiet() {
    return percentile(NOTHING_DB - 1, 0.10);
  }

  /** Over all steps above a level. */
  private double percentile(double above, double share) {
    float[] sorted = levels.clone();
    Arrays.sort(sorted);
    int first = 0;
    while (first < sorted.length && sorted[first] <= above) {
      first++;
    }
    return first == sorted.length
        ? NOTHING_DB
        : sorted[first + (int) (share * (sorted.length - 1 - first))];
  }

  /**
   * Above this somebody speaks: 38 dB below the loud parts (the weakest sounds of speech), higher
   * where the room itself is louder, but never so high that vowels fall below it.
   */
  double threshold() {
    double loud = loud();
    double floor = quiet();
    return Math.min(loud - 20, Math.max(loud - 38, floor + 0.25 * (loud - floor)));
  }

  /** Where somebody speaks, in order. */
  List<Stretch> stretches() {
    double threshold = threshold();
    List<Stretch> runs = new ArrayList<>();
    for (int i = 0; i < levels.length; i++) {
      int from = i;
      while (i < levels.length && levels[i] > threshold) {
        i++;
      }
      if ((i - from) * STEP_SECONDS >= SHORTEST_SOUND) {
        join(runs, new Stretch(from * STEP_SECONDS, i * STEP_SECONDS));
      }
    }
    return runs;
  }

  private static void join(List<Stretch> runs, Stretch next) {
    if (!runs.isEmpty() && next.from() - runs.getLast().to() < SHORTEST_SILENCE) {
      runs.set(runs.size() - 1, new Stretch(runs.getLast().from(), next.to()));
    } else {
      runs.add(next);
    }
  }

  /** The quietest moment between two, in seconds. */
  double quietest(double from, double to) {
    int first = Math.clamp((int) (from / STEP_SECONDS), 0, levels.length - 1);
    int last = Math.clamp((int) (to / STEP_SECONDS), first, levels.length - 1);
    int best = first;
    for (int i = first; i <= last; i++) {
      best = levels[i] < levels[best] ? i : best;
    }
    return best * STEP_SECONDS;
  }
}
