package iyagi.speech;

import iyagi.audio.Pcm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Speaks one phone for each letter of a text, a tenth of a second each, with every mouth shape. */
public final class BabblingEngine implements SpeechEngine {
  private static final int PHONE_MILLIS = 100;

  @Override
  public String version() {
    return "babbling 1";
  }

  @Override
  public Support supports(Locale language) {
    return new Support.Spoken();
  }

  @Override
  public Utterance speak(Phrase phrase) {
    List<Phone> phones = new ArrayList<>();
    for (char letter : phrase.text().toCharArray()) {
      int start = phones.size() * PHONE_MILLIS;
      phones.add(
          new Phone(
              "m",
              Viseme.values()[letter % Viseme.values().length],
              Duration.ofMillis(start),
              Duration.ofMillis(start + PHONE_MILLIS)));
    }
    float[] sound = new float[phones.size() * Pcm.RATE_HZ * PHONE_MILLIS / 1000];
    Arrays.fill(sound, 0.1f);
    return new Utterance(new Pcm(Pcm.RATE_HZ, sound), phones, List.of(), List.of());
  }

  @Override
  public List<Pronunciation> pronounce(
      Locale language, String text, Map<String, String> pronunciations) {
    return List.of(new Pronunciation(text, "m"));
  }

  @Override
  public void close() {}
}
