package iyagi.service;

import iyagi.story.Pace;
import iyagi.story.Story;
import iyagi.words.Sentence;
import java.time.Duration;

/** How long a story takes, in words. */
public final class Minutes {
  private Minutes() {}

  /** "3 pages, about 2 minutes". */
  public static Sentence of(Story story) {
    int pages = story.pages().size();
    return Sentence.of(
        "{0}, about {1}",
        pages == 1 ? Sentence.of("1 page") : Sentence.of("{0} pages", pages),
        time(Pace.seconds(story)));
  }

  private static Sentence time(double seconds) {
    if (seconds < 50) {
      return Sentence.of("{0} seconds", Math.max(5, Math.round(seconds / 5) * 5));
    }
    long minutes = Math.max(1, Math.round(seconds / 60));
    return minutes == 1 ? Sentence.of("1 minute") : Sentence.of("{0} minutes", minutes);
  }

  /** "1:05". */
  public static String clock(Duration time) {
    return "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
  }
}
