package iyagi.calibration;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A sentence for the person who measures.
 *
 * @param key of the sentence in {@link Words}
 * @param args fill its places, in order
 */
public record Say(String key, List<String> args) {
  /** Copies the arguments. */
  public Say {
    args = List.copyOf(args);
  }

  /** With numbers as a person writes them. */
  static Say of(String key, Object... args) {
    return new Say(key, Arrays.stream(args).map(Say::plain).toList());
  }

  private static String plain(Object arg) {
    return arg instanceof Double number
        ? String.format(Locale.ROOT, "%.0f", number + 0.0)
        : String.valueOf(arg);
  }
}
