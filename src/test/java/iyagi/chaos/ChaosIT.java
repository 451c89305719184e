package iyagi.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No session is lost or counted twice. A short run with a fixed seed; {@link ChaosCheck} is the
 * long one.
 */
final class ChaosIT {
  private static final int LIVES = 4;

  @TempDir private Path folder;

  @Test
  void noSessionIsLostOrCountedTwiceHoweverOftenTheRobotIsKilled() throws Exception {
    try (Chaos chaos = new Chaos(folder, 25)) {
      for (int i = 0; i < LIVES; i++) {
        chaos.life(Duration.ofSeconds(3));
      }
      Chaos.Outcome outcome = chaos.count();
      System.out.println("chaos: " + outcome.words());
      assertTrue(outcome.kept() > LIVES, outcome.words());
      assertEquals(Set.of(), outcome.lost());
      assertEquals(Set.of(), outcome.doubled());
      assertEquals(0, outcome.gap());
    }
  }
}
