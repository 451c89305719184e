package iyagi.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Sentences in Korean. Any thread. */
public final class Korean {
  private static final Map<String, String> SENTENCES = read();

  private Korean() {}

  /** A sentence in Korean; empty where it has none, so that English stands for it. */
  public static Optional<String> of(Sentence sentence) {
    if (sentence.isEmpty() || sentence.text().equals("{0}")) {
      return Optional.of(sentence.fill(sentence.text(), Korean::part, Particle::of));
    }
    return Optional.ofNullable(SENTENCES.get(sentence.text()))
        .map(template -> sentence.fill(template, Korean::part, Particle::of));
  }

  private static String part(Object part) {
    return part instanceof Sentence inner
        ? of(inner).orElseGet(inner::toString)
        : String.valueOf(part);
  }

  /** The English texts that have a Korean one. */
  static Set<String> known() {
    return new TreeSet<>(SENTENCES.keySet());
  }

  /** The Korean text for an English one, with its places. */
  static String template(String english) {
    return SENTENCES.get(english);
  }

  private static Map<String, String> read() {
    try (InputStream in = Korean.class.getResourceAsStream("ko.json")) {
      if (in == null) {
        throw new IOException("ko.json is missing from this program");
      }
      return JsonMapper.builder()
          .build()
          .readValue(in, new TypeReference<Map<String, String>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
