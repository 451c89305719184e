package iyagi.story;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Finds the word that a gesture lands on. */
final class Pins {
  private Pins() {}

  /**
   * Where a word or phrase stands: the nearest place before the direction, else the first after it.
   *
   * @return -1 where it stands nowhere
   */
  static int find(String text, String wanted, int direction) {
    String small = text.toLowerCase(Locale.ROOT);
    String words = wanted.toLowerCase(Locale.ROOT);
    if (small.length() != text.length() || words.isBlank()) {
      return text.indexOf(wanted);
    }
    int before = -1;
    int at = next(small, words, 0);
    while (at >= 0 && at < direction) {
      before = at;
      at = next(small, words, at + 1);
    }
    return before >= 0 ? before : at;
  }

  private static int next(String text, String words, int from) {
    int at = text.indexOf(words, from);
    while (at >= 0 && !isWhole(text, at, at + words.length())) {
      at = text.indexOf(words, at + 1);
    }
    return at;
  }

  /** Whether no letter touches the words; a Korean word may carry a particle: 달 in 달을. */
  private static boolean isWhole(String text, int from, int to) {
    boolean begins = from == 0 || !Character.isLetterOrDigit(text.charAt(from - 1));
    boolean ends =
        to == text.length()
            || !Character.isLetterOrDigit(text.charAt(to))
            || Pace.isHangul(text.charAt(to));
    return begins && ends;
  }

  /** The words of a text, for a suggestion. */
  static List<String> words(String text) {
    return Arrays.stream(text.split("[^\\p{L}\\p{M}\\p{N}'’-]+"))
        .filter(word -> !word.isEmpty())
        .distinct()
        .toList();
  }
}
