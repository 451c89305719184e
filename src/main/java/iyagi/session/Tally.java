package iyagi.session;

import java.time.Duration;

/**
 * What has been counted of a session so far.
 *
 * @param page reached last, from 1; 0 before the first
 * @param pagesRead how many different pages were begun
 * @param asked questions put to the children, choices included
 * @param answered of those, how many ended by a button instead of by time
 * @param interruptions how often the reading was paused
 * @param active time that the story was read, without pauses
 */
public record Tally(
    int page, int pagesRead, int asked, int answered, int interruptions, Duration active) {
  /** Nothing yet. */
  public static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, Duration.ZERO);

  Tally onPage(int number, int different) {
    return new Tally(number, different, asked, answered, interruptions, active);
  }

  Tally oneAsked() {
    return new Tally(page, pagesRead, asked + 1, answered, interruptions, active);
  }

  Tally oneAnswered() {
    return new Tally(page, pagesRead, asked, answered + 1, interruptions, active);
  }

  Tally oneInterruption() {
    return new Tally(page, pagesRead, asked, answered, interruptions + 1, active);
  }

  Tally activeFor(Duration more) {
    return new Tally(page, pagesRead, asked, answered, interruptions, active.plus(more));
  }
}
