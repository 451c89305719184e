package iyagi.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.motion.Joint;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Both languages say the same things. */
final class WordsTest {
  private static final Words EN = Words.of(Locale.ENGLISH);
  private static final Words KO = Words.of(Locale.KOREAN);

  /** What fills each place with its own name. */
  private static final List<Object> THEMSELVES =
      List.of("{0}", "{1}", "{2}", "{3}", "{4}", "{5}", "{6}", "{7}", "{8}", "{9}");

  @Test
  void bothLanguagesHaveEverySentence() {
    assertEquals(new TreeSet<>(EN.keys()), new TreeSet<>(KO.keys()));
    assertTrue(EN.keys().size() > 60, EN.keys().size() + " sentences");
  }

  @Test
  void bothFillTheSamePlaces() {
    for (String key : EN.keys()) {
      assertEquals(places(EN, key), places(KO, key), key);
    }
  }

  private static Set<String> places(Words words, String key) {
    Set<String> places = new TreeSet<>();
    Pattern.compile("\\{\\d}")
        .matcher(words.of(new Say(key, THEMSELVES)))
        .results()
        .forEach(place -> places.add(place.group()));
    return places;
  }

  @Test
  void everyJointHasADirection() {
    for (Joint joint : Joint.values()) {
      for (Words words : List.of(EN, KO)) {
        assertFalse(words.of(Say.of(Words.highest(joint))).isBlank());
        assertFalse(words.of(Say.of(Words.lowest(joint))).isBlank());
      }
    }
  }

  @Test
  void anotherLanguageGetsEnglishAndAMissingSentenceIsAMistakeOfOurs() {
    assertEquals("It still moves", Words.of(Locale.FRENCH).of(Say.of("wait")).substring(0, 14));
    assertThrows(
        IllegalArgumentException.class,
        () -> EN.of(new Say("no such sentence", Collections.emptyList())));
  }
}
