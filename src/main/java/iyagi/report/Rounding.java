package iyagi.report;

import java.time.Duration;
import java.time.Instant;

/**
 * When something happened is told to the nearest five minutes: enough for every statistic, too
 * little to follow one visitor. It is rounded where it is written down first, by both clocks alike.
 */
public final class Rounding {
  /** What times are rounded to. */
  public static final Duration STEP = Duration.ofMinutes(5);

  private Rounding() {}

  /** The nearest step of the wall clock. */
  public static Instant of(Instant time) {
    return Instant.ofEpochMilli(nearest(time.toEpochMilli()));
  }

  /** The nearest step since power-on. */
  public static Duration of(Duration sinceBoot) {
    return Duration.ofMillis(nearest(sinceBoot.toMillis()));
  }

  private static long nearest(long millis) {
    long step = STEP.toMillis();
    return Math.floorDiv(millis + step / 2, step) * step;
  }
}
