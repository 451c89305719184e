package iyagi.narration;

import iyagi.narration.Envelope.Stretch;
import iyagi.speech.Phone;
import iyagi.speech.Viseme;
import java.util.ArrayList;
import java.util.List;

/**
 * The mouth along a recording: where it is loudest and softest, syllable by syllable, as shapes of
 * the mouth; shut where nobody speaks. Loudness says how far a jaw is open, which is all that a jaw
 * shows; it does not say which sound it is.
 */
final class Shapes {
  /** The jaw is shut so far below the loud parts, and wide open a little below them, in dB. */
  private static final double SHUT = -24;

  private static final double WIDE = -4;

  /** A moving mean over so many steps, twice: about 90 ms, less than a syllable. */
  private static final int SMOOTH_STEPS = 5;

  /** Smaller changes of the opening are not a syllable. */
  private static final double CHANGE = 0.12;

  /** A phone's shape stands at most so long after it begins (see the mouth's own moment). */
  private static final double MOMENT = 0.040;

  private static final List<Viseme> STEPS =
      List.of(Viseme.DENTAL, Viseme.VELAR, Viseme.CLOSE_VOWEL, Viseme.MID_VOWEL, Viseme.OPEN_VOWEL);

  private final Envelope envelope;
  private final double loud;
  private final double start;
  private final double end;
  private final List<Phone> phones = new ArrayList<>();
  private double done;

  private Shapes(Envelope envelope, double start, double end) {
    this.envelope = envelope;
    this.start = start;
    this.end = end;
    loud = envelope.loud();
  }

  /**
   * Phones for a part of a recording, timed from the part's start, without gaps.
   *
   * @param sounding where somebody speaks in it, in seconds of the recording; may be empty
   */
  static List<Phone> of(Envelope envelope, double start, double end, List<Stretch> sounding) {
    Shapes shapes = new Shapes(envelope, start, end);
    for (Stretch stretch : sounding) {
      shapes.until(stretch.from(), "_", Viseme.SILENCE);
      shapes.syllables(stretch);
    }
    shapes.until(end, "_", Viseme.SILENCE);
    return shapes.phones;
  }

  /** A phone from where the last one ended. */
  private void until(double moment, String symbol, Viseme viseme) {
    double to = Math.min(end, moment) - start;
    if (to > done + 1e-6) {
      phones.add(new Phone(symbol, viseme, Letters.time(done), Letters.time(to)));
      done = to;
    }
  }

  private void syllables(Stretch stretch) {
    double[] openings = openings(stretch);
    List<Integer> turns = turns(openings);
    for (int i = 0; i < turns.size(); i++) {
      Viseme viseme = nearest(openings[turns.get(i)]);
      double leave = i + 1 < turns.size() ? leave(turns.get(i), turns.get(i + 1)) : -1;
      until(leave < 0 ? stretch.to() : stretch.from() + leave, "~", viseme);
    }
  }

  /** Such that the next shape stands at its own moment. */
  private static double leave(int turn, int next) {
    double gap = (next - turn) * Envelope.STEP_SECONDS;
    return next * Envelope.STEP_SECONDS - Math.min(MOMENT, gap / 2);
  }

  private double[] openings(Stretch stretch) {
    int first = (int) Math.round(stretch.from() / Envelope.STEP_SECONDS);
    int count = (int) Math.round(stretch.length() / Envelope.STEP_SECONDS);
    double[] openings = new double[Math.max(1, count)];
    for (int i = 0; i < openings.length; i++) {
      int step = Math.min(first + i, envelope.levels().length - 1);
      double below = envelope.levels()[step] - loud;
      openings[i] = Math.clamp((below - SHUT) / (WIDE - SHUT), 0, 1);
    }
    return smooth(smooth(openings));
  }

  private static double[] smooth(double[] in) {
    double[] out = new double[in.length];
    int half = SMOOTH_STEPS / 2;
    for (int i = 0; i < in.length; i++) {
      int from = Math.max(0, i - half);
      int to = Math.min(in.length, i + half + 1);
      for (int k = from; k < to; k++) {
        out[i] += in[k] / (to - from);
      }
    }
    return out;
  }

  /** Steps at which the opening turns, up or down, by more than a little; at least one. */
  private static List<Integer> turns(double[] openings) {
    List<Integer> turns = new ArrayList<>();
    int high = 0;
    int low = 0;
    boolean rising = true;
    for (int i = 1; i < openings.length; i++) {
      high = openings[i] > openings[high] ? i : high;
      low = openings[i] < openings[low] ? i : low;
      if (rising && openings[high] - openings[i] > CHANGE) {
        turns.add(high);
        rising = false;
        low = i;
      } else if (!rising && openings[i] - openings[low] > CHANGE) {
        turns.add(low);
        rising = true;
        high = i;
      }
    }
    if (rising || turns.isEmpty()) {
      turns.add(high);
    }
    return turns;
  }

  private static Viseme nearest(double opening) {
    Viseme best = STEPS.getFirst();
    for (Viseme step : STEPS) {
      best = Math.abs(step.opening() - opening) < Math.abs(best.opening() - opening) ? step : best;
    }
    return best;
  }
}
