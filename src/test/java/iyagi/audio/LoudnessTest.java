package iyagi.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LoudnessTest {
  private static float[] sine(double hz, double amplitude, double seconds, int rateHz) {
    float[] samples = new float[(int) (seconds * rateHz)];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (amplitude * Math.sin(2 * Math.PI * hz * i / rateHz));
    }
    return samples;
  }

  /** BS.1770-4: "a 0 dB FS, 997 Hz sine wave applied to one channel gives -3.01 LKFS". */
  @ParameterizedTest
  @ValueSource(ints = {16_000, 44_100, 48_000})
  void givesTheReferenceToneItsLoudness(int rateHz) {
    assertEquals(-3.01, Loudness.lufs(sine(997, 1, 5, rateHz), rateHz), 0.05);
  }

  @Test
  void fallsByTwentyWhenTheAmplitudeIsATenth() {
    assertEquals(-23.01, Loudness.lufs(sine(997, 0.1, 5, 48_000), 48_000), 0.02);
  }

  /** The gain of the two filters of annex 1 at 48 kHz, multiplied out at this frequency. */
  @ParameterizedTest
  @ValueSource(doubles = {50, 100, 500, 2_000, 8_000})
  void weighsFrequenciesAsTheTablesOfTheStandard(double hz) {
    double expected =
        -0.691
            + 10 * Math.log10(0.5)
            + gainDb(
                hz,
                1.53512485958697,
                -2.69169618940638,
                1.19839281085285,
                -1.69065929318241,
                0.73248077421585)
            + gainDb(hz, 1, -2, 1, -1.99004745483398, 0.99007225036621);

    assertEquals(expected, Loudness.lufs(sine(hz, 1, 5, 48_000), 48_000), 0.02);
  }

  private static double gainDb(double hz, double b0, double b1, double b2, double a1, double a2) {
    double w = 2 * Math.PI * hz / 48_000;
    double top = power(b0, b1, b2, w);
    double bottom = power(1, a1, a2, w);
    return 10 * Math.log10(top / bottom);
  }

  private static double power(double c0, double c1, double c2, double w) {
    double re = c0 + c1 * Math.cos(w) + c2 * Math.cos(2 * w);
    double im = c1 * Math.sin(w) + c2 * Math.sin(2 * w);
    return re * re + im * im;
  }

  @Test
  void doesNotCountSilenceAroundASound() {
    float[] sound = Arrays.copyOf(sine(997, 0.5, 10, 48_000), 30 * 48_000);

    assertEquals(
        Loudness.lufs(sine(997, 0.5, 10, 48_000), 48_000), Loudness.lufs(sound, 48_000), 0.1);
  }

  @Test
  void measuresASoundShorterThanABlock() {
    assertEquals(-9.03, Loudness.lufs(sine(997, 0.5, 0.2, 48_000), 48_000), 0.1);
  }

  @Test
  void hasNoLoudnessForSilenceOrNothing() {
    assertEquals(Loudness.SILENT, Loudness.lufs(new float[48_000], 48_000));
    assertEquals(Loudness.SILENT, Loudness.lufs(new float[0], 48_000));
  }
}
