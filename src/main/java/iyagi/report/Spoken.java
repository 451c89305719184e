package iyagi.report;

import java.time.Duration;

/** Times and numbers in messages. */
public final class Spoken {
  private Spoken() {}

  /** "40 s", "3 min", "2 h", "5 days". */
  public static String time(Duration time) {
    if (time.compareTo(Duration.ofSeconds(1)) < 0) {
      return "under 1 s";
    }
    if (time.compareTo(Duration.ofSeconds(100)) < 0) {
      return time.toSeconds() + " s";
    }
    if (time.compareTo(Duration.ofMinutes(100)) < 0) {
      return time.toMinutes() + " min";
    }
    return time.compareTo(Duration.ofDays(2)) < 0 ? time.toHours() + " h" : time.toDays() + " days";
  }

  /** "1 report", "12 reports". */
  public static String reports(long count) {
    return count == 1 ? "1 report" : count + " reports";
  }
}
