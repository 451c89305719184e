package iyagi.score;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A story set out in time: plain data that can be drawn, checked and played.
 *
 * @param story id of the story
 * @param title of the story
 * @param language of its text
 * @param byline who made the story and under which licence, to be shown with it; "" if nobody said
 * @param passages in order, at least one, numbered from 0
 */
public record Score(
    String story, String title, Locale language, String byline, List<Passage> passages) {
  /** Copies and checks the passages. */
  public Score {
    passages = List.copyOf(passages);
    if (passages.isEmpty()) {
      throw new IllegalArgumentException("score '" + title + "' is empty");
    }
  }

  /** How long it lasts when nobody interrupts. */
  public Duration length() {
    return passages.stream().map(Passage::length).reduce(Duration.ZERO, Duration::plus);
  }

  /** When each passage begins, in their order. */
  public List<Duration> starts() {
    List<Duration> starts = new ArrayList<>();
    Duration start = Duration.ZERO;
    for (Passage passage : passages) {
      starts.add(start);
      start = start.plus(passage.length());
    }
    return starts;
  }
}
