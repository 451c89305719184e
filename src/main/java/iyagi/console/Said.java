package iyagi.console;

import iyagi.calibration.Say;
import iyagi.words.Sentence;
import java.util.List;

/**
 * What has happened while something is measured, as a page says it.
 *
 * @param key of its words
 * @param args fill their places, in the browser's language
 */
record Said(String key, List<String> args) {
  /** Copies the arguments. */
  Said {
    args = List.copyOf(args);
  }

  /** All of it in the language of a browser, "en" or "ko". */
  static List<Said> of(List<Say> said, String language) {
    return said.stream().map(say -> of(say, language)).toList();
  }

  private static Said of(Say say, String language) {
    return new Said(
        say.key(),
        say.args().stream()
            .map(arg -> arg instanceof Sentence part ? part.in(language) : String.valueOf(arg))
            .toList());
  }
}
