package iyagi.words;

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
 * @param parts what stands in the places: texts, numbers, sentences, or languages
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

  /** Whether it says nothing. */
  public boolean isEmpty() {
    return text.isEmpty();
  }

  /** In English. */
  @Override
  public String toString() {
    return fill(text, part -> said(part, Locale.ENGLISH), (_, _) -> "");
  }

  /** A part in a language; of a language its name. */
  static String said(Object part, Locale in) {
    return part instanceof Locale language ? language.getDisplayLanguage(in) : String.valueOf(part);
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
