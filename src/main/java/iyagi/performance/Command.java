package iyagi.performance;

import iyagi.audio.VolumeCurve;

/** What a person or a program asks of the player. */
public sealed interface Command {
  /** Reads a story from a passage on; a story that is being read is stopped. */
  record Start(PassageSource story, int passage) implements Command {}

  /** Stands still. */
  record Pause() implements Command {}

  /** Goes on after a pause. */
  record Resume() implements Command {}

  /**
   * Goes to the next page; while children think about a question, or a page of a printed book is
   * being turned, it ends the wait instead. Before the end of such a page it says that the page has
   * been turned already; asked for again, it goes to the next one at once.
   */
  record Next() implements Command {}

  /** The page of the printed book has been turned; nothing where none is to be turned. */
  record TurnPage() implements Command {}

  /** Goes to the page before. */
  record Previous() implements Command {}

  /** Reads this page again. */
  record Again() implements Command {}

  /**
   * Ends the story behind the sentence that is being spoken; while it stands still, behind the one
   * that it goes on with.
   */
  record Finish() implements Command {}

  /** Ends the story. */
  record Stop() implements Command {}

  /** Presses one of the two buttons of a choice. */
  record Choose(boolean left) implements Command {}

  /**
   * How loud, from now on.
   *
   * @param level 0 (silent) to 100 (as loud as the robot's ceiling allows)
   */
  record Volume(int level) implements Command {
    /** Checks the level. */
    public Volume {
      if (level < 0 || level > 100) {
        throw new IllegalArgumentException("volume " + level + " is outside 0..100");
      }
    }
  }

  /**
   * How loud each level of the volume is, from now on.
   *
   * @param curve from a level to a factor
   */
  record Loudness(VolumeCurve curve) implements Command {}

  /**
   * Lends the sound until something is played or halted. While a story is read, it is taken back at
   * once.
   */
  record Lend(SoundGuest to) implements Command {}

  /** Silence and limp servos at once; always wins. */
  record Halt() implements Command {}
}
