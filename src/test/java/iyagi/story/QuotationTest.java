package iyagi.story;

import static iyagi.story.Stories.steps;
import static org.junit.jupiter.api.Assertions.assertEquals;

import iyagi.story.Step.Choice;
import iyagi.story.Step.GrownUps;
import iyagi.story.Step.Question;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions, prompts and choices. */
final class QuotationTest {
  @Test
  void aQuestionMayBeNoMoreThanAQuestion() {
    Question question = (Question) steps("> Ask: Who is it?").getFirst();
    assertEquals(List.of("Who is it?"), Stories.lines(List.copyOf(question.ask())));
    assertEquals(Duration.ofSeconds(5), question.patience());
    assertEquals(List.of(), question.hint());
    assertEquals(List.of(), question.say());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "> Ask: Who?\n> Wait: 3s\n> Hint: It says moo.\n> Say: A cow!\n> Grown-ups: Moo.",
        "> ask: Who?\n>\n> WAIT: 3 s\n>\n> hint: It says\nmoo.\n>\n> **Say:** A cow!\n>\n> For grown-ups: Moo.",
        "> 질문: Who?\n> 기다리기: 3초\n> 힌트: It says moo.\n> 말하기: A cow!\n> 어른: Moo.",
        "> - Ask: Who?\n> - Wait: 3s\n> - Hint: It says moo.\n> - Say: A cow!\n> - Grownups: Moo.",
      })
  void theKeysAreWrittenInManyWays(String text) {
    List<Step> steps = steps(text);
    Question question = (Question) steps.getFirst();
    assertEquals(List.of("Who?"), Stories.lines(List.copyOf(question.ask())));
    assertEquals(Duration.ofSeconds(3), question.patience());
    assertEquals(List.of("It says moo."), Stories.lines(List.copyOf(question.hint())));
    assertEquals(List.of("A cow!"), Stories.lines(List.copyOf(question.say())));
    assertEquals(List.of(new GrownUps("Moo.")), steps.subList(1, steps.size()));
  }

  @Test
  void twoQuestionsMayStandInOneQuotation() {
    assertEquals(2, steps("> Ask: Who?\n> Say: Me.\n> Ask: Where?\n> Say: Here.").size());
  }

  @Test
  void aPromptForGrownUpsMayStandAlone() {
    assertEquals(
        List.of(new GrownUps("rock the child.")),
        steps("Hush.\n\n> Grown-ups: rock the child.").subList(1, 2));
  }

  @Test
  void directionsRunAlongInAQuestion() {
    Question question = (Question) steps("> Ask: The moon? {point on \"moon\"}").getFirst();
    assertEquals(
        List.of(new Step.Mark(4, true, new Direction.Gesture("point"))),
        question.ask().getFirst().marks());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          '> Ask: A?\n> Wiat: 3s' | 8:3: error: unknown 'Wiat:'; did you mean 'Wait:'?
          '> Ask: A?\n> Wait: 0.5s' | 8:3: error: Wait 0.5 s is outside 1..30 s
          '> Ask: A?\n> Wait: 31s' | 8:3: error: Wait 31 s is outside 1..30 s
          '> Ask: A?\n> Wait: long' | 8:3: error: Wait 'long' is no length of time; write for example 4s
          '> Wait: 3s' | 7:3: error: this question has no 'Ask:'
          '> Ask: A?\n> Say: B.\n> Say: C.' | 9:3: error: 'Say:' stands twice in one question
          '> Ask:' | 7:3: error: 'Ask:' says nothing
          '> Ask: A? {pause 1s} B?' | 7:3: error: a question has no place for a pause or for a direction that is waited for (with '!')
          '> Ask: A? {clap!}' | 7:3: error: a question has no place for a pause or for a direction that is waited for (with '!')
          '> Ask: A? {clpa}' | 7:11: error: unknown direction 'clpa'; did you mean 'clap'?
          '> Grown-ups:' | 7:3: error: 'Grown-ups:' says nothing
          """)
  void reportsWhatIsWrong(String text, String problem) {
    String all = Stories.TOP + text + "\n\nThe end.";
    assertEquals("test.md:" + problem, Stories.problems(all).getLast());
  }

  private static final String PAGES =
      "\n\n## The hill\nUp.\n\n## The hill\nDown.\n\n## \uACF0\uC758 \uC9D1!\nHome.\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          left → the-hill, right → 곰의 집, after 8s → one | 2 4 8000 1
          left -> The Hill; right -> page-3; after 20 s -> page-4 | 2 3 20000 4
          right → the-hill-2, left → one | 1 3 10000 1
          왼쪽 → one, 오른쪽 → the-hill | 1 2 10000 1
          """)
  void aChoiceNamesPages(String choice, String expected) {
    String written = choice.replaceFirst(",", " |");
    List<Step> steps = steps("Where?\n\n> Choose: " + written + PAGES);
    Choice found = (Choice) steps.getLast();
    assertEquals(
        expected,
        found.left()
            + " "
            + found.right()
            + " "
            + found.after().toMillis()
            + " "
            + found.otherwise());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      textBlock =
          """
          left → the-hil | right → one ! error: there is no page 'the-hil'; did you mean 'the-hill'?
          left → page-9 | right → one ! error: there is no page 'page-9'; there is one, the-hill, the-hill-2, 곰의-집
          left → one ! error: a choice needs a left and a right; write for example 'left → the-hill | right → the-pond, after 8s → the-hill'
          up → one | right → one ! error: 'up → one' is no choice; write for example 'left → the-hill | right → the-pond, after 8s → the-hill'
          left → one | right → one, after 0s → one ! error: after 0 s is outside 1..60 s
          left → one | right → one, after soon → one ! error: after 'soon' is no length of time; write for example 8s
          """)
  void reportsWhatIsWrongWithAChoice(String choice, String problem) {
    assertEquals(
        List.of("test.md:9:3: " + problem),
        Stories.problems(Stories.TOP + "Where?\n\n> Choose: " + choice + PAGES));
  }

  @Test
  void warnsOfWordsAfterAChoice() {
    assertEquals(
        List.of("test.md:11:1: warning: nobody hears this: the page is left at the choice above"),
        Stories.problems(Stories.TOP + "A.\n\n> Choose: left → one | right → one\n\nNever."));
  }
}
