package iyagi.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Sentences in Korean. Any thread. */
public final class Korean {
  private static final Map<String, String> SENTENCES = read();

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu년 M월 d일", Locale.KOREAN);
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("a h시", Locale.KOREAN);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("a h시 m분", Locale.KOREAN);

  private Korean() {}

  /** A sentence in Korean; empty where it has none, so that English stands for it. */
  public static Optional<String> of(Sentence sentence) {
    if (sentence.isOnlyParts()) {
      return Optional.of(sentence.fill(sentence.text(), Korean::part, Particle::of));
    }
    return Optional.ofNullable(SENTENCES.get(sentence.text()))
        .map(template -> sentence.fill(template, Korean::part, Particle::of));
  }

  private static String part(Object part) {
    return switch (part) {
      case Sentence inner -> of(inner).orElseGet(inner::toString);
      case Locale language -> language.getDisplayLanguage(Locale.KOREAN);
      case LocalDate date -> DATE.format(date);
      case LocalTime time -> (time.getMinute() == 0 ? HOUR : TIME).format(time);
      case Duration time -> time(time);
      default -> String.valueOf(part);
    };
  }

  /** In the same steps as in English. */
  private static String time(Duration time) {
    if (time.compareTo(Duration.ofSeconds(1)) < 0) {
      return "1초 미만";
    }
    if (time.compareTo(Duration.ofSeconds(100)) < 0) {
      return time.toSeconds() + "초";
    }
    if (time.compareTo(Duration.ofMinutes(100)) < 0) {
      return time.toMinutes() + "분";
    }
    return time.compareTo(Duration.ofDays(2)) < 0 ? time.toHours() + "시간" : time.toDays() + "일";
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
