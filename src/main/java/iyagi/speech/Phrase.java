package iyagi.speech;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be said in one breath, and how.
 *
 * @param language of the text
 * @param text as the author wrote it; the engine normalises it
 * @param voice who speaks
 * @param mood how
 * @param rate of speech against the voice's own pace, 0.5 to 2; 1 is the voice's own
 * @param pronunciations words of this text that are said in another way: word as written, lower
 *     case → a respelling ("yoo-nee-corn") or phones between slashes ("/' j u - n I/")
 * @param recording in which a person says it; then all but the text is as that person does it
 */
public record Phrase(
    Locale language,
    String text,
    Voice voice,
    Mood mood,
    double rate,
    Map<String, String> pronunciations,
    Optional<Recording> recording) {
  /** Checks the rate and copies the pronunciations. */
  public Phrase {
    if (!(rate >= 0.5 && rate <= 2)) {
      throw new IllegalArgumentException("rate " + rate + " is outside 0.5..2");
    }
    pronunciations = Map.copyOf(pronunciations);
  }

  /** A phrase that an engine is to speak. */
  public Phrase(
      Locale language,
      String text,
      Voice voice,
      Mood mood,
      double rate,
      Map<String, String> pronunciations) {
    this(language, text, voice, mood, rate, pronunciations, Optional.empty());
  }

  /** The same, as a person says it. */
  public Phrase in(Recording by) {
    return new Phrase(language, text, voice, mood, rate, pronunciations, Optional.of(by));
  }

  /** The same, to be spoken by an engine. */
  public Phrase unrecorded() {
    return new Phrase(language, text, voice, mood, rate, pronunciations);
  }
}
