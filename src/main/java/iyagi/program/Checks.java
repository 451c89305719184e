package iyagi.program;

import iyagi.words.Sentence;
import iyagi.words.Unfit;
import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Pattern;

/** What the values of a programme may be. Messages name the key as the file does. */
final class Checks {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
  private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}/\\\\]{1,100}");
  private static final Pattern TEXT = Pattern.compile("[^\\p{Cntrl}]*");

  private Checks() {}

  /** Why a value cannot be; the text has places for the parts. */
  static Unfit wrong(String text, Object... parts) {
    return new Unfit(new Sentence(text, Arrays.asList(parts)));
  }

  static void id(String id) {
    if (!ID.matcher(id).matches()) {
      throw wrong(
          "id = '{0}' cannot be used; 1 to 40 small letters, digits and '-' are allowed, as"
              + " tuesday-tales",
          id);
    }
  }

  static void name(String key, String name) {
    if (!NAME.matcher(name).matches() || name.isBlank()) {
      throw wrong("{0} = '{1}' is no name of a story; see: iyagi stories", Key.named(key), name);
    }
  }

  static void text(String key, String text, int least, int most) {
    int length = text.length();
    if (length < least || length > most || !TEXT.matcher(text).matches()) {
      throw wrong(
          "{0} has {1} characters or a line break; {2} to {3} characters on one line are allowed",
          Key.named(key), length, least, most);
    }
  }

  static void minutes(String key, Duration value, int least, int most) {
    if (value.compareTo(Duration.ofMinutes(least)) < 0
        || value.compareTo(Duration.ofMinutes(most)) > 0) {
      throw wrong(
          "{0} = {1} min is outside {2}..{3} min", Key.named(key), value.toMinutes(), least, most);
    }
  }
}
