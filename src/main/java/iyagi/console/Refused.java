package iyagi.console;

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
   * @param args numbers and texts for the words
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

  /** As the browser gets it. */
  Answer answer() {
    return Answer.json(status, body());
  }

  Map<String, ?> body() {
    return Map.of("problem", Map.of("key", key, "args", args));
  }
}
