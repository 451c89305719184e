package iyagi.light;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class LightPatternTest {
  private static final Colour RED = new Colour(1, 0, 0);

  private final LightPattern pattern =
      new LightPattern(RED, Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3));

  @Test
  void risesHoldsAndFalls() {
    assertEquals(Duration.ofSeconds(6), pattern.length());
    assertEquals(Colour.DARK, pattern.at(0));
    assertEquals(0.5, pattern.at(0.5).red(), 1e-12);
    assertEquals(RED, pattern.at(1));
    assertEquals(RED, pattern.at(3));
    assertEquals(0.5, pattern.at(4.5).red(), 1e-12);
    assertEquals(Colour.DARK, pattern.at(6));
  }

  @Test
  void isDarkOutsideItsTime() {
    for (double moment : new double[] {-1, 7, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertEquals(Colour.DARK, pattern.at(moment));
    }
  }

  @Test
  void aPatternWithoutRiseAndFallIsOnAtOnce() {
    LightPattern on = new LightPattern(RED, Duration.ZERO, Duration.ofSeconds(1), Duration.ZERO);
    assertEquals(RED, on.at(1e-9));
    assertEquals(RED, on.at(0.999));
    assertEquals(Colour.DARK, on.at(1));
  }

  @Test
  void refusesNegativeTimes() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new LightPattern(RED, Duration.ZERO, Duration.ofSeconds(-1), Duration.ZERO));
  }

  @Test
  void everyColourThatAStoryMayNameIsLight() {
    assertTrue(
        Colours.names()
            .containsAll(
                Set.of(
                    "yellow", "orange", "red", "green", "blue", "purple", "pink", "white",
                    "warm")));
    for (String name : Colours.names()) {
      assertTrue(FlashLimit.luminance(Colours.named(name).orElseThrow()) > 0.05, name);
    }
    assertTrue(Colours.named("mauve").isEmpty());
  }
}
