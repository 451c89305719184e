package iyagi.chaos;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;

/**
 * The long run: the robot is killed 200 times, or as often as is said.
 *
 * <pre>mvn -B -ntp -q package -DskipTests exec:exec@chaos -Dlives=200</pre>
 */
public final class ChaosCheck {
  private static final int USUAL_LIVES = 200;

  private ChaosCheck() {}

  /**
   * Prints what was found; ends with 1 if a session was lost or doubled.
   *
   * @param args how many lives, and a seed; both may be left out
   */
  public static void main(String[] args) throws Exception {
    int lives = args.length > 0 ? Integer.parseInt(args[0]) : USUAL_LIVES;
    long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
    Random random = new Random(seed);
    Path folder = Files.createTempDirectory("chaos");
    try (Chaos chaos = new Chaos(folder, seed)) {
      for (int i = 1; i <= lives; i++) {
        chaos.life(Duration.ofMillis(1_500 + random.nextInt(3_500)));
        if (i % 10 == 0) {
          System.out.println("killed " + i + " times");
        }
      }
      Chaos.Outcome outcome = chaos.count();
      System.out.println(outcome.words() + " (seed " + seed + ", " + folder + ")");
      boolean clean = outcome.lost().isEmpty() && outcome.doubled().isEmpty() && outcome.gap() == 0;
      System.exit(clean ? 0 : 1);
    }
  }
}
