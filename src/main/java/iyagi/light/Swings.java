package iyagi.light;

import java.util.Arrays;

/**
 * Counts how often one measure of a light has swung up or down by at least a threshold, within the
 * last second. One thread.
 */
final class Swings {
  private final double threshold;
  private final double[] moments;
  private int next;
  private double low;
  private double high;

  /** 1 while the last swing went up, -1 while it went down, 0 before the first. */
  private int direction;

  /**
   * From dark.
   *
   * @param threshold what counts as a swing
   * @param most how many swings a second are allowed
   */
  Swings(double threshold, int most) {
    this.threshold = threshold;
    moments = new double[most];
    Arrays.fill(moments, Double.NEGATIVE_INFINITY);
  }

  /** Whether going to this value now would be one swing too many for the last second. */
  boolean refuses(double value, double now) {
    return swing(value) != 0 && now - moments[next] <= 1;
  }

  /** Goes to this value. */
  void go(double value, double now) {
    int swing = swing(value);
    if (swing != 0) {
      direction = swing;
      moments[next] = now;
      next = (next + 1) % moments.length;
      low = value;
      high = value;
    }
    low = Math.min(low, value);
    high = Math.max(high, value);
  }

  /** A swing is a change from the last turning point against the direction of the last swing. */
  private int swing(double value) {
    if (direction <= 0 && value - low >= threshold) {
      return 1;
    }
    return direction >= 0 && high - value >= threshold ? -1 : 0;
  }
}
