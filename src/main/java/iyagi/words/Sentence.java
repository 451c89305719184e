package iyagi.words;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence, or a part of one, as it is written in English, with what stands in its places. The
 * English text is also the key by which other languages find theirs, as with gettext.
 *
 * @param text in English, with places {0}, {1}, …; braces without a number are just braces
 * @param parts what stands in the places: texts, numbers, sentences, languages, dates, times of
 *     day, and lengths of time
 */
public record Sentence(String text, List<Object> parts) {
  /** Nothing at all. */
  public static final Sentence NOTHING = of("");

  private static final Pattern PLACE = Pattern.compile("\\{(\\d)(?::([^}]+))?}");

  /** Copies the parts. */
  public Sentence {
    parts = List.copyOf(parts);
  }

  /** A sentence of text and parts. */
  public static Sentence of(String text, Object... parts) {
    return new Sentence(text, Arrays.asList(parts));
  }

  /** A text that has no other language: a name, or what another program has said. */
  public static Sentence plain(String text) {
    return of("{0}", text);
  }

  /** Several one after the other, with the same between them: "; " or a line's end. */
  public static Sentence joined(String between, List<Sentence> sentences) {
    if (sentences.isEmpty()) {
      return NOTHING;
    }
    Sentence joined = sentences.getFirst();
    for (Sentence next : sentences.subList(1, sentences.size())) {
      joined = of("{0}{1}{2}", joined, between, next);
    }
    return joined;
  }

  /** Whether it says nothing. */
  public boolean isEmpty() {
    return text.isEmpty();
  }

  /**
   * As people of a language read it.
   *
   * @param language "ko" for Korean; English where it has none, and for every other language
   */
  public String in(String language) {
    return language.equals("ko") ? Korean.of(this).orElseGet(this::toString) : toString();
  }

  /** In English. */
  @Override
  public String toString() {
    return fill(text, Sentence::said, (_, _) -> "");
  }

  /** Whether nothing but its parts is said, which every language does alike. */
  boolean isOnlyParts() {
    return PLACE.matcher(text).replaceAll("").chars().noneMatch(Character::isLetter);
  }

  /** A part in English; of a language its name. */
  private static String said(Object part) {
    return switch (part) {
      case Locale language -> language.getDisplayLanguage(Locale.ENGLISH);
      case Duration time -> said(time);
      default -> String.valueOf(part);
    };
  }

  /** "40 s", "3 min", "2 h", "5 days". */
  private static String said(Duration time) {
    if (time.compareTo(Duration.ofSeconds(1)) < 0) {
      return "under 1 s";
    }
    if (time.compareTo(Duration.ofSeconds(100)) < 0) {
      return time.toSeconds() + " s";
    }
    if (time.compareTo(Duration.ofMinutes(100)) < 0) {
      return time.toMinutes() + " min";
    }
    return time.compareTo(Duration.ofDays(2)) < 0 ? time.toHours() + " h" : time.toDays() + " days";
  }

  /** What a particle is, given the word before it. */
  interface Particles {
    String of(String word, String particle);
  }

  /**
   * The text of any language with its places filled.
   *
   * @param template with places {0}, and {0:은} for the particle alone that fits what is in {0}
   */
  String fill(String template, Function<Object, String> say, Particles particles) {
    return PLACE
        .matcher(template)
        .replaceAll(
            place -> {
              int number = Integer.parseInt(place.group(1));
              String word = say.apply(parts.get(number));
              String particle = place.group(2);
              return Matcher.quoteReplacement(
                  particle == null ? word : particles.of(word, particle));
            });
  }
}
