package iyagi.audio;

import java.time.Duration;

/**
 * Mono sound.
 *
 * @param sampleRateHz samples a second, 8,000 to 192,000
 * @param samples -1 to 1; whoever made the sound gives the array away and nobody writes to it any
 *     more
 */
public record Pcm(int sampleRateHz, float[] samples) {
  /**
   * The rate at which everything in this robot sounds: what MaryTTS makes and what most converters
   * take.
   */
  public static final int RATE_HZ = 48_000;

  /** Checks the rate. */
  public Pcm {
    if (sampleRateHz < 8_000 || sampleRateHz > 192_000) {
      throw new IllegalArgumentException(
          "sample rate " + sampleRateHz + " Hz is outside 8000..192000 Hz");
    }
  }

  /** How long it lasts, to the nanosecond. */
  public Duration length() {
    return Duration.ofNanos(samples.length * 1_000_000_000L / sampleRateHz);
  }
}
