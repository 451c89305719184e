package iyagi.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is wrong with a story is said in Korean as completely as in English. */
final class KoreanTest {
  /** Rooms and files whose sentences librarians see in their own language. */
  private static final List<String> TRANSLATED =
      List.of(
          "words",
          "settings",
          "audio",
          "motion",
          "light",
          "input",
          "story",
          "speech",
          "narration",
          "prepared",
          "performance",
          "library",
          "session",
          "sqlite",
          "report",
          "program",
          "service",
          "backup",
          "calibration",
          "console",
          "doctor",
          "cli/Duty.java",
          "cli/Groundwork.java",
          "cli/Pages.java",
          "cli/Reports.java",
          "cli/RobotAtHand.java",
          "cli/SessionLines.java");

  private static final Pattern NUMBER = Pattern.compile("\\{(\\d)}");

  @Test
  void everySentenceHasItsKoreanAndNoKoreanIsLeftOver() throws IOException {
    Set<String> english = English.in(TRANSLATED);
    english.removeIf(text -> Sentence.of(text).isOnlyParts());
    assertTrue(english.size() > 500, english.size() + " sentences");
    assertEquals(String.join("\n", english), String.join("\n", Korean.known()));
  }

  @Test
  void nothingThatAnEnglishSentenceSaysIsMissingInKorean() {
    for (String english : Korean.known()) {
      assertEquals(places(english), places(Korean.template(english)), english);
    }
  }

  private static Set<String> places(String text) {
    return NUMBER
        .matcher(text)
        .results()
        .map(place -> place.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void particlesFollowTheWord() {
    assertEquals("은", Particle.of("곰", "은"));
    assertEquals("는", Particle.of("여우", "은"));
    assertEquals("로", Particle.of("돌", "으로"));
    assertEquals("으로", Particle.of("'밤'", "으로"));
    assertEquals("을", Particle.of("nod 3", "을"));
    assertEquals("를", Particle.of("wave", "을"));
    assertEquals("는", Particle.of("", "은"));
  }

  @Test
  void partsThatAreSentencesAreSaidInKoreanToo() {
    Sentence sentence =
        Sentence.of("unknown voice '{0}'{1}", "cat", Sentence.of("; did you mean '{0}'?", "bat"));
    assertEquals("unknown voice 'cat'; did you mean 'bat'?", sentence.toString());
    assertEquals(Optional.of("'cat'이라는 목소리는 없어요. 혹시 'bat' 아닌가요?"), Korean.of(sentence));
  }

  @Test
  void aSentenceWithoutKoreanStaysEnglishAndSaysSo() {
    assertEquals(Optional.empty(), Korean.of(Sentence.of("the moon has gone")));
  }
}
