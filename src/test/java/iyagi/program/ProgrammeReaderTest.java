package iyagi.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.score.Manner;
import iyagi.words.Sentence;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ProgrammeReaderTest {
  private static List<String> problems(String text) {
    return ProgrammeReader.read("programme.json", text.replace('\'', '"'))
            instanceof ProgrammeResult.Rejected(List<Sentence> problems)
        ? problems.stream().map(Sentence::toString).toList()
        : List.of();
  }

  private static String plan(String keys) {
    return "{'plans': [{'id': 'a', 'title': 'A', " + keys + "}]}";
  }

  @Test
  void whatIsWrittenIsReadBackTheSame() {
    Plan plan =
        new Plan(
            "spring-tales",
            "봄 이야기",
            "ko",
            new When.Weekly(
                DayOfWeek.SUNDAY, Optional.of(LocalDate.of(2026, 3, 1)), Optional.empty()),
            LocalTime.of(0, 5),
            Duration.ofMinutes(20),
            Duration.ZERO,
            new Arc(
                Optional.empty(),
                List.of(
                    new Item.Story("bear.ko"),
                    new Item.Song("달 노래"),
                    new Item.Stretch("stretch"),
                    new Item.Question("무엇이 \"노랗지\"?", Duration.ofSeconds(4), "달", "달님!")),
                Optional.of("goodbye")),
            List.of("담요", "moon card"),
            Optional.of(Manner.LOW_VISION),
            new OwnWords(Optional.empty(), Optional.of("또 만나요, 여러분!"), Optional.of("이리 와요.")));
    Programme programme =
        Hall.programme(
                plan, Hall.plan("once", new When.Once(LocalDate.MAX), "10:00", Hall.story("x")))
            .with(new Holiday(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 1), "New Year"))
            .withQuiet(List.of(new QuietHours(LocalTime.of(18, 0), LocalTime.of(9, 0))))
            .announced(Duration.ZERO);
    assertEquals(
        new ProgrammeResult.Read(programme),
        ProgrammeReader.read("x", ProgrammeWriter.text(programme)));
    assertEquals(5, programme.revision());
  }

  /** As the robot wrote it before there were own words. */
  private static final String OLD =
      """
      {
        "revision" : 7,
        "announce-minutes" : 5,
        "quiet-hours" : [ ],
        "holidays" : [ ],
        "plans" : [ {
          "id" : "old",
          "title" : "Old",
          "language" : "en",
          "weekly" : "tuesday",
          "start" : "10:30",
          "minutes" : 25,
          "grace-minutes" : 15,
          "hello" : "hello",
          "items" : [ {
            "story" : "bear"
          } ],
          "goodbye" : "",
          "materials" : [ ]
        } ]
      }
      """;

  @Test
  void aPlanOfBeforeThereWereOwnWordsStaysAsItIs() {
    ProgrammeResult result = ProgrammeReader.read("x", OLD);
    Programme programme = ((ProgrammeResult.Read) result).programme();
    assertEquals(OwnWords.NONE, programme.plan("old").orElseThrow().words());
    assertEquals(OLD, ProgrammeWriter.text(programme));
  }

  @Test
  void ownWordsThatCannotBeSaidAreNamedWithTheirPlace() {
    assertEquals(
        List.of(
            "programme.json: plans[1]: hello-words would not be said as it stands; leave out the"
                + " signs of a story's text, as braces, #, * and >, and a name with a colon at the"
                + " beginning"),
        problems(
            plan(
                "'date': '2026-12-01', 'start': '10:30', 'items': [{'story': 'bear'}],"
                    + " 'hello-words': '{wave} Hello'")));
  }

  @Test
  void whatIsLeftOutHasItsUsualValue() {
    String text = plan("'weekly': 'Tuesday', 'start': '10:30', 'items': [{'story': 'bear'}]");
    ProgrammeResult result = ProgrammeReader.read("x", text.replace('\'', '"'));
    Programme programme = ((ProgrammeResult.Read) result).programme();
    assertEquals(
        Optional.of(
            new Plan(
                "a",
                "A",
                "en",
                Hall.weekly(DayOfWeek.TUESDAY),
                LocalTime.of(10, 30),
                Duration.ofMinutes(25),
                Duration.ofMinutes(15),
                Arc.usual(List.of(new Item.Story("bear"))),
                List.of(),
                Optional.empty())),
        programme.plan("a"));
    assertEquals(Duration.ofMinutes(5), programme.announce());
  }

  @Test
  void everyMistakeIsNamedAtOnceWithItsPlaceAndWhatIsAllowed() {
    assertEquals(
        List.of(
            "programme.json: holidays[1]: until = 2026-01-01 is before from = 2026-01-02",
            "programme.json: plans[1]: weekly = 'tewsday' is no day of the week; monday to sunday are",
            "programme.json: plans[1]: start = '25:00' is no time of the day; write it as 09:30",
            "programme.json: plans[1].items[1]: unknown key 'stry'; did you mean 'story'?",
            "programme.json: plans[1]: items has 0 entries; 1 to 20 are allowed",
            "programme.json: unknown key 'plan'; did you mean 'plans'?"),
        problems(
                "{'plan': [], 'holidays': [{'from': '2026-01-02', 'until': '2026-01-01', 'name': 'x'}],"
                    + " 'plans': [{'id': 'a', 'title': 'A', 'weekly': 'tewsday', 'start': '25:00',"
                    + " 'items': [{'stry': 'bear'}]}]}")
            .stream()
            .filter(line -> !line.contains("was expected"))
            .toList());
  }

  @Test
  void valuesOutsideTheirRangeAreRefusedWithUnitAndRange() {
    String rest = "'date': '2026-12-01', 'start': '10:30', 'items': [{'story': 'bear'}], ";
    assertEquals(
        List.of("programme.json: plans[1]: minutes = 90 min is outside 5..60 min"),
        problems(plan(rest + "'minutes': 90")));
    assertEquals(
        List.of("programme.json: plans[1]: grace-minutes = -1 min is outside 0..60 min"),
        problems(plan(rest + "'grace-minutes': -5")));
    assertEquals(
        List.of(
            "programme.json: plans[1]: minutes = \"20\" is no whole number; write it without"
                + " quotation marks"),
        problems(plan(rest + "'minutes': '20'")));
    assertTrue(problems(plan(rest + "'weekly': 'monday'")).getFirst().contains("both are there"));
  }

  @Test
  void anUnknownMannerIsRefusedWithThoseThatThereAre() {
    assertEquals(
        List.of(
            "programme.json: plans[1]: manner = 'quick' is none of usual, calm, low-vision,"
                + " hard-of-hearing"),
        problems(plan("'date': '2026-12-01', 'start': '10:30', 'items': [], 'manner': 'quick'"))
            .stream()
            .filter(line -> !line.contains("items"))
            .toList());
  }

  @Test
  void textThatIsNoJsonIsNamedWithLineAndColumn() {
    String problem = problems("{\n  'plans': [\n}").getFirst();
    assertTrue(problem.startsWith("programme.json:3:"), problem);
    assertTrue(
        problems("").getFirst().contains("cannot be read as JSON")
            || problems("").getFirst().contains("braces"),
        problems("").toString());
    assertTrue(problems("{'revision': 1, 'revision': 2}").getFirst().contains("uplicate"));
    assertTrue(problems("[]").getFirst().contains("keys in braces were expected"));
  }

  @Test
  void whoChangesAnOldRevisionIsToldAndNothingIsLost() {
    MemoryNotebook notebook = new MemoryNotebook(() -> {});
    ProgrammeBook book = new ProgrammeBook(notebook);
    Programme first = Hall.programme(Hall.tuesdays(Hall.story("bear")));
    assertEquals(Optional.empty(), book.keep(first));
    assertEquals(Optional.empty(), book.keep(first.without("tuesday")));
    String refused = book.keep(first.announced(Duration.ZERO)).orElseThrow().toString();
    assertTrue(refused.contains("changed by somebody else meanwhile (revision 2)"), refused);
    notebook.full = true;
    assertTrue(book.keep(first.without("x").without("y")).isPresent());
  }
}
