package iyagi.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.story.Credits;
import iyagi.story.Direction;
import iyagi.story.Page;
import iyagi.story.Step;
import iyagi.story.Story;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ScriptTest {
  private static final String SHORT = "He looked up.";
  private static final String EIGHT_WORDS = "The owl told the mouse about the stars.";
  private static final String LONG = "and so on ".repeat(10);

  private static Step.Line line(String text, double rate, boolean paragraphEnd) {
    return new Step.Line(
        "", "narrator", "neutral", rate, text, paragraphEnd, List.of(), Map.of(), 1);
  }

  private static Story story(Step... steps) {
    return new Story(
        "owl",
        "Owl",
        Locale.ENGLISH,
        Optional.empty(),
        Credits.NONE,
        List.of(new Page(1, "page-1", "", List.of(steps))));
  }

  /** The silence before what comes behind a line. */
  private static long breathBehind(Step.Line line) {
    return Script.of(story(line, line(SHORT, 1, true))).get(2).breath().toMillis();
  }

  @Test
  void breathesLongerBehindALongerSentence() {
    assertEquals(650, breathBehind(line(SHORT, 1, false)));
    assertEquals(1360, breathBehind(line(EIGHT_WORDS, 1, false)));
    assertEquals(2200, breathBehind(line(LONG, 1, false)));
  }

  @Test
  void breathesLongerStillWhereAParagraphEnds() {
    assertEquals(900, breathBehind(line(SHORT, 1, true)));
    assertEquals(1360, breathBehind(line(EIGHT_WORDS, 1, true)));
  }

  @Test
  void breathesShorterWhereTheAuthorWantsItFaster() {
    assertEquals(907, breathBehind(line(EIGHT_WORDS, 1.5, false)));
  }

  @Test
  void startsTheFirstWordOfAStorySoon() {
    assertTrue(Script.of(story(line(LONG, 1, true))).getFirst().breath().toMillis() <= 300);
  }

  @Test
  void letsAMovementWaitNoLongerThanAPageTurn() {
    Step.Act clap = new Step.Act(new Direction.Gesture("clap"));
    List<Beat> beats = Script.of(story(line(LONG, 1, false), clap));
    assertEquals(Script.PAGE, beats.get(2).breath());
    assertEquals(Duration.ZERO, beats.get(3).breath());
  }

  @Test
  void aPageOfAPrintedBookEndsWithATurnUnlessItIsTheLastOrLeadsElsewhere() {
    Step.Choice fork = new Step.Choice(3, 4, Duration.ofSeconds(5), 3);
    List<Page> pages =
        List.of(
            new Page(1, "one", "", List.of(line(SHORT, 1, true))),
            new Page(2, "two", "", List.of(line(SHORT, 1, true), fork)),
            new Page(3, "three", "", List.of(line(SHORT, 1, true))),
            new Page(4, "four", "", List.of(line(SHORT, 1, true))));
    Optional<Duration> patience = Optional.of(Duration.ofSeconds(20));
    List<Beat> beats =
        Script.of(
            new Story(
                "owl", "Owl", Locale.ENGLISH, Optional.empty(), Credits.NONE, patience, pages));
    List<Beat> turns = beats.stream().filter(Beat.TurnPage.class::isInstance).toList();
    assertEquals(List.of(1, 3), turns.stream().map(Beat::page).toList());
    assertEquals(Duration.ofSeconds(20), ((Beat.TurnPage) turns.getFirst()).length());
    assertEquals(3, beats.get(beats.indexOf(turns.getLast()) - 1).page());
    assertEquals(4, beats.get(beats.indexOf(turns.getLast()) + 1).page());
  }
}
