package iyagi.story;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** How words are said, from the paragraph on in which the author says so. */
final class Pronunciations {
  /** More are no story, and every line looks for each of them. */
  private static final int MOST = 200;

  private final Map<String, String> spelling = new LinkedHashMap<>();
  private final Map<String, Place> places = new LinkedHashMap<>();
  private final Set<String> used = new TreeSet<>();

  void add(Instruction.Say say, Place place, Problems problems) {
    if (spelling.size() == MOST) {
      problems.error(place, "more than {0} pronunciations in one story", MOST);
      return;
    }
    spelling.put(say.word(), say.pronunciation());
    places.putIfAbsent(say.word(), place);
  }

  /** Those that a line needs. */
  Map<String, String> in(String text) {
    if (spelling.isEmpty()) {
      return Map.of();
    }
    Map<String, String> needed = new HashMap<>();
    String small = text.toLowerCase(Locale.ROOT);
    spelling.forEach(
        (word, as) -> {
          if (Pins.find(small, word, 0) >= 0) {
            needed.put(word, as);
            used.add(word);
          }
        });
    return needed;
  }

  void warnOfUnused(Problems problems) {
    places.forEach(
        (word, place) -> {
          if (!used.contains(word)) {
            problems.warning(
                place, "'{0}' is not spoken here or after; say how it is said earlier", word);
          }
        });
  }
}
