package iyagi.performance;

import iyagi.score.Passage;
import java.util.Optional;

/**
 * Where the player is, for people to see.
 *
 * @param phase what it does
 * @param title of the story, "" when idle
 * @param page that is heard, 0 for the title
 * @param passage that is heard, from 0; -1 before the first
 */
public record PlayerState(Phase phase, String title, int page, int passage) {
  /** What the player does. */
  public enum Phase {
    IDLE,
    READING,
    PAUSED,
    /** Children think about a question or a choice. */
    WAITING,
    HALTED;

    /**
     * The phase, for people.
     *
     * @param heard the passage that is heard, if one is
     */
    static Phase of(Stage.Mode mode, Optional<Passage> heard) {
      return switch (mode) {
        case IDLE -> IDLE;
        case HALTED -> HALTED;
        case PAUSED -> PAUSED;
        case ACTING -> heard.map(Phase::waits).orElse(false) ? WAITING : READING;
      };
    }

    private static boolean waits(Passage passage) {
      return switch (passage.kind()) {
        case Passage.Kind.Patience _, Passage.Kind.Choosing _, Passage.Kind.PageTurn _ -> true;
        case Passage.Kind.Speech _, Passage.Kind.Silence _ -> false;
      };
    }
  }
}
