package iyagi.audio;

import java.util.Arrays;

/**
 * How loud a sound is to the ear: ITU-R BS.1770-4, K-weighted and gated, for one channel. The two
 * filters are given there for 48 kHz; for other rates they are made from the same analogue
 * prototypes by the bilinear transform (the corner frequencies and qualities below reproduce the
 * tables of BS.1770-4, annex 1, to 1e-9).
 */
public final class Loudness {
  /** What {@link #lufs} gives for silence and for no sound at all. */
  public static final double SILENT = Double.NEGATIVE_INFINITY;

  private static final double OFFSET = -0.691;
  private static final double ABSOLUTE_GATE_LUFS = -70;
  private static final double RELATIVE_GATE_LU = -10;
  private static final double BLOCK_SECONDS = 0.4;
  private static final int BLOCKS_OVERLAP = 4;

  private Loudness() {}

  /**
   * The loudness of a whole sound. A sound shorter than one block of 0.4 s is one block.
   *
   * @param samples mono, -1 to 1; only read
   * @param rateHz samples a second
   * @return in LUFS; {@link #SILENT} where nothing passes the gate of -70 LUFS
   */
  public static double lufs(float[] samples, int rateHz) {
    double[] blocks = blocks(weighted(samples, rateHz), rateHz);
    double absolute = mean(blocks, power(ABSOLUTE_GATE_LUFS));
    double relative = absolute * Math.pow(10, RELATIVE_GATE_LU / 10);
    return loudness(mean(blocks, Math.max(relative, power(ABSOLUTE_GATE_LUFS))));
  }

  private static double loudness(double power) {
    return power > 0 ? OFFSET + 10 * Math.log10(power) : SILENT;
  }

  private static double power(double lufs) {
    return Math.pow(10, (lufs - OFFSET) / 10);
  }

  /** The mean power of blocks above a gate. */
  private static double mean(double[] blocks, double gate) {
    return Arrays.stream(blocks).filter(power -> power > gate).average().orElse(0);
  }

  /** The mean power of each block of 0.4 s, three quarters of it shared with its neighbour. */
  private static double[] blocks(double[] weighted, int rateHz) {
    int block = (int) Math.round(BLOCK_SECONDS * rateHz);
    int step = block / BLOCKS_OVERLAP;
    if (weighted.length < block) {
      return weighted.length == 0
          ? new double[0]
          : new double[] {power(weighted, 0, weighted.length)};
    }
    double[] powers = new double[(weighted.length - block) / step + 1];
    for (int i = 0; i < powers.length; i++) {
      powers[i] = power(weighted, i * step, i * step + block);
    }
    return powers;
  }

  private static double power(double[] samples, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += samples[i] * samples[i];
    }
    return sum / (to - from);
  }

  private static double[] weighted(float[] samples, int rateHz) {
    double[] out = new double[samples.length];
    Biquad head = Biquad.headShelf(rateHz);
    Biquad low = Biquad.lowCut(rateHz);
    for (int i = 0; i < samples.length; i++) {
      out[i] = low.next(head.next(samples[i]));
    }
    return out;
  }

  /** A filter of second order in transposed direct form II; one sound, one thread. */
  private static final class Biquad {
    private final double b0;
    private final double b1;
    private final double b2;
    private final double a1;
    private final double a2;
    private double s1;
    private double s2;

    private Biquad(double b0, double b1, double b2, double a1, double a2) {
      this.b0 = b0;
      this.b1 = b1;
      this.b2 = b2;
      this.a1 = a1;
      this.a2 = a2;
    }

    /** The head's effect: a shelf of +4 dB above 1.7 kHz. */
    static Biquad headShelf(int rateHz) {
      double k = Math.tan(Math.PI * 1681.974450955533 / rateHz);
      double q = 0.7071752369554196;
      double high = Math.pow(10, 3.999843853973347 / 20);
      double band = Math.pow(high, 0.4996667741545416);
      double a0 = 1 + k / q + k * k;
      return new Biquad(
          (high + band * k / q + k * k) / a0,
          2 * (k * k - high) / a0,
          (high - band * k / q + k * k) / a0,
          2 * (k * k - 1) / a0,
          (1 - k / q + k * k) / a0);
    }

    /** The "RLB" curve: a high pass at 38 Hz. */
    static Biquad lowCut(int rateHz) {
      double k = Math.tan(Math.PI * 38.13547087602444 / rateHz);
      double q = 0.5003270373238773;
      double a0 = 1 + k / q + k * k;
      return new Biquad(1, -2, 1, 2 * (k * k - 1) / a0, (1 - k / q + k * k) / a0);
    }

    double next(double x) {
      double y = b0 * x + s1;
      s1 = b1 * x - a1 * y + s2;
      s2 = b2 * x - a2 * y;
      return y;
    }
  }
}
