package iyagi.speech.mary;

import iyagi.speech.Phrase;
import iyagi.speech.SpeechEngine;
import iyagi.speech.SpeechFault;
import iyagi.speech.Utterance;
import iyagi.words.Sentence;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * English, spoken by MaryTTS 5.2.1 with the voice cmu-slt-hsmm. MaryTTS starts with the first
 * phrase; any thread may call. Text is analysed one phrase at a time, sound is made side by side.
 * The same phrase always gives the same samples on one kind of processor.
 */
public final class MarySpeechEngine implements SpeechEngine {
  /** Counts changes in what this room makes of a phrase: words, melody, finish. */
  private static final int REVISION = 2;

  private static final class Once {
    static final Speaker SPEAKER = Speaker.started();
  }

  @Override
  public String version() {
    return "marytts-5.2.1/" + MaryVoice.NAME + "/" + REVISION;
  }

  @Override
  public Support supports(Locale language) {
    return switch (language.getLanguage()) {
      case "en" -> new Support.Spoken();
      case "ko" ->
          new Support.Silent(
              Sentence.of(
                  "There is no Korean voice on this robot yet; a Korean story needs a recording of"
                      + " someone reading it aloud."));
      default ->
          new Support.Silent(
              Sentence.of(
                  "There is no voice for {0} on this robot; such a story needs a recording of"
                      + " someone reading it aloud.",
                  language));
    };
  }

  @Override
  public Utterance speak(Phrase phrase) {
    check(phrase.language());
    return Once.SPEAKER.speak(phrase);
  }

  @Override
  public List<Pronunciation> pronounce(
      Locale language, String text, Map<String, String> pronunciations) {
    check(language);
    return Once.SPEAKER.pronounce(text, pronunciations);
  }

  private void check(Locale language) {
    if (supports(language) instanceof Support.Silent(Sentence reason)) {
      throw new SpeechFault(reason);
    }
  }

  /** Nothing: MaryTTS belongs to the process and ends with it. */
  @Override
  public void close() {}
}
