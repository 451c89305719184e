package iyagi.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Collectors;

/** What somebody may have meant. */
final class Suggestion {
  private Suggestion() {}

  /** "; did you mean 'mouth'?" or, if nothing is near, "; allowed are …". */
  static String of(String found, Collection<String> known) {
    return known.stream()
        .filter(k -> distance(found, k) <= Math.max(1, Math.max(found.length(), k.length()) / 3))
        .min(Comparator.comparingInt(k -> distance(found, k)))
        .map(k -> "; did you mean '" + k + "'?")
        .orElseGet(
            () -> "; allowed are " + known.stream().sorted().collect(Collectors.joining(", ")));
  }

  /** Levenshtein distance. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int corner = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = corner + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        corner = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
