package iyagi.calibration;

import iyagi.words.Sentence;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A sentence for the person who measures.
 *
 * @param key of the sentence in {@link Words}
 * @param args fill its places, in order: texts, and sentences that stand in its language
 */
public record Say(String key, List<Object> args) {
  /** Copies the arguments. */
  public Say {
    args = List.copyOf(args);
  }

  /** With numbers as a person writes them. */
  static Say of(String key, Object... args) {
    return new Say(key, Arrays.stream(args).map(Say::plain).toList());
  }

  private static Object plain(Object arg) {
    return switch (arg) {
      case Double number -> String.format(Locale.ROOT, "%.0f", number + 0.0);
      case Sentence sentence -> sentence;
      default -> String.valueOf(arg);
    };
  }
}
