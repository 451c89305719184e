package iyagi.doctor;

import iyagi.service.Desk;
import iyagi.speech.Mood;
import iyagi.speech.Phrase;
import iyagi.speech.SpeechEngine.Support;
import iyagi.speech.SpeechFault;
import iyagi.speech.Utterance;
import iyagi.speech.Voices;
import iyagi.words.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Lets every language say a word, unheard. */
final class VoicesCheck implements Check {
  private static final Map<Locale, String> GREETINGS =
      Map.of(Locale.ENGLISH, "Once upon a time.", Locale.KOREAN, "옛날 옛적에.");

  private final Desk desk;

  VoicesCheck(Desk desk) {
    this.desk = desk;
  }

  @Override
  public List<Finding> look() {
    List<Finding> found = new ArrayList<>();
    for (Locale language : List.of(Locale.ENGLISH, Locale.KOREAN)) {
      found.add(look(language));
    }
    return found;
  }

  private Finding look(Locale language) {
    String name = language.getLanguage();
    if (desk.engine().supports(language) instanceof Support.Silent(Sentence reason)) {
      return Finding.of(Part.VOICES, Verdict.ATTENTION, "silent." + name, reason);
    }
    try {
      Phrase greeting =
          new Phrase(language, GREETINGS.get(language), Voices.NARRATOR, Mood.NEUTRAL, 1, Map.of());
      long before = desk.clock().nanos();
      Utterance spoken = desk.engine().speak(greeting);
      double took = (desk.clock().nanos() - before) / 1e9;
      double lasts = spoken.sound().length().toNanos() / 1e9;
      return Finding.of(Part.VOICES, Verdict.WORKS, "speaks." + name, tenths(lasts), tenths(took));
    } catch (SpeechFault fault) {
      return Finding.of(Part.VOICES, Verdict.BROKEN, "fails." + name, fault.sentence());
    }
  }

  private static String tenths(double seconds) {
    return String.format(Locale.ROOT, "%.1f", seconds);
  }
}
