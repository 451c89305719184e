package iyagi.speech.mary;

import java.util.Arrays;
import java.util.Random;

/**
 * What the voice's cords and breath give before the mouth shapes it: pulses and noise, mixed in
 * bands (T. Yoshimura et al., "Mixed excitation for HMM-based speech synthesis", 2001). Frame by
 * frame; one sound, one thread. The noise is seeded: the same frames give the same samples.
 */
final class Excitation {
  private static final int SEED = 1;

  private final double[][] bands;
  private final int order;

  /** MaryTTS leaves out the sample before the present one; so the voice was tuned. */
  private final int taps;

  private final int frame;
  private final Random noise = new Random(SEED);

  /** The last taps before this frame, then this frame. */
  private final double[] pulses;

  private final double[] hiss;
  private final double[] pulseShape;
  private final double[] hissShape;

  /** In samples; 0 where nothing is voiced, -1 before the first frame. */
  private double period = -1;

  private double since;

  /**
   * At rest.
   *
   * @param bands filters, one for each strength
   * @param order taps of a filter
   * @param frame samples in a frame
   */
  Excitation(double[][] bands, int order, int frame) {
    this.bands = bands;
    this.order = order;
    this.taps = order + 1;
    this.frame = frame;
    this.pulses = new double[taps + frame];
    this.hiss = new double[taps + frame];
    this.pulseShape = new double[taps];
    this.hissShape = new double[taps];
  }

  /**
   * Fills a frame.
   *
   * @param target period at the frame's end, in samples; 0 for no voice
   * @param strengths share of pulses in each band
   * @param out a frame of samples
   */
  void next(double target, double[] strengths, double[] out) {
    System.arraycopy(pulses, frame, pulses, 0, taps);
    System.arraycopy(hiss, frame, hiss, 0, taps);
    fill(target);
    shape(strengths);
    Arrays.fill(out, 0);
    addHiss(out);
    double[] voiced = new double[frame];
    addPulses(voiced);
    for (int i = 0; i < frame; i++) {
      out[i] = voiced[i] + out[i];
    }
    period = target;
  }

  private void fill(double target) {
    if (period < 0) {
      period = target;
      since = period;
    }
    double step = 0;
    if (period != 0 && target != 0) {
      step = (target - period) / frame;
    } else {
      since = target;
      period = 0;
    }
    for (int i = taps; i < taps + frame; i++) {
      pulses[i] = period == 0 ? 0 : pulse();
      hiss[i] = noise.nextBoolean() ? 1 : -1;
      period += step;
    }
  }

  private double pulse() {
    since += 1;
    if (since < period) {
      return 0;
    }
    since -= period;
    return Math.sqrt(period);
  }

  private void shape(double[] strengths) {
    Arrays.fill(pulseShape, 0);
    Arrays.fill(hissShape, 0);
    for (int band = 0; band < strengths.length; band++) {
      double strength = strengths[band];
      double[] filter = bands[band];
      for (int k = 0; k < order; k++) {
        int delay = k == 0 ? 0 : k + 1;
        pulseShape[delay] += strength * filter[k];
        hissShape[delay] += (1 - strength) * filter[k];
      }
    }
  }

  private void addHiss(double[] out) {
    for (int k = taps - 1; k >= 0; k--) {
      double h = hissShape[k];
      int from = taps - k;
      for (int i = 0; i < frame; i++) {
        out[i] += h * hiss[from + i];
      }
    }
  }

  private void addPulses(double[] out) {
    for (int at = 1; at < taps + frame; at++) {
      double pulse = pulses[at];
      if (pulse != 0) {
        int from = Math.max(0, at - taps);
        int to = Math.min(frame, at);
        for (int i = from; i < to; i++) {
          out[i] += pulseShape[i + taps - at] * pulse;
        }
      }
    }
  }
}
