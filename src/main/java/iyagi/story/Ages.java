package iyagi.story;

/**
 * An age band.
 *
 * @param from youngest, in years, 0 or more
 * @param to oldest, in years, not below the youngest
 */
public record Ages(int from, int to) {
  /** Checks the order. */
  public Ages {
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("ages " + from + "-" + to);
    }
  }
}
