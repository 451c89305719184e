package iyagi.speech;

import java.time.Duration;

/**
 * A word of the phrase's text and when it is heard.
 *
 * @param from offset of its first character in the phrase's text
 * @param to offset behind its last character
 * @param start from the beginning of the utterance
 * @param end after the start or at it
 */
public record Word(int from, int to, Duration start, Duration end) {
  /** Checks the order of offsets and times. */
  public Word {
    if (from < 0 || to < from || start.isNegative() || end.compareTo(start) < 0) {
      throw new IllegalArgumentException(
          "word at " + from + ".." + to + " runs from " + start + " to " + end);
    }
  }
}
