package iyagi.light;

import java.time.Duration;

/**
 * A light that comes, stays and goes, as a pure function of time: it rises and falls along half a
 * cosine, so that it neither starts nor ends suddenly.
 *
 * @param colour at its brightest
 * @param rise from dark to brightest
 * @param hold at its brightest
 * @param fall back to dark
 */
public record LightPattern(Colour colour, Duration rise, Duration hold, Duration fall) {
  /** As the flash limit lets through unchanged: its steepest moment is π/2 over the rise. */
  private static final Duration GENTLE_RISE = Duration.ofMillis(800);

  private static final Duration GENTLE_FALL = Duration.ofMillis(1200);

  /** Checks that no time is negative. */
  public LightPattern {
    if (rise.isNegative() || hold.isNegative() || fall.isNegative()) {
      throw new IllegalArgumentException(
          "light " + rise + ", " + hold + ", " + fall + " has a negative time");
    }
  }

  /** A soft glow that stays for the time given. */
  public static LightPattern glow(Colour colour, Duration hold) {
    return new LightPattern(colour, GENTLE_RISE, hold, GENTLE_FALL);
  }

  /** From dark to dark. */
  public Duration length() {
    return rise.plus(hold).plus(fall);
  }

  /**
   * The light at a moment.
   *
   * @param seconds from the start; before 0, after the end and NaN are dark
   */
  public Colour at(double seconds) {
    double up = seconds(rise);
    double down = up + seconds(hold);
    double end = down + seconds(fall);
    if (!(seconds > 0 && seconds < end)) {
      return Colour.DARK;
    }
    if (seconds < up) {
      return colour.times(swell(seconds / up));
    }
    return seconds <= down ? colour : colour.times(swell((end - seconds) / (end - down)));
  }

  private static double swell(double share) {
    return (1 - Math.cos(Math.PI * share)) / 2;
  }

  private static double seconds(Duration time) {
    return time.toNanos() / 1e9;
  }
}
