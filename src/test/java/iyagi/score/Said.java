package iyagi.score;

import iyagi.score.Composer.Spoken;
import iyagi.speech.Mood;
import iyagi.speech.Phone;
import iyagi.speech.Phrase;
import iyagi.speech.Viseme;
import iyagi.speech.Voices;
import iyagi.speech.Word;
import iyagi.story.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Speech made by hand, for tests: words that last as long as they are told to. */
public final class Said {
  private final String text;
  private final List<Phone> phones = new ArrayList<>();
  private final List<Word> words = new ArrayList<>();
  private long millis;
  private int offset;

  private Said(String text) {
    this.text = text;
  }

  /** Nothing said of the text yet. */
  public static Said of(String text) {
    return new Said(text);
  }

  /** The next word, each of its sounds lasting 100 ms. */
  public Said word(String word, Viseme... sounds) {
    int from = text.indexOf(word, offset);
    long start = millis;
    for (Viseme sound : sounds) {
      sound(sound, 100);
    }
    words.add(new Word(from, from + word.length(), ms(start), ms(millis)));
    offset = from + word.length();
    return this;
  }

  /** A pause. */
  public Said pause(int length) {
    return sound(Viseme.SILENCE, length);
  }

  /** One sound. */
  public Said sound(Viseme viseme, int length) {
    phones.add(
        new Phone(viseme == Viseme.SILENCE ? "_" : "x", viseme, ms(millis), ms(millis + length)));
    millis += length;
    return this;
  }

  /** What was said. */
  public Spoken spoken() {
    return new Spoken("clip", ms(millis), phones, words);
  }

  /** Its sounds. */
  public List<Phone> phones() {
    return phones;
  }

  /** The beat that it answers. */
  public Beat.Say beat(int breathMillis, Step.Mark... marks) {
    Phrase phrase = new Phrase(Locale.ENGLISH, text, Voices.NARRATOR, Mood.NEUTRAL, 1, Map.of());
    return new Beat.Say(1, ms(breathMillis), "", phrase, List.of(marks), 1);
  }

  private static Duration ms(long millis) {
    return Duration.ofMillis(millis);
  }
}
