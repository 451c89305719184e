package iyagi.library;

/** What became of taking a story from the shelf. */
public sealed interface Removal {
  /** It is gone; a story of the same id that came with the robot can be seen again. */
  record Removed(String id) implements Removal {}

  /**
   * Nothing was changed.
   *
   * @param reason one sentence for a librarian
   */
  record Refused(String reason) implements Removal {}
}
