package iyagi.light;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import iyagi.light.sim.SimLamps;
import org.junit.jupiter.api.Test;

final class ToneTest {
  @Test
  void halfABrightnessIsAboutAFifthOfTheLightAndTheColourStays() {
    Colour light = new Tone(2.2).of(new Colour(0.5, 0.25, 0));
    // 0.5 to the power of 2.2
    assertEquals(0.2176, light.red(), 1e-4);
    assertEquals(light.red() / 2, light.green(), 1e-12);
    assertEquals(0, light.blue());
  }

  @Test
  void darkAndFullAreTheSameInEveryTone() {
    for (double gamma : new double[] {1, 2.2, 3}) {
      assertEquals(Colour.DARK, new Tone(gamma).of(Colour.DARK));
      assertEquals(new Colour(1, 1, 0), new Tone(gamma).of(new Colour(1, 1, 0)));
    }
  }

  @Test
  void aToneOutsideItsRangeIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Tone(0.9));
    assertThrows(IllegalArgumentException.class, () -> new Tone(Double.NaN));
  }

  @Test
  void theFlashLimitSeesTheLightThatIsShown() {
    SimLamps lamps = new SimLamps();
    FlashLimit limit = new FlashLimit(lamps, new Tone(3));
    double before = 0;
    for (int tick = 0; tick < 200; tick++) {
      limit.show(tick < 100 ? new Colour(1, 1, 1) : new Colour(0.5, 0.5, 0.5), 0.02);
      assertEquals(before, lamps.shown().red(), 0.04 + 1e-12);
      before = lamps.shown().red();
    }
    assertEquals(0.125, lamps.shown().red(), 1e-12);
  }
}
