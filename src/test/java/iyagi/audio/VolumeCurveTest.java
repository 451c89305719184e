package iyagi.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.audio.LoudnessTable.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class VolumeCurveTest {
  private static double db(double gain) {
    return 20 * Math.log10(gain);
  }

  @Test
  void withoutAMeasurementEachStepIsTwoFifthsOfADecibelOfSignal() {
    VolumeCurve curve = VolumeCurve.plain();
    assertEquals(1, curve.gain(100));
    assertEquals(0, curve.gain(0));
    for (int level = 1; level < 100; level++) {
      assertEquals(0.4, db(curve.gain(level + 1)) - db(curve.gain(level)), 1e-9);
    }
    assertEquals(0, curve.gain(-5));
    assertEquals(1, curve.gain(500));
  }

  @Test
  void aLoudRobotIsTurnedDownToTheCeilingAndHasTheWholeRangeBelowIt() {
    // Step 100 has 84 dB(A), and a dB of signal is a dB of loudness: the ceiling of 72 is 12 below.
    LoudnessTable table = new LoudnessTable(List.of(new Step(50, 64), new Step(100, 84)));
    VolumeCurve curve = VolumeCurve.measured(table, 72);
    assertEquals(-12, db(curve.gain(100)), 1e-9);
    assertEquals(-32, db(curve.gain(50)), 1e-9);
    assertEquals(0, curve.gain(0));
  }

  @Test
  void aLoudspeakerThatIsUnevenIsMadeEvenToTheEar() {
    // 20 dB of signal, from step 50 to 100, are only 10 dB(A).
    LoudnessTable table = new LoudnessTable(List.of(new Step(50, 55), new Step(100, 65)));
    VolumeCurve curve = VolumeCurve.measured(table, 80);
    assertEquals(0, db(curve.gain(100)), 1e-9);
    // Level 75 is to be 10 dB(A) below, which is 20 dB of signal.
    assertEquals(-20, db(curve.gain(75)), 1e-9);
  }

  @Test
  void noLevelOfAnyMeasurementIsAboveTheCeiling() {
    SplittableRandom random = new SplittableRandom(6);
    for (int run = 0; run < 300; run++) {
      List<Step> steps = new ArrayList<>();
      double dba = random.nextDouble(20, 50);
      for (int level = random.nextInt(1, 40); level <= 100; level += random.nextInt(1, 40)) {
        dba += random.nextDouble(0.1, 12);
        if (dba <= 120) {
          steps.add(new Step(level, dba));
        }
      }
      if (steps.size() < 2) {
        continue;
      }
      double ceiling = random.nextDouble(50, 80);
      VolumeCurve curve = VolumeCurve.measured(new LoudnessTable(steps), ceiling);
      double before = 0;
      for (int level = 1; level <= 100; level++) {
        double gain = curve.gain(level);
        assertTrue(gain <= 1 && gain >= before, "level " + level + " of " + steps);
        assertTrue(VolumeCurve.loudness(steps, db(gain)) <= ceiling + 1e-6, steps.toString());
        before = gain;
      }
    }
  }

  @Test
  void whatWasMeasuredIsWhatTheCurveExpectsBetweenItsPoints() {
    List<Step> steps = List.of(new Step(25, 40), new Step(50, 52), new Step(100, 70));
    // Steps 25, 50 and 100 are -30, -20 and 0 dB of signal.
    assertEquals(35, VolumeCurve.loudness(steps, -35), 1e-9);
    assertEquals(46, VolumeCurve.loudness(steps, -25), 1e-9);
    assertEquals(61, VolumeCurve.loudness(steps, -10), 1e-9);
  }

  @Test
  void aMeasurementThatContradictsItselfIsRefused() {
    List<List<Step>> wrong =
        List.of(
            List.of(new Step(50, 60)),
            List.of(new Step(50, 60), new Step(50, 61)),
            List.of(new Step(20, 35), new Step(30, 35), new Step(100, 70)));
    for (List<Step> steps : wrong) {
      assertThrows(IllegalArgumentException.class, () -> new LoudnessTable(steps));
    }
    assertThrows(IllegalArgumentException.class, () -> new Step(0, 60));
    assertThrows(IllegalArgumentException.class, () -> new Step(10, Double.NaN));
  }
}
