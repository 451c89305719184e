package iyagi.calibration;

import iyagi.motion.Joint;
import iyagi.words.Sentence;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;

/** The sentences of one language. */
public final class Words {
  private static final Words ENGLISH = new Words("en");
  private static final Words KOREAN = new Words("ko");

  private final String language;
  private final Properties sentences = new Properties();

  private Words(String language) {
    this.language = language;
    String name = "words_" + language + ".properties";
    try (InputStream in = Words.class.getResourceAsStream(name);
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      sentences.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("the program's own file " + name + " cannot be read", e);
    }
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
    String filled = sentence(say.key());
    for (int i = 0; i < say.args().size(); i++) {
      filled = filled.replace("{" + i + "}", own(say.args().get(i)));
    }
    return filled;
  }

  private String own(Object arg) {
    return switch (arg) {
      case Sentence part -> part.in(language);
      case String word when word.startsWith("word.") -> sentence(word);
      default -> String.valueOf(arg);
    };
  }

  /** Where a joint is at its highest angle, as a word that {@link #of(Say)} fills in. */
  static String highest(Joint joint) {
    return "word.highest." + joint.key();
  }

  /** Where a joint is at its lowest angle. */
  static String lowest(Joint joint) {
    return "word.lowest." + joint.key();
  }

  private String sentence(String key) {
    String sentence = sentences.getProperty(key);
    if (sentence == null) {
      throw new IllegalArgumentException("no sentence '" + key + "'");
    }
    return sentence;
  }

  /** All keys that have a sentence. */
  Set<String> keys() {
    return sentences.stringPropertyNames();
  }
}
