package iyagi.performance;

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
    HALTED
  }
}
