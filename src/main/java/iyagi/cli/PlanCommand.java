package iyagi.cli;

import iyagi.program.Arc;
import iyagi.program.OwnWords;
import iyagi.program.Part;
import iyagi.program.Plan;
import iyagi.program.When;
import iyagi.score.Manner;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Adds a plan to the programme. */
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    description = "Adds a plan to the programme, or puts it in the place of the one of that id.",
    footer = {
      "",
      "Hello and goodbye are said around it. Items, in order: the name of a story, or story:NAME;",
      "song:NAME; stretch, or stretch:NAME for one of your own; and",
      "\"question:What is round? | wait: 6 | hint: It shines. | answer: The moon!\", of which only",
      "the question has to be there; write \\| for a | that is part of it.",
      "",
      "Examples:",
      "  iyagi programme add tuesday --title \"Moon and bears\" --weekly tuesday --start 10:30 bear stretch fox",
      "  iyagi programme add xmas --title Winter --date 2026-12-19 --start 15:00 --language ko bear"
    })
final class PlanCommand implements Callable<Integer> {
  /** One of both. */
  private static final class Days {
    @Option(names = "--weekly", paramLabel = "DAY", description = "monday to sunday.")
    private DayOfWeek weekly;

    @Option(names = "--date", paramLabel = "DATE", description = "One day, as 2026-12-19.")
    private LocalDate date;
  }

  /** What is said first; one of these. */
  private static final class Hello {
    @Option(
        names = "--hello",
        paramLabel = "STORY",
        description = "A story that greets, in place of the usual hello.")
    private String story = Part.HELLO;

    @Option(
        names = "--say-hello",
        paramLabel = "WORDS",
        description = "Your own words for hello, up to 300 letters.")
    private String words;

    @Option(names = "--no-hello", description = "No hello.")
    private boolean none;
  }

  /** What is said last; one of these. */
  private static final class Goodbye {
    @Option(
        names = "--goodbye",
        paramLabel = "STORY",
        description = "A story that says goodbye, in place of the usual one.")
    private String story = Part.GOODBYE;

    @Option(
        names = "--say-goodbye",
        paramLabel = "WORDS",
        description = "Your own words for goodbye, up to 300 letters.")
    private String words;

    @Option(names = "--no-goodbye", description = "No goodbye.")
    private boolean none;
  }

  private final ProgrammeChanges changes;

  @Parameters(index = "0", paramLabel = "PLAN", description = "Its id: small letters, digits, '-'.")
  private String id;

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "ITEM", description = "See below.")
  private List<String> items;

  @Option(names = "--title", required = true, paramLabel = "TITLE", description = "Its theme.")
  private String title;

  @ArgGroup(multiplicity = "1")
  private Days days;

  @Option(names = "--from", paramLabel = "DATE", description = "Weekly: not before this day.")
  private LocalDate from;

  @Option(names = "--until", paramLabel = "DATE", description = "Weekly: not after this day.")
  private LocalDate until;

  @Option(names = "--start", required = true, paramLabel = "TIME", description = "As 10:30.")
  private LocalTime start;

  @Option(
      names = "--minutes",
      paramLabel = "N",
      defaultValue = "25",
      description = "The longest it lasts, 5 to 60 (default: ${DEFAULT-VALUE}).")
  private int minutes;

  @Option(
      names = "--grace",
      paramLabel = "N",
      defaultValue = "15",
      description = "How many minutes later it may begin, 0 to 60 (default: ${DEFAULT-VALUE}).")
  private int grace;

  @Option(
      names = "--language",
      paramLabel = "TAG",
      defaultValue = "en",
      description = "Of its sentences and stories (default: ${DEFAULT-VALUE}).")
  private String language;

  @Option(
      names = "--material",
      paramLabel = "WORDS",
      description = "What has to lie ready, for the run sheet; may be said again.")
  private List<String> materials = List.of();

  @Option(
      names = "--manner",
      paramLabel = "MANNER",
      completionCandidates = MannerOption.Candidates.class,
      converter = MannerOption.Words.class,
      description =
          "For whom it is: ${COMPLETION-CANDIDATES}. Default: as the robot is set when it begins.")
  private Manner manner;

  @Option(
      names = "--say-announcement",
      paramLabel = "WORDS",
      description = "Your own words some minutes before, behind the chime, up to 300 letters.")
  private String announcement;

  @ArgGroup private Hello hello = new Hello();

  @ArgGroup private Goodbye goodbye = new Goodbye();

  @Spec private CommandSpec spec;

  PlanCommand(ProgrammeChanges changes) {
    this.changes = changes;
  }

  @Override
  public Integer call() {
    int exit =
        changes.change(
            spec, programme -> programme.with(plan()), "Planned: " + title + " (" + id + ").");
    if (exit == Exit.OK) {
      changes.warn(spec, id);
    }
    return exit;
  }

  private Plan plan() {
    return new Plan(
        id,
        title,
        language,
        when(),
        start,
        Duration.ofMinutes(minutes),
        Duration.ofMinutes(grace),
        arc(),
        materials,
        Optional.ofNullable(manner),
        new OwnWords(
            Optional.ofNullable(hello.words),
            Optional.ofNullable(goodbye.words),
            Optional.ofNullable(announcement)));
  }

  private Arc arc() {
    return new Arc(
        hello.none ? Optional.empty() : Optional.of(hello.story),
        items.stream().map(ItemWords::item).toList(),
        goodbye.none ? Optional.empty() : Optional.of(goodbye.story));
  }

  private When when() {
    if (days.weekly != null) {
      return new When.Weekly(days.weekly, Optional.ofNullable(from), Optional.ofNullable(until));
    }
    if (from != null || until != null) {
      throw new IllegalArgumentException("--from and --until belong to --weekly, not to --date");
    }
    return new When.Once(days.date);
  }
}
