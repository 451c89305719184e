package iyagi.library;

import iyagi.words.Sentence;

/** What became of taking a story from the shelf. */
public sealed interface Removal {
  /** It is gone; a story of the same id that came with the robot can be seen again. */
  record Removed(String id) implements Removal {}

  /**
   * Nothing was changed.
   *
   * @param reason one sentence for a librarian
   */
  record Refused(Why why, Sentence reason) implements Removal {}

  /** Why nothing was changed. */
  enum Why {
    /** Only stories that were added can be taken away. */
    CAME_WITH_ROBOT,
    /** There is no such story. */
    NOT_HERE,
    /** Another story of that name stands where it stood. */
    PLACE_TAKEN,
    /** The disk could not be written. */
    DISK
  }
}
