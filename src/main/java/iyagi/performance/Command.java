package iyagi.performance;

/** What a person or a program asks of the player. */
public sealed interface Command {
  /** Reads a story from a passage on; a story that is being read is stopped. */
  record Start(PassageSource story, int passage) implements Command {}

  /** Stands still. */
  record Pause() implements Command {}

  /** Goes on after a pause. */
  record Resume() implements Command {}

  /** Goes to the next page; while children think about a question it ends the wait instead. */
  record Next() implements Command {}

  /** Goes to the page before. */
  record Previous() implements Command {}

  /** Reads this page again. */
  record Again() implements Command {}

  /** Ends the story. */
  record Stop() implements Command {}

  /** Presses one of the two buttons of a choice. */
  record Choose(boolean left) implements Command {}

  /** Silence and limp servos at once; always wins. */
  record Halt() implements Command {}
}
