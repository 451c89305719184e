package iyagi.doctor;

import iyagi.words.Sentence;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
    String sentence = sentences.getProperty(key);
    if (sentence == null) {
      throw new IllegalArgumentException("no sentence '" + key + "'");
    }
    String filled = sentence;
    for (int i = 0; i < args.size(); i++) {
      filled = filled.replace("{" + i + "}", own(args.get(i)));
    }
    return filled;
  }

  private String own(Object arg) {
    return arg instanceof Sentence part ? part.in(language) : String.valueOf(arg);
  }

  /** All keys that have a sentence. */
  Set<String> keys() {
    return sentences.stringPropertyNames();
  }
}
