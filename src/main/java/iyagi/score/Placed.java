package iyagi.score;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A passage at its place on one time axis.
 *
 * @param start in seconds
 * @param passage that begins there
 */
public record Placed(double start, Passage passage) {
  /** The passages of a score one behind the other, as they sound when nobody interrupts. */
  public static List<Placed> inOrder(Score score) {
    List<Duration> starts = score.starts();
    List<Placed> placed = new ArrayList<>();
    for (int i = 0; i < score.passages().size(); i++) {
      placed.add(new Placed(starts.get(i).toNanos() / 1e9, score.passages().get(i)));
    }
    return placed;
  }

  /** The index of the passage that sounds at a moment; -1 before the first. */
  public static int at(List<Placed> placed, double seconds) {
    for (int i = placed.size() - 1; i >= 0; i--) {
      if (placed.get(i).start <= seconds) {
        return i;
      }
    }
    return -1;
  }
}
