package iyagi.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
        .matcher(words.sentence(key, THEMSELVES))
        .results()
        .forEach(place -> places.add(place.group()));
    return places;
  }

  @Test
  void everyPartAndVerdictHasAName() {
    for (Part part : Part.values()) {
      assertFalse(EN.name(part).isBlank());
      assertFalse(KO.name(part).isBlank());
    }
    for (Verdict verdict : Verdict.values()) {
      assertFalse(KO.name(verdict).isBlank());
    }
  }

  @Test
  void anotherLanguageGetsEnglishAndAMissingSentenceIsAMistakeOfOurs() {
    assertEquals("Disk", Words.of(Locale.FRENCH).name(Part.DISK));
    assertEquals("저장 공간", Words.of(Locale.KOREA).name(Part.DISK));
    assertThrows(IllegalArgumentException.class, () -> EN.sentence("disk.eaten", List.of()));
  }

  @Test
  void koreanParticlesFitWhatIsFilledIn() {
    assertTrue(KO.sentence("broker.works", List.of("도서관", "robot-1")).contains("robot-1로"));
    assertTrue(KO.sentence("broker.works", List.of("도서관", "robot-3")).contains("robot-3으로"));
  }
}
