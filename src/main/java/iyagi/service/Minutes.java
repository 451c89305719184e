package iyagi.service;

import iyagi.story.Pace;
import iyagi.story.Story;
import java.time.Duration;

/** How long a story takes, in words. */
public final class Minutes {
  private Minutes() {}

  /** "3 pages, about 2 minutes". */
  public static String of(Story story) {
    double seconds = Pace.seconds(story);
    String pages = Plural.of(story.pages().size(), "page");
    return pages
        + ", about "
        + (seconds < 50 ? Math.max(5, Math.round(seconds / 5) * 5) + " seconds" : minutes(seconds));
  }

  private static String minutes(double seconds) {
    return Plural.of(Math.max(1, Math.round(seconds / 60)), "minute");
  }

  /** "1:05". */
  public static String clock(Duration time) {
    return "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
  }
}
