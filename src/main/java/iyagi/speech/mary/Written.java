package iyagi.speech.mary;

import java.util.ArrayList;
import java.util.List;

/**
 * A word as the author wrote it: what stands between two white spaces.
 *
 * @param text with its punctuation
 * @param from where it begins in the text, its opening punctuation left out
 * @param to where it ends, its closing punctuation left out
 */
record Written(String text, int from, int to) {

  /** The words of a text, in order. */
  static List<Written> of(String text) {
    List<Written> words = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int to = from;
      while (to < text.length() && !space(text.charAt(to))) {
        to++;
      }
      if (to > from) {
        words.add(trimmed(text, from, to));
      }
      from = to + 1;
    }
    return words;
  }

  private static boolean space(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static Written trimmed(String text, int from, int to) {
    int first = from;
    int last = to;
    while (first < last && !heard(text, first)) {
      first++;
    }
    while (last > first && !heard(text, last - 1)) {
      last--;
    }
    String whole = text.substring(from, to);
    return first == last ? new Written(whole, from, to) : new Written(whole, first, last);
  }

  private static boolean heard(String text, int at) {
    char c = text.charAt(at);
    return Character.isLetterOrDigit(c)
        || Character.isSurrogate(c)
        || Character.getType(c) == Character.NON_SPACING_MARK;
  }
}
