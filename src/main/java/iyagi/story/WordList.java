package iyagi.story;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How words are said in every story that does not say it otherwise itself.
 *
 * @param words each once in its language, in the order in which they were added
 */
public record WordList(List<Entry> words) {
  /** No words. */
  public static final WordList NONE = new WordList(List.of());

  /** More are no dictionary for one library's stories, and every line looks for each of them. */
  public static final int MOST = 300;

  /**
   * How a word is said.
   *
   * @param language of the stories: "en"
   * @param word as it stands in them, in small letters, without spaces
   * @param said a respelling ("yoo-nee-corn") or phones between slashes
   */
  public record Entry(String language, String word, String said) {}

  /** Copies; of two entries for a word the later one stands, where the earlier one stood. */
  public WordList {
    Map<String, Entry> once = new LinkedHashMap<>();
    words.forEach(entry -> once.put(entry.language() + " " + entry.word(), entry));
    words = List.copyOf(once.values());
  }

  /** Those that a text needs: word to how it is said. */
  public Map<String, String> in(Locale language, String text) {
    if (words.isEmpty()) {
      return Map.of();
    }
    String small = text.toLowerCase(Locale.ROOT);
    Map<String, String> needed = new HashMap<>();
    for (Entry entry : words) {
      if (entry.language().equals(language.getLanguage())
          && Pins.find(small, entry.word(), 0) >= 0) {
        needed.put(entry.word(), entry.said());
      }
    }
    return Collections.unmodifiableMap(needed);
  }

  /** How a word is said. */
  public Optional<Entry> find(String language, String word) {
    return words.stream()
        .filter(entry -> entry.language().equals(language) && entry.word().equals(word))
        .findFirst();
  }

  /** With one more, or with another way to say a word. */
  public WordList with(Entry entry) {
    List<Entry> more = new ArrayList<>(words);
    more.add(entry);
    return new WordList(more);
  }

  /** Without a word. */
  public WordList without(String language, String word) {
    return new WordList(
        words.stream()
            .filter(entry -> !(entry.language().equals(language) && entry.word().equals(word)))
            .toList());
  }
}
