package iyagi.speech;

import iyagi.audio.Pcm;
import iyagi.words.Sentence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says every word of English and Korean as a tenth of a second of closed lips and silence and a
 * quarter of a second of an open mouth and a tone. For tests of what is seen.
 */
public final class MumblingEngine implements SpeechEngine {
  /** Closed lips before each word. */
  public static final Duration SHUT = Duration.ofMillis(150);

  /** The open mouth of each word. */
  public static final Duration OPEN = Duration.ofMillis(250);

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}'’]+");
  private static final double TONE_HZ = 440;

  @Override
  public String version() {
    return "mumbling 1";
  }

  @Override
  public Support supports(Locale language) {
    return List.of("en", "ko").contains(language.getLanguage())
        ? new Support.Spoken()
        : new Support.Silent(Sentence.of("Nobody mumbles that."));
  }

  @Override
  public Utterance speak(Phrase phrase) {
    List<Phone> phones = new ArrayList<>();
    List<Word> words = new ArrayList<>();
    Duration at = Duration.ZERO;
    Matcher matcher = WORD.matcher(phrase.text());
    while (matcher.find()) {
      Duration open = at.plus(SHUT);
      Duration end = open.plus(OPEN);
      phones.add(new Phone("m", Viseme.BILABIAL, at, open));
      phones.add(new Phone("A", Viseme.OPEN_VOWEL, open, end));
      words.add(new Word(matcher.start(), matcher.end(), at, end));
      at = end;
    }
    return new Utterance(sound(phones, at), phones, words, List.of());
  }

  private static Pcm sound(List<Phone> phones, Duration length) {
    float[] samples = new float[(int) (length.toNanos() * Pcm.RATE_HZ / 1_000_000_000L)];
    for (Phone phone : phones) {
      if (phone.symbol().equals("A")) {
        int end = Math.min(samples.length, frame(phone.end()));
        for (int i = frame(phone.start()); i < end; i++) {
          samples[i] = (float) (0.3 * Math.sin(2 * Math.PI * TONE_HZ * i / Pcm.RATE_HZ));
        }
      }
    }
    return new Pcm(Pcm.RATE_HZ, samples);
  }

  private static int frame(Duration time) {
    return (int) (time.toNanos() * Pcm.RATE_HZ / 1_000_000_000L);
  }

  @Override
  public List<Pronunciation> pronounce(
      Locale language, String text, Map<String, String> pronunciations) {
    return List.of(new Pronunciation(text, "m A"));
  }

  @Override
  public void close() {}
}
