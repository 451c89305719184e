package iyagi.story;

/**
 * A place in a story file.
 *
 * @param line from 1; 0 is the whole file
 * @param column in characters from 1; 0 is the whole line
 */
record Place(int line, int column) {
  /** The whole file. */
  static final Place FILE = new Place(0, 0);

  /** A whole line. */
  static Place line(int line) {
    return new Place(line, 0);
  }
}
