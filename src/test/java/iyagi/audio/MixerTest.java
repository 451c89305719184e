package iyagi.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
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
  void anotherMeasurementCountsForTheLevelThatIsSetAndRisesGently() {
    Mixer mixer = new Mixer(0);
    mixer.volume(50);
    mixer.curve(
        VolumeCurve.measured(
            new LoudnessTable(
                List.of(new LoudnessTable.Step(50, 60), new LoudnessTable.Step(100, 80))),
            70));
    mixer.start(steady(0.5f, Pcm.RATE_HZ), 0, 1);
    short[] out = new short[Pcm.RATE_HZ / 2];
    mixer.mix(out, 100);
    // 70 dB(A) are 10 dB below the full signal, and level 50 is 20 dB below that.
    assertEquals(Wav.sample(0.5 * Math.pow(10, -30 / 20.0)), out[99], 1);
    mixer.curve(VolumeCurve.plain());
    mixer.mix(out, out.length);
    assertTrue(out[0] < 1.01 * 0.5 * 32767 * Math.pow(10, -30 / 20.0), "never a jump up");
    assertEquals(Wav.sample(0.5 * Math.pow(10, -20 / 20.0)), out[out.length - 1], 1);
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

  private static short[] mixed(Mixer mixer, int frames) {
    short[] out = new short[frames];
    mixer.mix(out, frames);
    return out;
  }

  @Test
  void aLouderVolumeComesOverThreeTenthsOfASecondAndAQuieterOneAtOnceWithoutAClick() {
    Mixer mixer = new Mixer(0);
    mixer.volume(50);
    mixer.start(steady(0.5f, 48_000), 0, 1);
    assertEquals(0.05 * 32767, mixed(mixer, 100)[99], 1.5);
    mixer.volume(100);
    short[] rise = mixed(mixer, 14_400);
    for (int i = 1; i < rise.length; i++) {
      int step = rise[i] - rise[i - 1];
      assertTrue(step >= 0 && step <= 2, step + " at frame " + i);
    }
    // from a tenth, 0.9 of the 0.3 s
    assertTrue(rise[12_000] < 0.49 * 32767, "after 0.25 s: " + rise[12_000]);
    assertEquals(0.5 * 32767, rise[13_000], 1.5);
    mixer.volume(0);
    short[] fall = mixed(mixer, 1_440);
    assertEquals(0, fall[1_439]);
    for (int i = 1; i < fall.length; i++) {
      assertTrue(fall[i - 1] - fall[i] <= 13, "a click at frame " + i);
    }
  }

  @Test
  void fadesInOverThreeTenthsOfASecondAtAnyVolume() {
    for (int level : new int[] {100, 60}) {
      Mixer mixer = new Mixer(0);
      mixer.fadeIn();
      mixer.volume(level);
      mixer.start(steady(0.5f, 48_000), 0, 1);
      double full = 0.5 * 32767 * VolumeCurve.plain().gain(level);
      short[] out = mixed(mixer, 15_000);
      assertEquals(0, out[0], 1);
      assertEquals(full / 2, out[7_199], 2);
      assertEquals(full, out[14_400], 2);
    }
  }

  @Test
  void noOrderOfSoundsAndVolumesPassesTheCeilingOrJumps() {
    SplittableRandom random = new SplittableRandom(2);
    LoudnessTable table =
        new LoudnessTable(List.of(new LoudnessTable.Step(20, 40), new LoudnessTable.Step(100, 90)));
    for (int run = 0; run < 50; run++) {
      double ceilingDb = -random.nextDouble(30);
      VolumeCurve curve = VolumeCurve.measured(table, random.nextDouble(50, 80));
      Mixer mixer = new Mixer(ceilingDb, curve);
      double most = Math.pow(10, ceilingDb / 20) * curve.gain(100) * 32767 + 1;
      for (int block = 0; block < 50; block++) {
        switch (random.nextInt(4)) {
          case 0 -> mixer.volume(random.nextInt(-50, 200));
          case 1 -> mixer.fadeIn();
          case 2 -> mixer.start(steady(random.nextInt(-9, 9), 3000), random.nextInt(900), 5);
          default -> {}
        }
        for (short value : mixed(mixer, 960)) {
          assertTrue(Math.abs(value) <= most, value + " is above " + most);
        }
      }
    }
  }
}
