package iyagi.narration;

import iyagi.speech.Phrase;
import iyagi.speech.Recording;
import iyagi.speech.SpeechEngine;
import iyagi.speech.SpeechFault;
import iyagi.speech.Utterance;
import iyagi.words.Hindrance;
import iyagi.words.Reason;
import iyagi.words.Sentence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Gives recorded phrases as a person said them, and has all others spoken by another engine. Takes
 * one recording at a time, so that a few of them never fill the memory. Where a recording cannot be
 * used and the other engine has a voice for its language, that voice reads, and it is noted.
 */
public final class RecordedEngine implements SpeechEngine {
  /** About a megabyte: 20 pages of three minutes. */
  private static final int KEPT_PAGES = 20;

  private final SpeechEngine engine;

  /** What was found of pages; guarded by itself. */
  private final Map<String, PageSound> pages =
      new LinkedHashMap<>(KEPT_PAGES, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, PageSound> eldest) {
          return size() > KEPT_PAGES;
        }
      };

  /**
   * Beside an engine.
   *
   * @param engine closed with this one
   */
  public RecordedEngine(SpeechEngine engine) {
    this.engine = engine;
  }

  @Override
  public String version() {
    return engine.version();
  }

  @Override
  public Support supports(Locale language) {
    return engine.supports(language);
  }

  @Override
  public Utterance speak(Phrase phrase) {
    return phrase.recording().map(by -> recorded(phrase, by)).orElseGet(() -> engine.speak(phrase));
  }

  private Utterance recorded(Phrase phrase, Recording by) {
    try {
      synchronized (pages) {
        return page(by).utterance(by.file(), by.line());
      }
    } catch (IOException unusable) {
      Sentence why =
          Sentence.of("the recording {0} cannot be used: {1}", by.file(), reason(unusable));
      return switch (engine.supports(phrase.language())) {
        case Support.Silent _ -> throw new SpeechFault(why, unusable);
        case Support.Spoken _ -> noted(engine.speak(phrase.unrecorded()), why);
      };
    }
  }

  private static Sentence reason(IOException e) {
    return e instanceof Unusable unusable
        ? unusable.sentence()
        : Sentence.of("{0} ({1})", Findings.unreadable(), Reason.of(e));
  }

  private static Utterance noted(Utterance spoken, Sentence why) {
    List<Sentence> notes = new ArrayList<>(spoken.unspoken());
    notes.add(Sentence.of("{0}; the robot's voice reads it instead", why));
    return new Utterance(spoken.sound(), spoken.phones(), spoken.words(), notes);
  }

  private PageSound page(Recording by) throws IOException {
    String key = by.sha256() + by.lines();
    PageSound known = pages.get(key);
    if (known == null || !known.isOf(by.file())) {
      known = PageSound.of(by.file(), by.lines());
      if (!Digest.of(by.file()).equals(by.sha256())) {
        throw new Hindrance(Sentence.of("another recording has taken its place"));
      }
      pages.put(key, known);
    }
    return known;
  }

  @Override
  public List<Pronunciation> pronounce(
      Locale language, String text, Map<String, String> pronunciations) {
    return engine.pronounce(language, text, pronunciations);
  }

  @Override
  public void close() {
    engine.close();
  }
}
