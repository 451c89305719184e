package iyagi.fleet;

import java.time.Duration;

/**
 * How often a virtual robot reads, and how long.
 *
 * @param between from the beginning of one session to the beginning of the next, on average; each
 *     is drawn anew from half to one and a half of it
 * @param page so long a page takes on average, where there is time for it
 */
public record Habits(Duration between, Duration page) {
  /** As short as reports can still be told from noise: a session a second. */
  public static final double MOST_AN_HOUR = 3_600;

  /** One session in ten hours. */
  public static final double FEWEST_AN_HOUR = 0.1;

  private static final Duration USUAL_PAGE = Duration.ofSeconds(15);
  private static final double NANOS_AN_HOUR = 3_600e9;

  /** Before the next session may begin, the one before has to be over. */
  private static final double SHARE_READ = 0.45;

  /**
   * So many sessions an hour.
   *
   * @param sessionsAnHour {@link #FEWEST_AN_HOUR} to {@link #MOST_AN_HOUR}
   */
  public static Habits of(double sessionsAnHour) {
    if (!(sessionsAnHour >= FEWEST_AN_HOUR && sessionsAnHour <= MOST_AN_HOUR)) {
      throw new IllegalArgumentException(
          sessionsAnHour + " sessions an hour are outside 0.1..3600");
    }
    return new Habits(Duration.ofNanos(Math.round(NANOS_AN_HOUR / sessionsAnHour)), USUAL_PAGE);
  }

  /** How long one page of a story of so many takes on average, so that all of it fits. */
  Duration page(int pages) {
    Duration fits = Duration.ofNanos((long) (between.toNanos() * SHARE_READ / pages));
    return fits.compareTo(page) < 0 ? fits : page;
  }
}
