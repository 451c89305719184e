package iyagi.bench;

/** What {@code iyagi read} prints when the first frame of the story "bear" has been written. */
final class FirstLine {
  private static final String TITLE = "The Bear Who Found the Moon";

  private FirstLine() {}

  /** Whether a line of its output is that one. */
  static boolean is(String line) {
    return line.equals(TITLE);
  }
}
