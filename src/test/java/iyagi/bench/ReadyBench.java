package iyagi.bench;

import java.io.IOException;
import java.util.Arrays;

/**
 * From the start of the process to the first sound. Ours: {@code iyagi read} of a prepared story,
 * from starting its script until it prints the story's first line, which it does right after it has
 * written that line's first frame; reading the robot's profile, checking the story, looking through
 * the store and opening the devices all lie before that. Plain MaryTTS: from starting Java until
 * the first sentence's stream has been read to its end. In turns, five times each.
 */
public final class ReadyBench {
  private static final int ROUNDS = 5;

  private ReadyBench() {}

  /** Measures all three. */
  public static void main(String[] args) throws Exception {
    Sheet.open("Process start to the first sound of a prepared story");
    double[] cached = new double[ROUNDS];
    double[] uncached = new double[ROUNDS];
    double[] plain = new double[ROUNDS];
    double[] cpu = new double[3];
    try (Scratch scratch = new Scratch();
        Scratch mary = new Scratch()) {
      scratch.prepareBear();
      for (int round = 0; round < ROUNDS; round++) {
        try (Child child = reading(scratch, "")) {
          cached[round] = child.secondsUntil(FirstLine::is);
          cpu[0] += child.cpuSeconds() / ROUNDS;
        }
        try (Child child = reading(scratch, "-XX:AOTMode=off")) {
          uncached[round] = child.secondsUntil(FirstLine::is);
          cpu[1] += child.cpuSeconds() / ROUNDS;
        }
        try (Child child = PlainMary.start(mary.folder(), 1)) {
          plain[round] = child.secondsUntil(PlainMary.FIRST::equals);
          cpu[2] += child.cpuSeconds() / ROUNDS;
        }
      }
    }
    Sheet.line("ours:                      %.2f s (CPU %.2f s)", middle(cached), cpu[0]);
    Sheet.line("ours without its cache:    %.2f s (CPU %.2f s)", middle(uncached), cpu[1]);
    Sheet.line("yardstick, plain MaryTTS:  %.2f s (CPU %.2f s)", middle(plain), cpu[2]);
    Sheet.line(
        "ours / plain: %.2f, without the cache %.2f; CPU %.2f",
        middle(cached) / middle(plain), middle(uncached) / middle(plain), cpu[0] / cpu[2]);
    Sheet.goal("at most 0.25");
  }

  private static Child reading(Scratch scratch, String javaOptions) throws IOException {
    return Child.iyagi(scratch.data(), javaOptions, "read", "bear.en", "--no-face");
  }

  private static double middle(double[] seconds) {
    double[] sorted = seconds.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
