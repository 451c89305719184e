package iyagi.audio;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Adds sounds that overlap, under a ceiling that nothing passes. One thread. */
public final class Mixer {
  private static final class Part {
    final float[] samples;
    final double gain;
    long delay;
    int next;

    Part(float[] samples, long delay, double gain) {
      this.samples = samples;
      this.delay = delay;
      this.gain = gain;
    }
  }

  /** From full volume to the lowest that is not silence, as a hand on a dial expects it. */
  private static final double QUIETEST_DB = -40;

  private final double ceiling;
  private double volume = 1;
  private final List<Part> parts = new ArrayList<>();

  /**
   * A mixer with a ceiling.
   *
   * @param ceilingDb of every sample, in dB below full scale, -60 to 0
   */
  public Mixer(double ceilingDb) {
    if (!(ceilingDb >= -60 && ceilingDb <= 0)) {
      throw new IllegalArgumentException("ceiling " + ceilingDb + " dB is outside -60..0 dB");
    }
    ceiling = Math.pow(10, ceilingDb / 20);
  }

  /**
   * Starts a sound.
   *
   * @param sound at 48 kHz
   * @param delayFrames from the next frame that is mixed; 0 or more
   * @param gain as a factor, 0 to 1
   */
  public void start(Pcm sound, long delayFrames, double gain) {
    if (sound.sampleRateHz() != Pcm.RATE_HZ) {
      throw new IllegalArgumentException(
          "sound at " + sound.sampleRateHz() + " Hz; the mixer takes 48000 Hz");
    }
    parts.add(
        new Part(sound.samples(), Math.max(0, delayFrames), Math.clamp(gain, 0, 1) * ceiling));
  }

  /**
   * How loud, from the next frame on: each step is the same number of dB.
   *
   * @param level 0 (silent) to 100 (up to the ceiling)
   */
  public void volume(int level) {
    int within = Math.clamp(level, 0, 100);
    volume = within == 0 ? 0 : Math.pow(10, QUIETEST_DB * (100 - within) / 100 / 20);
  }

  /** Ends every sound. */
  public void clear() {
    parts.clear();
  }

  /** Whether a sound is still to be heard. */
  public boolean sounding() {
    return !parts.isEmpty();
  }

  /**
   * The next frames: every sound added up, silence where there is none. Sums beyond the ceiling
   * bend softly.
   */
  public void mix(short[] out, int count) {
    double[] sum = new double[count];
    for (Iterator<Part> each = parts.iterator(); each.hasNext(); ) {
      Part part = each.next();
      int from = (int) Math.min(count, part.delay);
      part.delay -= from;
      int take = Math.min(count - from, part.samples.length - part.next);
      for (int i = 0; i < take; i++) {
        sum[from + i] += part.samples[part.next + i] * part.gain;
      }
      part.next += take;
      if (part.next >= part.samples.length && part.delay == 0) {
        each.remove();
      }
    }
    for (int i = 0; i < count; i++) {
      out[i] = Wav.sample(bend(sum[i] * volume));
    }
  }

  /**
   * Straight up to 0.8 of the ceiling, then bent so that it comes close to the ceiling and never
   * passes.
   */
  private double bend(double value) {
    double knee = 0.8 * ceiling;
    double over = Math.abs(value) - knee;
    if (over <= 0) {
      return value;
    }
    double head = ceiling - knee;
    return Math.signum(value) * (knee + head * Math.tanh(over / head));
  }
}
