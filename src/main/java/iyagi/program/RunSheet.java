package iyagi.program;

import iyagi.score.Manner;
import iyagi.story.Pace;
import iyagi.story.Page;
import iyagi.story.Step;
import iyagi.story.Story;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What grown-ups hold in their hands while a programme runs.
 *
 * @param plan what is planned
 * @param date the day; empty for a sheet that is good for every week
 * @param lines one for each thing, in order, hello and goodbye included
 */
public record RunSheet(Plan plan, Optional<LocalDate> date, List<Line> lines) {
  /** Copies the lines. */
  public RunSheet {
    lines = List.copyOf(lines);
  }

  /** What a line of the sheet is. */
  public enum Kind {
    HELLO,
    STORY,
    SONG,
    STRETCH,
    QUESTION,
    GOODBYE
  }

  /**
   * One thing of the programme.
   *
   * @param title for people; the name where there is no such story
   * @param from the start of the programme, as estimated
   * @param length as estimated from the text, the children's time to answer included
   * @param found whether it is on the shelf or built in, and without a mistake
   * @param words of the library's own that are said, "" for none
   * @param questions that the robot will ask, in order
   * @param prompts for grown-ups, as the author wrote them, in order
   */
  public record Line(
      Kind kind,
      String title,
      Duration from,
      Duration length,
      boolean found,
      String words,
      List<String> questions,
      List<String> prompts) {
    /** Copies its lists. */
    public Line {
      questions = List.copyOf(questions);
      prompts = List.copyOf(prompts);
    }
  }

  /** Finds the text of a part; empty if there is none that can be read. */
  public interface Shelf extends Function<Part, Optional<Story>> {}

  /** The sheet of a plan. */
  public static RunSheet of(Plan plan, Optional<LocalDate> date, Shelf shelf) {
    List<Line> lines = new ArrayList<>();
    Duration from = Duration.ZERO;
    List<Item> all = plan.arc().all();
    for (int i = 0; i < all.size(); i++) {
      Line line = line(plan, i, from, shelf);
      lines.add(line);
      from = from.plus(line.length());
    }
    return new RunSheet(plan, date, lines);
  }

  /** How long it lasts in all, as estimated. */
  public Duration length() {
    return lines.stream().map(Line::length).reduce(Duration.ZERO, Duration::plus);
  }

  /** Whether the estimate is longer than the plan allows. */
  public boolean tooLong() {
    return length().compareTo(plan.cap()) > 0;
  }

  private static Line line(Plan plan, int step, Duration from, Shelf shelf) {
    Item item = plan.arc().all().get(step);
    Part part = plan.part(step);
    Optional<Story> story = shelf.apply(part);
    List<Step> steps =
        story.stream()
            .flatMap(s -> s.pages().stream())
            .map(Page::steps)
            .flatMap(List::stream)
            .toList();
    return new Line(
        kind(plan, step, item),
        story.map(Story::title).orElse(part.title()),
        from,
        story.map(each -> length(each, steps).plus(breaths(plan, steps))).orElse(Duration.ZERO),
        story.isPresent(),
        part instanceof Part.Saying saying ? saying.text() : "",
        steps.stream().flatMap(RunSheet::question).toList(),
        steps.stream().flatMap(RunSheet::prompt).toList());
  }

  private static Kind kind(Plan plan, int step, Item item) {
    if (step == 0 && plan.arc().hello().isPresent()) {
      return Kind.HELLO;
    }
    if (step == plan.arc().goodbyeAt()) {
      return Kind.GOODBYE;
    }
    return switch (item) {
      case Item.Story _ -> Kind.STORY;
      case Item.Song _ -> Kind.SONG;
      case Item.Stretch _ -> Kind.STRETCH;
      case Item.Question _ -> Kind.QUESTION;
    };
  }

  /** What the plan's manner adds before each sentence. */
  private static Duration breaths(Plan plan, List<Step> steps) {
    Duration breath = plan.manner().map(Manner::breath).orElse(Duration.ZERO);
    return breath.multipliedBy(steps.stream().mapToLong(RunSheet::sentences).sum());
  }

  private static long sentences(Step step) {
    return switch (step) {
      case Step.Line _ -> 1;
      case Step.Question(var ask, _, var hint, var say) -> ask.size() + hint.size() + say.size();
      case Step.Pause _, Step.Act _, Step.Choice _, Step.GrownUps _ -> 0;
    };
  }

  private static Duration length(Story story, List<Step> steps) {
    Duration patience =
        steps.stream()
            .map(
                step ->
                    step instanceof Step.Question(_, var wait, var hint, _)
                        ? wait.multipliedBy(hint.isEmpty() ? 1 : 2)
                        : Duration.ZERO)
            .reduce(Duration.ZERO, Duration::plus);
    return Duration.ofSeconds(Math.round(Pace.seconds(story))).plus(patience);
  }

  private static Stream<String> question(Step step) {
    return step instanceof Step.Question(List<Step.Line> ask, _, _, _)
        ? ask.stream().map(Step.Line::text)
        : Stream.of();
  }

  private static Stream<String> prompt(Step step) {
    return step instanceof Step.GrownUps(String text) ? Stream.of(text) : Stream.of();
  }
}
