package iyagi.console;

import iyagi.words.Korean;
import iyagi.words.Sentence;
import java.util.Optional;

/**
 * A sentence as a page shows it.
 *
 * @param text for people
 * @param language of it: the browser's, or English where the sentence has no other
 */
record Phrased(String text, String language) {
  /** Nothing at all. */
  static final Phrased NOTHING = new Phrased("", "en");

  /** In the language of a browser, "en" or "ko". */
  static Phrased of(Sentence sentence, String language) {
    Optional<String> korean = language.equals("ko") ? Korean.of(sentence) : Optional.empty();
    return new Phrased(korean.orElseGet(sentence::toString), korean.isPresent() ? "ko" : "en");
  }
}
