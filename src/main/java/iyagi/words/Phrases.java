package iyagi.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.Set;

/**
 * Sentences of one language under keys, from the file {@code words_LANGUAGE.properties} beside a
 * class. For texts that have to read as one, a whole conversation for example; single sentences
 * stand in the program as {@link Sentence}. Any thread.
 */
public final class Phrases {
  private final String language;
  private final Properties templates = new Properties();

  /**
   * Reads them.
   *
   * @param beside the class beside which the file lies
   * @param language "en" or "ko"
   */
  public Phrases(Class<?> beside, String language) {
    this.language = language;
    String name = "words_" + language + ".properties";
    try (InputStream in = beside.getResourceAsStream(name);
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      templates.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("the program's own file " + name + " cannot be read", e);
    }
  }

  /**
   * The sentence of a key, its places filled: {0}, and {0:은} for the Korean particle alone that
   * fits what is in {0}.
   *
   * @param parts sentences are said in this language, everything else as it is
   * @throws IllegalArgumentException if there is none
   */
  public String say(String key, List<Object> parts) {
    String template = templates.getProperty(key);
    if (template == null) {
      throw new IllegalArgumentException("no sentence '" + key + "'");
    }
    return new Sentence(template, parts).fill(template, this::own, Particle::of);
  }

  private String own(Object part) {
    return part instanceof Sentence inner ? inner.in(language) : String.valueOf(part);
  }

  /** All keys that have a sentence. */
  public Set<String> keys() {
    return templates.stringPropertyNames();
  }
}
