package iyagi.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
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
  void datesTimesAndLengthsAreSaidAsTheReaderSaysThem() {
    Sentence missed =
        Sentence.of(
            "Programme '{0}' of {1}, {2} {3}.",
            "Moon", LocalDate.of(2026, 11, 4), LocalTime.of(14, 5), Sentence.of("is over"));
    assertEquals("Programme 'Moon' of 2026-11-04, 14:05 is over.", missed.toString());
    assertEquals("2026년 11월 4일 오후 2시 5분 프로그램 'Moon': 끝났어요.", missed.in("ko"));
    Map.of(
            Duration.ofMillis(300), List.of("under 1 s", "1초 미만"),
            Duration.ofSeconds(40), List.of("40 s", "40초"),
            Duration.ofMinutes(16), List.of("16 min", "16분"),
            Duration.ofHours(5), List.of("5 h", "5시간"),
            Duration.ofDays(3), List.of("3 days", "3일"))
        .forEach(
            (time, said) -> {
              Sentence silent = Sentence.of("it has not answered for {0}", time);
              assertEquals("it has not answered for " + said.getFirst(), silent.toString());
              assertEquals(said.getLast() + " 동안 응답이 없었어요", silent.in("ko"));
            });
  }

  @Test
  void whatTheSystemSaysIsSaidInKoreanAndWhatNobodyKnowsStaysAsItIs() {
    assertEquals(
        "저장 공간이 없어요",
        Reason.of(new FileSystemException("x", null, "No space left on device")).in("ko"));
    assertEquals("파일이 없어요", Reason.of(new NoSuchFileException("x")).in("ko"));
    assertEquals(
        "'cat.local'이라는 이름을 찾을 수 없어요", Reason.of(new UnknownHostException("cat.local")).in("ko"));
    assertEquals("Reactor leaks", Reason.of(new IOException("Reactor leaks")).in("ko"));
    assertEquals(
        "Connection refused", Reason.of(new ConnectException("Connection refused")).toString());
    Sentence inner = Sentence.of("it is empty");
    assertEquals(inner, Reason.innermost(new IOException("outer", new Hindrance(inner))));
  }

  @Test
  void severalSentencesAreJoinedInAnyLanguage() {
    Sentence both =
        Sentence.joined(
            "\n", List.of(Sentence.of("Stopped."), Sentence.plain("x"), Sentence.NOTHING));
    assertEquals("Stopped.\nx\n", both.toString());
    assertEquals("멈췄어요.\nx\n", both.in("ko"));
  }

  @Test
  void aSentenceWithoutKoreanStaysEnglishAndSaysSo() {
    assertEquals(Optional.empty(), Korean.of(Sentence.of("the moon has gone")));
  }
}
