package iyagi.score;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * A stretch of a score that is always played as a whole: a sentence, a pause, a wait. Times inside
 * count from its start, so that it can be composed before what comes earlier is known.
 *
 * @param number of the passage in its story, from 0
 * @param page it belongs to, from 1; 0 is the title
 * @param kind what it is for
 * @param length how long it lasts; a movement may run on into the next passage
 * @param cues in order of time; those of one moment in the order in which the author wrote them
 */
public record Passage(int number, int page, Kind kind, Duration length, List<Cue> cues) {
  /** Sorts the cues, and checks that they lie inside. */
  public Passage {
    cues = cues.stream().sorted(Comparator.comparing(Cue::at)).toList();
    for (Cue cue : cues) {
      if (cue.at().isNegative() || cue.at().compareTo(length) > 0) {
        throw new IllegalArgumentException(
            "passage " + number + ": cue at " + cue.at() + " is outside 0.." + length);
      }
    }
  }

  /** What a passage is for. */
  public sealed interface Kind {
    /** Somebody speaks. */
    record Speech() implements Kind {}

    /**
     * Nothing is said because the author wanted a pause, or because a movement or a sound is waited
     * for.
     */
    record Silence() implements Kind {}

    /** Children have been asked something and think. */
    record Patience() implements Kind {}

    /** The page of a printed book is over, and somebody turns it. */
    record PageTurn() implements Kind {}

    /**
     * Children choose how the story goes on.
     *
     * @param left page for the left button
     * @param right page for the right button
     * @param otherwise page when the time is over
     */
    record Choosing(int left, int right, int otherwise) implements Kind {}
  }
}
