package iyagi.speech.mary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.audio.Loudness;
import iyagi.speech.Mood;
import iyagi.speech.Phone;
import iyagi.speech.Phrase;
import iyagi.speech.Utterance;
import iyagi.speech.Voices;
import iyagi.speech.Word;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class MarySpeechEngineTest {
  private static final MarySpeechEngine ENGINE = new MarySpeechEngine();

  private static Phrase phrase(String text) {
    return new Phrase(Locale.ENGLISH, text, Voices.NARRATOR, Mood.NEUTRAL, 1, Map.of());
  }

  private static List<String> words(String text, Utterance utterance) {
    return utterance.words().stream().map(w -> text.substring(w.from(), w.to())).toList();
  }

  @Test
  void speaksASentenceWithPhonesThatTileTheSound() {
    Utterance utterance =
        ENGINE.speak(phrase("A small brown bear, who was hungry, could not sleep."));

    Duration at = Duration.ZERO;
    for (Phone phone : utterance.phones()) {
      assertEquals(at, phone.start());
      at = phone.end();
    }
    assertEquals(utterance.sound().length(), at);
    assertTrue(utterance.phones().stream().filter(Phone::pause).count() >= 2);
    assertEquals("@", utterance.phones().getFirst().symbol());
    assertEquals("p", utterance.phones().getLast().symbol());
  }

  @Test
  void givesEveryWrittenWordItsPlaceAndTime() {
    String text = "“Oh!” said the well-known bear, “I've 12 fish.”";
    Utterance utterance = ENGINE.speak(phrase(text));

    assertEquals(
        List.of("Oh", "said", "the", "well-known", "bear", "I've", "12", "fish"),
        words(text, utterance));
    Duration before = Duration.ZERO;
    for (Word word : utterance.words()) {
      assertTrue(word.start().compareTo(before) >= 0);
      assertTrue(word.end().compareTo(word.start()) > 0);
      before = word.end();
    }
    assertEquals(List.of(), utterance.unspoken());
  }

  @Test
  void setsEveryPhraseToOneLoudness() {
    for (String text :
        List.of("Good night.", "The moon was big and round, and it shone all night long.")) {
      Utterance utterance = ENGINE.speak(phrase(text));
      assertEquals(-20, Loudness.lufs(utterance.sound().samples(), 48_000), 0.5, text);
    }
  }
}
