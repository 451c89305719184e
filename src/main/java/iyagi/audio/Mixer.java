package iyagi.audio;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Adds sounds that overlap, under a ceiling that nothing passes. Its volume never jumps up while
 * something is heard: it rises over 0.3 s and falls over 0.03 s. One thread.
 */
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

  /** From silence to any volume. Our own figure; a start within 0.1 s makes children start, too. */
  private static final double RISE_FRAMES = 0.3 * Pcm.RATE_HZ;

  /** Short, but without a click. */
  private static final double FALL_FRAMES = 0.03 * Pcm.RATE_HZ;

  private static final int LOUDEST = 100;

  private final double ceiling;
  private VolumeCurve curve;
  private int level = LOUDEST;
  private double volume;
  private double gain;
  private boolean fadingIn;
  private final List<Part> parts = new ArrayList<>();

  /**
   * A mixer with a ceiling.
   *
   * @param ceilingDb of every sample, in dB below full scale, -60 to 0
   */
  public Mixer(double ceilingDb) {
    this(ceilingDb, VolumeCurve.plain());
  }

  /**
   * A mixer with a ceiling and a volume that has been measured.
   *
   * @param ceilingDb of every sample, in dB below full scale, -60 to 0
   */
  public Mixer(double ceilingDb, VolumeCurve curve) {
    if (!(ceilingDb >= -60 && ceilingDb <= 0)) {
      throw new IllegalArgumentException("ceiling " + ceilingDb + " dB is outside -60..0 dB");
    }
    ceiling = Math.pow(10, ceilingDb / 20);
    this.curve = curve;
    volume = curve.gain(LOUDEST);
    gain = volume;
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
   * How loud, from now on; see {@link VolumeCurve}.
   *
   * @param level 0 (silent) to 100 (up to the ceiling)
   */
  public void volume(int level) {
    this.level = level;
    volume = curve.gain(level);
    if (!fadingIn && !sounding()) {
      gain = volume;
    }
  }

  /** How loud each level of the volume is, from now on; the level stays. */
  public void curve(VolumeCurve other) {
    curve = other;
    volume(level);
  }

  /** The next 0.3 s that are mixed rise from silence. */
  public void fadeIn() {
    gain = 0;
    fadingIn = true;
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
      out[i] = Wav.sample(bend(sum[i]) * nextGain());
    }
  }

  private double nextGain() {
    if (gain < volume) {
      gain = Math.min(volume, gain + volume / RISE_FRAMES);
    } else if (gain > volume) {
      gain = Math.max(volume, gain - 1 / FALL_FRAMES);
    }
    fadingIn &= gain < volume;
    return gain;
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
