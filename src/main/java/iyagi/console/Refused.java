package iyagi.console;

import iyagi.words.Sentence;
import java.util.HashMap;
import java.util.Map;

/**
 * Why a request is not done. The browser has the words: {@code problem.KEY} in its own language,
 * with the arguments put in.
 */
final class Refused extends RuntimeException {
  private final int status;
  private final String key;
  private final transient Map<String, ?> args;

  /**
   * Not done.
   *
   * @param status of HTTP, 400 to 599
   * @param key of the words, without "problem."
   * @param args numbers, texts and sentences for the words
   */
  Refused(int status, String key, Map<String, ?> args) {
    super(key);
    this.status = status;
    this.key = key;
    this.args = Map.copyOf(args);
  }

  Refused(int status, String key) {
    this(status, key, Map.of());
  }

  int status() {
    return status;
  }

  /** As a browser of that language gets it. */
  Answer answer(String language) {
    return Answer.json(status, body(language));
  }

  Map<String, ?> body(String language) {
    Map<String, Object> said = new HashMap<>(args);
    said.replaceAll((_, arg) -> arg instanceof Sentence part ? part.in(language) : arg);
    return Map.of("problem", Map.of("key", key, "args", said));
  }
}
