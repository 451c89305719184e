package iyagi.narration;

import iyagi.narration.Envelope.Stretch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where the sentences of a recorded page begin and end. Three things are known of each sentence: a
 * reader makes a silence behind it, it takes about as long as it has letters, and it has about as
 * many pauses inside as commas. The boundaries are those silences that fit all three best; a
 * dynamic programme finds them. The weights were chosen over four sets of 65 boundaries in
 * sentences that MaryTTS had read with known pauses (src/docs/decisions.md). Where there are fewer
 * silences than boundaries, letters alone decide, and the boundary goes to the quietest moment near
 * by.
 */
final class Splitting {
  /** Weight of a second of silence against a sentence that is e times too long or too short. */
  private static final double SILENCE = 0.3;

  /** Weight of a pause too many or too few against the commas of a sentence. */
  private static final double COMMA = 0.2;

  /** Longer ones say no more. */
  private static final double LONGEST_SILENCE = 1.0;

  /** Added to lengths, so that a short "Oh!" is not judged by its few letters. */
  private static final double SLACK_SECONDS = 0.4;

  private static final double NEAR_SECONDS = 0.4;

  private final Envelope envelope;
  private final List<Stretch> stretches;
  private final double[] weights;
  private final int[] commas;
  private final double[] before;
  private final double total;

  private Splitting(Envelope envelope, List<String> lines) {
    this.envelope = envelope;
    weights = lines.stream().mapToDouble(Letters::in).toArray();
    commas = lines.stream().mapToInt(line -> Letters.clauses(line).size() - 1).toArray();
    stretches = envelope.stretches();
    before = new double[stretches.size() + 1];
    for (int i = 0; i < stretches.size(); i++) {
      before[i + 1] = before[i] + stretches.get(i).length();
    }
    total = before[stretches.size()];
  }

  /**
   * The boundaries between lines, in seconds and in order, one less than there are lines.
   *
   * @param lines what is said, in order
   */
  static List<Double> boundaries(Envelope envelope, List<String> lines) {
    Splitting splitting = new Splitting(envelope, lines);
    int wanted = lines.size() - 1;
    return splitting.stretches.size() - 1 >= wanted
        ? splitting.atSilences(wanted)
        : splitting.byLetters(wanted);
  }

  /** How long line k should take, in seconds of speech. */
  private double expected(int k) {
    return total * weights[k] / Arrays.stream(weights).sum();
  }

  /** How badly the stretches from one gap to another fit line k. */
  private double misfit(int k, int from, int to) {
    double seconds = before[to] - before[from];
    int inside = to - from - 1;
    double log = Math.log((seconds + SLACK_SECONDS) / (expected(k) + SLACK_SECONDS));
    return log * log + COMMA * Math.abs(inside - commas[k]);
  }

  private double silence(int gap) {
    double length = stretches.get(gap).from() - stretches.get(gap - 1).to();
    return SILENCE * Math.min(LONGEST_SILENCE, length);
  }

  /** The best choice of gaps; gap g lies before stretch g. */
  private List<Double> atSilences(int wanted) {
    int gaps = stretches.size();
    double[] cost = new double[gaps];
    int[][] from = new int[wanted][gaps];
    for (int g = 1; g < gaps; g++) {
      cost[g] = misfit(0, 0, g) - silence(g);
    }
    for (int k = 1; k < wanted; k++) {
      double[] next = new double[gaps];
      Arrays.fill(next, Double.POSITIVE_INFINITY);
      for (int g = k + 1; g < gaps; g++) {
        for (int p = k; p < g; p++) {
          double sum = cost[p] + misfit(k, p, g) - silence(g);
          if (sum < next[g]) {
            next[g] = sum;
            from[k][g] = p;
          }
        }
      }
      cost = next;
    }
    return wanted == 0 ? List.of() : traced(cost, from, wanted);
  }

  private List<Double> traced(double[] cost, int[][] from, int wanted) {
    int best = wanted;
    double least = Double.POSITIVE_INFINITY;
    for (int g = wanted; g < stretches.size(); g++) {
      double sum = cost[g] + misfit(wanted, g, stretches.size());
      if (sum < least) {
        least = sum;
        best = g;
      }
    }
    List<Double> cuts = new ArrayList<>();
    for (int k = wanted - 1; k >= 0; k--) {
      cuts.addFirst((stretches.get(best - 1).to() + stretches.get(best).from()) / 2);
      best = from[k][best];
    }
    return cuts;
  }

  private List<Double> byLetters(int wanted) {
    List<Double> cuts = new ArrayList<>();
    double least = 0;
    double spoken = 0;
    for (int k = 0; k < wanted; k++) {
      spoken += expected(k);
      double at = Sounding.at(stretches, spoken, envelope.seconds());
      double near = Math.min(NEAR_SECONDS, Math.min(expected(k), expected(k + 1)) / 3);
      double cut = envelope.quietest(Math.max(least, at - near), Math.max(least, at + near));
      cuts.add(Math.max(least, cut));
      least = cuts.getLast();
    }
    return cuts;
  }
}
