package iyagi.program;

import java.time.Duration;
import java.util.regex.Pattern;

/** What the values of a programme may be. Messages name the key as the file does. */
final class Checks {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
  private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}/\\\\]{1,100}");
  private static final Pattern TEXT = Pattern.compile("[^\\p{Cntrl}]*");

  private Checks() {}

  static void id(String id) {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "id = '"
              + id
              + "' cannot be used; 1 to 40 small letters, digits and '-' are allowed, as tuesday-tales");
    }
  }

  static void name(String key, String name) {
    if (!NAME.matcher(name).matches() || name.isBlank()) {
      throw new IllegalArgumentException(
          key + " = '" + name + "' is no name of a story; see: iyagi stories");
    }
  }

  static void text(String key, String text, int least, int most) {
    int length = text.length();
    if (length < least || length > most || !TEXT.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "%s has %d characters or a line break; %d to %d characters on one line are allowed"
              .formatted(key, length, least, most));
    }
  }

  static void minutes(String key, Duration value, int least, int most) {
    if (value.compareTo(Duration.ofMinutes(least)) < 0
        || value.compareTo(Duration.ofMinutes(most)) > 0) {
      throw new IllegalArgumentException(
          "%s = %d min is outside %d..%d min".formatted(key, value.toMinutes(), least, most));
    }
  }
}
