package iyagi.cli;

import iyagi.program.Item;
import iyagi.program.Part;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Something of a plan as it is typed behind 'iyagi programme add'. */
final class ItemWords {
  private static final String STORY = "story:";
  private static final String SONG = "song:";
  private static final String STRETCH = "stretch:";
  private static final String QUESTION = "question:";
  private static final List<String> PARTS = List.of("wait", "hint", "answer");

  /** Between the parts of a question; with a backslash before it, a letter as any other. */
  private static final Pattern BAR = Pattern.compile("(?<!\\\\)\\|");

  private ItemWords() {}

  /**
   * What is meant.
   *
   * @throws IllegalArgumentException if it cannot be; the message says why
   */
  static Item item(String words) {
    if (words.startsWith(STORY)) {
      return new Item.Story(words.substring(STORY.length()));
    }
    if (words.startsWith(SONG)) {
      return new Item.Song(words.substring(SONG.length()));
    }
    if (words.startsWith(QUESTION)) {
      return question(words.substring(QUESTION.length()));
    }
    if (words.startsWith(STRETCH)) {
      return new Item.Stretch(words.substring(STRETCH.length()));
    }
    return words.equals(Part.STRETCH) ? new Item.Stretch(words) : new Item.Story(words);
  }

  private static Item question(String words) {
    List<String> all =
        Stream.of(BAR.split(words, -1)).map(part -> part.replace("\\|", "|").strip()).toList();
    Map<String, String> parts = new HashMap<>();
    for (String part : all.subList(1, all.size())) {
      int colon = part.indexOf(':');
      String key = colon < 0 ? part : part.substring(0, colon).strip();
      if (colon < 0 || !PARTS.contains(key)) {
        throw new IllegalArgumentException(
            "'%s' is no part of a question; behind | there may be wait: SECONDS, hint: WORDS and answer: WORDS; write \\| for a | of the question itself"
                .formatted(part));
      }
      if (parts.put(key, part.substring(colon + 1).strip()) != null) {
        throw new IllegalArgumentException("the question has '" + key + ":' twice");
      }
    }
    return new Item.Question(
        all.getFirst(),
        parts.containsKey("wait") ? seconds(parts.get("wait")) : Item.Question.USUAL,
        parts.getOrDefault("hint", ""),
        parts.getOrDefault("answer", ""));
  }

  private static Duration seconds(String words) {
    try {
      return Duration.ofSeconds(Integer.parseInt(words));
    } catch (NumberFormatException wrong) {
      throw new IllegalArgumentException(
          "'wait: " + words + "' is no number of seconds; 1 to 60 are allowed", wrong);
    }
  }
}
