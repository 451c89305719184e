package iyagi.story;

import iyagi.words.Sentence;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What somebody probably meant. Two words are near when at most two letters are wrong, missing,
 * doubled or swapped (optimal string alignment distance; Hangul counts by its letters).
 */
public final class Suggestion {
  private static final int SHORT_LETTERS = 3;

  private Suggestion() {}

  /** The nearest of the names, if one is near enough. */
  public static Optional<String> nearest(String word, Collection<String> names) {
    return names.stream()
        .sorted()
        .filter(name -> near(word, name))
        .min(Comparator.comparingInt(name -> distance(letters(word), letters(name))));
  }

  /** The end of a message: "; did you mean 'nod'?" or nothing. */
  public static String ending(String word, Collection<String> names) {
    return hint(word, names).toString();
  }

  /** The same as a part of a sentence. */
  public static Sentence hint(String word, Collection<String> names) {
    return nearest(word, names)
        .map(name -> Sentence.of("; did you mean '{0}'?", name))
        .orElse(Sentence.NOTHING);
  }

  /** The end of a message that also lists what is allowed where nothing is near. */
  static Sentence orAll(String word, Collection<String> names) {
    Sentence near = hint(word, names);
    return near.isEmpty() ? Sentence.of("; there is {0}", all(names)) : near;
  }

  /** The names in order: "bell, chime, wind". */
  static Sentence all(Collection<String> names) {
    List<String> sorted = names.stream().map(name -> name.replace('_', ' ')).sorted().toList();
    return sorted.isEmpty() ? Sentence.of("none") : Sentence.plain(String.join(", ", sorted));
  }

  private static boolean near(String word, String name) {
    String a = letters(word);
    String b = letters(name);
    int allowed = Math.min(a.length(), b.length()) <= SHORT_LETTERS ? 1 : 2;
    return Math.abs(a.length() - b.length()) <= allowed
        && a.length() > 1
        && distance(a, b) <= allowed;
  }

  private static String letters(String word) {
    String small = word.toLowerCase(Locale.ROOT).replace('_', ' ').strip();
    return Normalizer.normalize(small, Normalizer.Form.NFD);
  }

  /** How many letters to change, add, drop or swap with their neighbour. */
  static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        d[i][j] = i == 0 ? j : j == 0 ? i : step(d, a, b, i, j);
      }
    }
    return d[a.length()][b.length()];
  }

  private static int step(int[][] d, String a, String b, int i, int j) {
    boolean same = a.charAt(i - 1) == b.charAt(j - 1);
    int best = Math.min(d[i - 1][j - 1] + (same ? 0 : 1), Math.min(d[i - 1][j], d[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
  }
}
