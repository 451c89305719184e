package iyagi.calibration;

import iyagi.motion.Joint;
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

  /**
   * What is said, its places filled; a place that names a joint's direction is filled in this
   * language.
   *
   * @throws IllegalArgumentException if there is no such sentence
   */
  public String of(Say say) {
    return phrases.say(say.key(), say.args().stream().map(this::own).toList());
  }

  private Object own(Object arg) {
    return arg instanceof String word && word.startsWith("word.")
        ? phrases.say(word, List.of())
        : arg;
  }

  /** Where a joint is at its highest angle, as a word that {@link #of(Say)} fills in. */
  static String highest(Joint joint) {
    return "word.highest." + joint.key();
  }

  /** Where a joint is at its lowest angle. */
  static String lowest(Joint joint) {
    return "word.lowest." + joint.key();
  }

  /** All keys that have a sentence. */
  Set<String> keys() {
    return phrases.keys();
  }
}
