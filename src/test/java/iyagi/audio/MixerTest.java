package iyagi.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class MixerTest {
  private static Pcm steady(float value, int frames) {
    float[] samples = new float[frames];
    Arrays.fill(samples, value);
    return new Pcm(Pcm.RATE_HZ, samples);
  }

  @Test
  void addsSoundsThatOverlapEachFromItsOwnFrame() {
    Mixer mixer = new Mixer(0);
    mixer.start(steady(0.25f, 4), 0, 1);
    mixer.start(steady(0.5f, 4), 2, 0.5);
    short[] out = new short[8];
    mixer.mix(out, 8);
    short quarter = Wav.sample(0.25);
    short half = Wav.sample(0.5);
    assertEquals(
        Arrays.toString(new short[] {quarter, quarter, half, half, quarter, quarter, 0, 0}),
        Arrays.toString(out));
    assertFalse(mixer.sounding());
  }

  @Test
  void goesOnWhereItStoppedInTheNextBlock() {
    Mixer mixer = new Mixer(0);
    mixer.start(new Pcm(Pcm.RATE_HZ, new float[] {0.1f, 0.2f, 0.3f, 0.4f}), 1, 1);
    short[] first = new short[3];
    short[] second = new short[3];
    mixer.mix(first, 3);
    mixer.mix(second, 3);
    assertEquals(
        Arrays.toString(new short[] {0, Wav.sample(0.1f), Wav.sample(0.2f)}),
        Arrays.toString(first));
    assertEquals(
        Arrays.toString(new short[] {Wav.sample(0.3f), Wav.sample(0.4f), 0}),
        Arrays.toString(second));
  }

  @Test
  void neverPassesItsCeilingWhateverIsPlayed() {
    SplittableRandom random = new SplittableRandom(1);
    for (double ceilingDb : new double[] {0, -6, -20}) {
      Mixer mixer = new Mixer(ceilingDb);
      for (int i = 0; i < 20; i++) {
        mixer.start(steady((float) random.nextDouble(-4, 4), 500), random.nextInt(500), 1);
      }
      short[] out = new short[1000];
      mixer.mix(out, 1000);
      int ceiling = Wav.sample(Math.pow(10, ceilingDb / 20));
      for (short value : out) {
        assertTrue(Math.abs(value) <= ceiling, value + " is above " + ceiling);
      }
    }
  }

  @Test
  void isSilentOnceCleared() {
    Mixer mixer = new Mixer(0);
    mixer.start(steady(0.5f, 100), 0, 1);
    mixer.clear();
    short[] out = {7, 7};
    mixer.mix(out, 2);
    assertEquals(Arrays.toString(new short[2]), Arrays.toString(out));
  }

  @Test
  void refusesSoundOfAnotherRateAndCeilingsAboveFullScale() {
    Mixer mixer = new Mixer(0);
    assertThrows(
        IllegalArgumentException.class, () -> mixer.start(new Pcm(44_100, new float[1]), 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new Mixer(0.1));
  }

  @Test
  void eachStepOfTheVolumeIsTheSameInDecibelsAndNothingIsSilence() {
    float[] half = new float[480];
    Arrays.fill(half, 0.5f);
    int[] levels = {100, 50, 0};
    // 40 dB from the loudest to the quietest: half way is 20 dB, a tenth.
    double[] factors = {1, 0.1, 0};
    for (int i = 0; i < levels.length; i++) {
      Mixer mixer = new Mixer(0);
      mixer.volume(levels[i]);
      mixer.start(new Pcm(Pcm.RATE_HZ, half), 0, 1);
      short[] out = new short[480];
      mixer.mix(out, 480);
      assertEquals(0.5 * factors[i] * Short.MAX_VALUE, out[100], 1.5, "level " + levels[i]);
    }
  }
}
