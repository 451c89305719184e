package iyagi.speech;

import iyagi.audio.Pcm;
import iyagi.words.Sentence;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Hums a tenth of a second for every phrase in English but "bad", and counts them. For tests. */
public final class HummingEngine implements SpeechEngine {
  private final AtomicInteger spoken = new AtomicInteger();

  /** How many phrases it was asked to speak. */
  public int spoken() {
    return spoken.get();
  }

  @Override
  public String version() {
    return "humming 1";
  }

  @Override
  public Support supports(Locale language) {
    return language.getLanguage().equals("en")
        ? new Support.Spoken()
        : new Support.Silent(Sentence.of("Nobody hums {0}.", language));
  }

  @Override
  public Utterance speak(Phrase phrase) {
    spoken.incrementAndGet();
    if (phrase.text().contains("bad")) {
      throw new SpeechFault(Sentence.of("'{0}' could not be spoken", phrase.text()));
    }
    Phone phone = new Phone("A", Viseme.OPEN_VOWEL, Duration.ZERO, Duration.ofMillis(100));
    float[] hum = new float[4800];
    Arrays.fill(hum, 0.1f);
    return new Utterance(new Pcm(Pcm.RATE_HZ, hum), List.of(phone), List.of(), List.of());
  }

  @Override
  public List<Pronunciation> pronounce(
      Locale language, String text, Map<String, String> pronunciations) {
    return List.of(new Pronunciation(text, "m m"));
  }

  @Override
  public void close() {}
}
