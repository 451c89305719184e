package iyagi.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import iyagi.story.Direction.Gesture;
import iyagi.story.Direction.Glow;
import iyagi.story.Direction.Sound;
import iyagi.story.Step.Line;
import iyagi.story.Step.Mark;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A story as the manual shows it, piece by piece. */
final class StoryReaderTest {
  private static final String BEAR =
      """
      ---
      title: The Bear Who Found the Moon
      language: en
      ages: 2-4
      author: A Friend     # spoken
      license: CC BY 4.0
      cast:
        Bear: {voice: bear}
        Mouse: {voice: mouse, rate: 95%}
      ---
      # The Bear Who Found the Moon

      ## The dark wood
      A small brown bear could not sleep. {pause 0.5s} {look up} He looked and looked.

      Bear: Who took the moon? {wave on "moon"}

      Mouse (whispering): Shhh! {sound wind softly}

      > Ask: Can you see the moon?
      > Wait: 4s
      > Hint: It is big and round.
      > Say: There it is! A big yellow moon.
      > Grown-ups: ask what else is yellow.

      ## The end
      {Glow_Yellow} Good night.

      > Choose: left → the-dark-wood | right -> The end, after 8s → page-2
      """;

  @Test
  void readsWhatTheFrontMatterSays() {
    Story story = Stories.story(BEAR);
    assertEquals("The Bear Who Found the Moon", story.title());
    assertEquals(Locale.ENGLISH, story.language());
    assertEquals(Optional.of(new Ages(2, 4)), story.ages());
    assertEquals(Map.of("author", "A Friend", "license", "CC BY 4.0"), story.credits().entries());
  }

  @Test
  void readsPagesWithTheirHeadings() {
    List<Page> pages = Stories.story(BEAR).pages();
    assertEquals(List.of(1, 2), pages.stream().map(Page::number).toList());
    assertEquals(List.of("The dark wood", "The end"), pages.stream().map(Page::heading).toList());
    assertEquals(List.of("the-dark-wood", "the-end"), pages.stream().map(Page::id).toList());
  }

  @Test
  void readsEveryStepOfThePage() {
    List<Step> steps = Stories.story(BEAR).pages().getFirst().steps();
    assertEquals(
        List.of(
            line("", "narrator", "neutral", 1, "A small brown bear could not sleep.", false, 14),
            new Step.Pause(Duration.ofMillis(500)),
            line(
                "",
                "narrator",
                "neutral",
                1,
                "He looked and looked.",
                true,
                14,
                new Mark(0, false, new Gesture("look_up"))),
            line(
                "Bear",
                "bear",
                "neutral",
                1,
                "Who took the moon?",
                true,
                16,
                new Mark(13, true, new Gesture("wave"))),
            line(
                "Mouse",
                "mouse",
                "whispering",
                0.95,
                "Shhh!",
                true,
                18,
                new Mark(5, false, new Sound("wind", true))),
            new Step.Question(
                List.of(line("", "narrator", "neutral", 1, "Can you see the moon?", true, 20)),
                Duration.ofSeconds(4),
                List.of(line("", "narrator", "neutral", 1, "It is big and round.", true, 22)),
                List.of(
                    line("", "narrator", "neutral", 1, "There it is!", false, 23),
                    line("", "narrator", "neutral", 1, "A big yellow moon.", true, 23))),
            new Step.GrownUps("ask what else is yellow.")),
        steps);
  }

  @Test
  void readsAChoice() {
    assertEquals(
        List.of(
            line(
                "",
                "narrator",
                "neutral",
                1,
                "Good night.",
                true,
                27,
                new Mark(0, false, new Glow("yellow"))),
            new Step.Choice(1, 2, Duration.ofSeconds(8), 2)),
        Stories.story(BEAR).pages().getLast().steps());
  }

  @Test
  void findsNothingWrongWithIt() {
    assertEquals(List.of(), Stories.problems(BEAR));
  }

  @Test
  void knowsAStorysOwnSounds() {
    String text = Stories.TOP + "Zzz. {sound snoring}";
    assertInstanceOf(ReadResult.Rejected.class, Stories.result(text));
    ReadResult known =
        new StoryReader(Stories.ROBOT)
            .withSounds(List.of("snoring"))
            .read("test", "test.md", Optional.of(Locale.ENGLISH), text);
    assertInstanceOf(ReadResult.Read.class, known);
  }

  private static Line line(
      String role,
      String voice,
      String mood,
      double rate,
      String text,
      boolean end,
      int source,
      Mark... marks) {
    return new Line(role, voice, mood, rate, text, end, List.of(marks), Map.of(), source);
  }
}
