package iyagi.story;

import iyagi.words.Sentence;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Languages as people write them: "en", "en-GB", "English", "Kiswahili", "한국어". */
final class Languages {
  private static final Pattern TAG = Pattern.compile("[a-z]{2,3}(-[a-z0-9]{2,8})*");
  private static final Set<String> CODES = Set.of(Locale.getISOLanguages());

  private Languages() {}

  /**
   * Codes by name. Asking Java for the names of all languages takes a quarter of a second, so they
   * are only made for a story that gives its language by name.
   */
  private static final class Names {
    static final Map<String, String> NAMES = names();

    private static Map<String, String> names() {
      Map<String, String> names = new HashMap<>();
      for (String code : Locale.getISOLanguages()) {
        Locale locale = Locale.of(code);
        names.putIfAbsent(small(locale.getDisplayLanguage(Locale.ENGLISH)), code);
        names.putIfAbsent(small(locale.getDisplayLanguage(locale)), code);
      }
      names.putAll(Map.of("luganda", "lg", "isizulu", "zu", "isixhosa", "xh", "sesotho", "st"));
      names.putAll(Map.of("setswana", "tn", "kiswahili", "sw", "chichewa", "ny", "sepedi", "nso"));
      CODES.forEach(names::remove);
      return names;
    }
  }

  private static String small(String name) {
    return name.toLowerCase(Locale.ROOT).strip();
  }

  /** The language of that code or name. */
  static Optional<Locale> named(String text) {
    String name = small(text.replaceAll("\\(.*\\)", "")).replace('_', '-');
    boolean isCode = CODES.contains(name.split("-", 2)[0]);
    String code = isCode ? name : Names.NAMES.getOrDefault(name, name);
    if (!TAG.matcher(code).matches()) {
      return Optional.empty();
    }
    String primary = code.split("-", 2)[0];
    boolean known = primary.length() == 3 || CODES.contains(primary);
    Locale locale = Locale.forLanguageTag(code);
    return known && !locale.getLanguage().isEmpty() ? Optional.of(locale) : Optional.empty();
  }

  /** The end of a message about an unknown one. */
  static Sentence suggestion(String text) {
    Sentence near = Suggestion.hint(text, Names.NAMES.keySet());
    return near.isEmpty() ? Sentence.of("; write a code like en or ko") : near;
  }

  /** Korean where most letters are Hangul. */
  static Optional<Locale> guessed(String text) {
    long letters = text.codePoints().filter(Character::isLetter).count();
    long hangul = text.chars().filter(c -> Pace.isHangul((char) c)).count();
    return letters > 0 && hangul * 2 > letters ? Optional.of(Locale.KOREAN) : Optional.empty();
  }
}
