package iyagi.motion;

/**
 * How much of the last ten minutes a joint has been at work. A hobby servo's motor warms while it
 * moves or holds against something (150 to 250 mA), and hardly while it stands unloaded (10 mA;
 * SG90 and MG90S data sheets), so work is the time in which it is powered and not at rest. One
 * thread.
 */
final class Duty {
  /** What is looked back on, in seconds. */
  static final double SPAN_SECONDS = 600;

  /** A joint that had to rest is used again at this share of what it may work. Our own figure. */
  static final double RESTED_SHARE = 0.75;

  private static final int SLICES = 60;
  private static final double SLICE_SECONDS = SPAN_SECONDS / SLICES;

  private final double mostSeconds;
  private final double[] worked = new double[SLICES];
  private int slice;
  private double inSlice;
  private double sum;
  private boolean tired;

  /**
   * A joint that has rested.
   *
   * @param mostPercent of any ten minutes; 100 never tires
   */
  Duty(int mostPercent) {
    mostSeconds = mostPercent >= 100 ? Double.POSITIVE_INFINITY : SPAN_SECONDS * mostPercent / 100;
  }

  /** Time goes on. */
  void tick(double seconds, boolean working) {
    if (working) {
      worked[slice] += seconds;
      sum += seconds;
    }
    inSlice += Math.min(seconds, SPAN_SECONDS);
    while (inSlice >= SLICE_SECONDS) {
      inSlice -= SLICE_SECONDS;
      slice = (slice + 1) % SLICES;
      sum -= worked[slice];
      worked[slice] = 0;
    }
    tired = tired ? sum > RESTED_SHARE * mostSeconds : sum >= mostSeconds;
  }

  /** Whether it has to rest now. */
  boolean tired() {
    return tired;
  }
}
