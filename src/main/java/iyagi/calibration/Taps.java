package iyagi.calibration;

import iyagi.audio.Pcm;

/**
 * Six clicks, a second apart, and where a joint is to be with them: out at the first, back at the
 * second, and so on.
 */
final class Taps {
  /** A joint that was just powered moves softly for its first second. */
  private static final double FIRST_SECONDS = 1.5;

  private static final double PERIOD_SECONDS = 1;
  private static final int CLICKS = 6;

  /** Until this moment, in seconds, something is to be heard or seen. */
  static final double LENGTH_SECONDS = FIRST_SECONDS + CLICKS * PERIOD_SECONDS;

  private static final double CLICK_HZ = 1500;

  /** The time in which the click falls to a third. */
  private static final double CLICK_SECONDS = 0.004;

  /** Against full scale: short, and quieter than speech. */
  private static final double PEAK = 0.25;

  private Taps() {}

  /** Whether the joint is out at a moment, in seconds from the beginning; not for NaN. */
  static boolean out(double seconds) {
    if (Double.isNaN(seconds)) {
      return false;
    }
    int clicks = (int) Math.floor((seconds - FIRST_SECONDS) / PERIOD_SECONDS) + 1;
    return Math.clamp(clicks, 0, CLICKS) % 2 == 1;
  }

  /** The clicks, at 48 kHz. */
  static Pcm sound() {
    float[] samples = new float[(int) (LENGTH_SECONDS * Pcm.RATE_HZ)];
    for (int click = 0; click < CLICKS; click++) {
      int start = (int) ((FIRST_SECONDS + click * PERIOD_SECONDS) * Pcm.RATE_HZ);
      for (int i = 0; i < Pcm.RATE_HZ / 20; i++) {
        double seconds = i / (double) Pcm.RATE_HZ;
        samples[start + i] =
            (float)
                (PEAK
                    * Math.exp(-seconds / CLICK_SECONDS)
                    * Math.sin(2 * Math.PI * CLICK_HZ * seconds));
      }
    }
    return new Pcm(Pcm.RATE_HZ, samples);
  }
}
