package iyagi.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of mistakes. The first line of the page is line 7 of the file. */
final class ProblemsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Hi {nodd}. | 7:4: error: unknown direction 'nodd'; did you mean 'nod'?
          Hi {look upp}. | 7:4: error: unknown direction 'look upp'; did you mean 'look up'?
          Hi {fly}. | 7:4: error: unknown direction 'fly'; there is bow, cheer, clap, dance, glow, hug, jump, listen, look down, look left, look right, look up, nod, pause, peek, point, rate, say, shake, shrug, sleep, sound, stretch, think, voice, wave, yawn
          Hi {glwo red}. | 7:4: error: unknown direction 'glwo red'; did you mean 'glow'?
          Hi {glow yelow}. | 7:4: error: unknown colour 'yelow'; did you mean 'yellow'?
          Hi {glow}. | 7:4: error: no colour is named; there is blue, green, orange, pink, purple, red, warm, white, yellow
          Hi {sound boom}. | 7:4: error: unknown sound 'boom'; there is bell, birds, chime, drum, heartbeat, knock, pop, rain, splash, wind
          Hi {sound bel softly}. | 7:4: error: unknown sound 'bel'; did you mean 'bell'?
          Hi {voice baer} you. | 7:4: error: unknown voice 'baer'; did you mean 'bear'?
          Hi {pause 11s}. | 7:4: error: pause 11 s is outside 0.001..10 s
          Hi {pause 1}. | 7:4: error: pause '1' is no length of time; write for example {pause 1s}
          Hi {rate 20%} you. | 7:4: error: rate 20% is outside 50..200 %
          Hi {rate slow} you. | 7:4: error: rate 'slow' is no percentage; write for example 90%
          Hi {say "a b" as "c"}. | 7:4: error: 'say' takes one word at a time, not 'a b'
          Hi {say "a"}. | 7:4: error: write how a word is said like this: {say "Seoul" as "soul"}
          Hi {say "Hu" as "hoo"}. | 7:4: warning: 'hu' is not spoken here or after; say how it is said earlier
          The moon {wave on "mooon"}. | 7:10: error: no word 'mooon' in this paragraph; did you mean 'moon'?
          The moon {wave on "sun"}. | 7:10: error: no word 'sun' in this paragraph
          The moon {wave on moon}. | 7:10: error: write the word in quotation marks: {wave on "moon"}
          The moon {wave on ""}. | 7:10: error: 'wave' names no word between the quotation marks
          The moon {wave on "moon"!}. | 7:10: error: 'wave' either lands on a word or is waited for; drop the '!' or the word
          Hi {pause 1s!} you. | 7:4: error: 'pause' cannot be pinned to a word or waited for
          Hi {}. | 7:4: error: there is nothing between these braces; write a direction or drop them
          Hi {wave. | 7:4: error: '{' is not closed by a '}'
          Hi {wave {nod}. | 7:4: error: '{' is not closed by a '}' before the next '{'
          Hi wave}. | 7:8: error: '}' without a '{' before it; to speak of braces write \\{ and \\}
          *Hi* **there** {nodd}. | 7:16: error: unknown direction 'nodd'; did you mean 'nod'?
          &amp; \\* &copy; A&B {nodd}. | 7:21: error: unknown direction 'nodd'; did you mean 'nod'?
          ![a](b.png) Hi. | 7:1: warning: a picture is not read aloud; it is left out
          Hi <b>you. | 7:4: warning: HTML is not read aloud; '<b>' is left out
          | 0: error
          """)
  void sayWhereWhatAndWhatInstead(String page, String problem) {
    if (page == null) {
      assertInstanceOf(ReadResult.Rejected.class, Stories.result(Stories.TOP));
      return;
    }
    assertEquals(List.of("test.md:" + problem), Stories.problems(Stories.TOP + page));
  }

  @Test
  void ofALineThatSlippedIntoAQuotation() {
    assertEquals(
        List.of(
            "test.md:8:1: warning: this line is part of the quotation above; put an empty line"
                + " before it"),
        Stories.problems(Stories.TOP + "> Ask: Who?\nBear went home."));
  }

  @Test
  void ofDirectionsInAHeading() {
    assertEquals(
        List.of(
            "test.md:6:1: warning: directions in a heading do nothing; write them in the text"
                + " below"),
        Stories.problems("---\nlicense: x\n---\n# T\n\n## One {wave}\nHi."));
  }

  @Test
  void areFoundAllAtOnceAndInOrder() {
    List<String> problems =
        Stories.problems(
            "---\ntitel: x\n---\n\n## One\nHi {nodd} {glow yelow}.\n\n> Wiat: 3s\n\n> Choose: left\n");
    assertEquals(
        List.of(
            "test.md: warning: no licence is given; add for example 'license: CC BY 4.0' at the top",
            "test.md: warning: no title; it is called 'test' until a line like '# My story' is added",
            "test.md:2:1: error: unknown 'titel'; did you mean 'title'?",
            "test.md:6:4: error: unknown direction 'nodd'; did you mean 'nod'?",
            "test.md:6:11: error: unknown colour 'yelow'; did you mean 'yellow'?",
            "test.md:8:3: error: unknown 'Wiat:'; did you mean 'Wait:'?",
            "test.md:10:3: error: 'left' is no choice; write for example 'left → the-hill | right →"
                + " the-pond, after 8s → the-hill'"),
        problems);
  }

  @Test
  void ofALongPageSayHowLongItTakes() {
    String hundredAndTenWords = "one two three four five six seven eight nine ten. ".repeat(11);
    assertEquals(List.of(), Stories.problems(Stories.TOP + hundredAndTenWords));
    assertEquals(
        List.of(
            "test.md:6:1: warning: this page takes about 77 s; small children like pages under 60 s"),
        Stories.problems(
            Stories.TOP
                + hundredAndTenWords
                + "Go on. {pause 10s} ".repeat(1)
                + "A b c d e f g h i j."));
  }

  @Test
  void ofALongKoreanPageCountSyllables() {
    String tenSyllables = "곰이 숲에서 달을 찾아요. ";
    assertEquals(
        List.of(
            "test.md:6:1: warning: this page takes about 67 s; small children like pages under 60 s"),
        Stories.problems(Stories.TOP + tenSyllables.repeat(30)));
  }

  @Test
  void ofABrokenFileEndSomewhere() {
    List<String> problems = Stories.problems(Stories.TOP + "Hi {nodd}.\n\n".repeat(105));
    assertEquals(Problems.MOST + 1, problems.size());
    assertEquals(
        "test.md: error: … and more; mend these first and check again", problems.getLast());
  }

  @Test
  void ofManyKindsDoNotHideAnError() {
    String pictures = "![a](b.png) Hi.\n\n## Next\n".repeat(150);
    List<String> problems = Stories.problems(Stories.TOP + pictures + "Hi {nodd}.");
    assertTrue(
        problems.contains("test.md:457:4: error: unknown direction 'nodd'; did you mean 'nod'?"));
    assertEquals("test.md: warning: … and 50 warnings more", problems.getLast());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          401 | '## One\nHi.\n\n' | 1204:1: error: 401 pages; at most 400 are allowed
          201 | '{nod} ' | 4:1201: error: more than 200 directions in one paragraph
          20001 | 'a' | 4: error: this line has 20001 characters; at most 20,000 are allowed. Divide it into paragraphs
          5001 | 'a b\n' | 4:1: error: this paragraph has 20003 characters; at most 20,000 are allowed. Divide it by empty lines
          32 | '\u0301' | 4:1: error: more than 30 accents on one letter
          5000 | 'Hi. Ho. Ha.\n\n' | 6672:1: error: more than 10,000 sentences up to here; a story is shorter
          20001 | '\n' | 20001: error: more than 20,000 lines; a story is shorter
          201 | 'Ox {say "ox" as "o"}.\n\n' | none
          """)
  void ofWhatIsNoStoryAnyMore(int times, String piece, String problem) {
    List<String> errors =
        Stories.result("# T\n\n\n" + piece.repeat(times) + "\n* License: x\n").problems().stream()
            .filter(p -> p.severity() == Problem.Severity.ERROR)
            .map(Problem::toString)
            .toList();
    assertEquals(problem.equals("none") ? List.of() : List.of("test.md:" + problem), errors);
  }
}
