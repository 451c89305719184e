package iyagi.doctor;

import iyagi.words.Phrases;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The sentences of one language. */
public final class Words {
  private static final Words ENGLISH = new Words("en");
  private static final Words KOREAN = new Words("ko");

  private final Phrases phrases;

  private Words(String language) {
    phrases = new Phrases(Words.class, language);
  }

  /** The words of a language; English where there are none. */
  public static Words of(Locale language) {
    return language.getLanguage().equals("ko") ? KOREAN : ENGLISH;
  }

  /** What a part is called. */
  public String name(Part part) {
    return sentence("part." + part.word(), List.of());
  }

  /** What a verdict is called. */
  public String name(Verdict verdict) {
    return sentence("verdict." + verdict.word(), List.of());
  }

  /**
   * The sentence of a key, its places filled.
   *
   * @throws IllegalArgumentException if there is none
   */
  public String sentence(String key, List<Object> args) {
    return phrases.say(key, args);
  }

  /** All keys that have a sentence. */
  Set<String> keys() {
    return phrases.keys();
  }
}
