package iyagi.cli;

import iyagi.program.Clashes;
import iyagi.program.NotebookFile;
import iyagi.program.Plan;
import iyagi.program.Programme;
import iyagi.program.ProgrammeBook;
import iyagi.program.ProgrammeResult;
import iyagi.program.QuietHours;
import iyagi.service.Desk;
import iyagi.settings.RobotSettings;
import iyagi.time.Watch;
import iyagi.words.Reason;
import iyagi.words.Sentence;
import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The programme's file as commands change it, and the smallest of these commands. */
final class ProgrammeChanges {
  private final Desk desk;
  private final ProgrammeBook book;

  ProgrammeChanges(Desk desk) {
    this.desk = desk;
    book = new ProgrammeBook(new NotebookFile(desk.places().programme()));
  }

  /** The programme; what is wrong with it is told, and then there is none. */
  Optional<Programme> programme(Consumer<Sentence> tell) {
    return switch (book.read()) {
      case ProgrammeResult.Read(Programme programme) -> Optional.of(programme);
      case ProgrammeResult.Rejected(List<Sentence> problems) -> {
        problems.forEach(tell);
        yield Optional.empty();
      }
    };
  }

  /** A plan; that there is none is told. */
  Optional<Plan> plan(String id, Consumer<Sentence> tell) {
    Optional<Programme> programme = programme(tell);
    Optional<Plan> plan = programme.flatMap(each -> each.plan(id));
    if (programme.isPresent() && plan.isEmpty()) {
      tell.accept(Sentence.of("There is no plan '{0}'; see: iyagi programme", id));
    }
    return plan;
  }

  /** Says what holidays and quiet hours take of a plan that is kept. */
  void warn(CommandSpec spec, String id) {
    PrintWriter err = spec.commandLine().getErr();
    Optional<RobotSettings> settings = SettingsAtHand.find(desk, "", err);
    Optional<Programme> programme = programme(Complaint.to(err));
    Optional<Plan> plan = programme.flatMap(each -> each.plan(id));
    if (settings.isPresent() && plan.isPresent()) {
      Instant now = Watch.system(settings.get().clockTrusted()).now().wall();
      Clashes.of(plan.get(), programme.get(), settings.get().zone(), now)
          .forEach(clash -> spec.commandLine().getOut().println("Mind: " + clash));
    }
  }

  /**
   * Changes the programme; why not is told.
   *
   * @param said when it has been done
   * @return the exit code
   */
  int change(CommandSpec spec, UnaryOperator<Programme> change, String said) {
    Consumer<Sentence> tell = Complaint.to(spec.commandLine().getErr());
    Optional<Programme> programme = programme(tell);
    if (programme.isEmpty()) {
      return Exit.PROBLEM;
    }
    try {
      Optional<Sentence> refused = book.keep(change.apply(programme.get()));
      refused.ifPresent(tell);
      if (refused.isEmpty()) {
        spec.commandLine().getOut().println(said);
      }
      return refused.isEmpty() ? Exit.OK : Exit.PROBLEM;
    } catch (IllegalArgumentException wrong) {
      tell.accept(Reason.told(wrong));
      return Exit.USAGE;
    }
  }

  /** Takes a plan out. */
  @Command(
      name = "remove",
      mixinStandardHelpOptions = true,
      description = "Takes a plan out of the programme.",
      footer = {"", "Example:", "  iyagi programme remove tuesday"})
  static final class Remove implements Callable<Integer> {
    private final ProgrammeChanges changes;

    @Parameters(paramLabel = "PLAN", description = "Its id, as 'iyagi programme' shows it.")
    private String id;

    @Spec private CommandSpec spec;

    Remove(ProgrammeChanges changes) {
      this.changes = changes;
    }

    @Override
    public Integer call() {
      Optional<Plan> plan = changes.plan(id, Complaint.to(spec.commandLine().getErr()));
      return plan.isEmpty()
          ? Exit.PROBLEM
          : changes.change(spec, programme -> programme.without(id), "Taken out: " + id + ".");
    }
  }

  /** Says when the robot is quiet. */
  @Command(
      name = "quiet",
      mixinStandardHelpOptions = true,
      description =
          "Says in which hours of every day the robot begins nothing by itself, in place of all that"
              + " were said before. Without hours: in none.",
      footer = {"", "Example:", "  iyagi programme quiet 18:00-09:00 12:30-14:00"})
  static final class Quiet implements Callable<Integer> {
    private final ProgrammeChanges changes;

    @Parameters(arity = "0..*", paramLabel = "FROM-TO", description = "As 18:00-09:00.")
    private List<String> hours = List.of();

    @Spec private CommandSpec spec;

    Quiet(ProgrammeChanges changes) {
      this.changes = changes;
    }

    @Override
    public Integer call() {
      return changes.change(
          spec,
          programme -> programme.withQuiet(hours.stream().map(Quiet::hours).toList()),
          hours.isEmpty() ? "No quiet hours." : "Quiet hours: " + String.join(", ", hours) + ".");
    }

    private static QuietHours hours(String words) {
      String[] ends = words.split("-", 2);
      try {
        return new QuietHours(LocalTime.parse(ends[0]), LocalTime.parse(ends[ends.length - 1]));
      } catch (DateTimeException wrong) {
        throw new IllegalArgumentException(
            "'" + words + "' are no hours; write them as 18:00-09:00", wrong);
      }
    }
  }

  /** Says how long before a start it is announced. */
  @Command(
      name = "announce",
      mixinStandardHelpOptions = true,
      description =
          "Says how many minutes before a start the robot announces it, 0 for not at all.",
      footer = {"", "Example:", "  iyagi programme announce 5"})
  static final class Announce implements Callable<Integer> {
    private final ProgrammeChanges changes;

    @Parameters(paramLabel = "MINUTES", description = "0 to 30.")
    private int minutes;

    @Spec private CommandSpec spec;

    Announce(ProgrammeChanges changes) {
      this.changes = changes;
    }

    @Override
    public Integer call() {
      return changes.change(
          spec,
          programme -> programme.announced(Duration.ofMinutes(minutes)),
          minutes == 0 ? "Not announced." : "Announced " + minutes + " minutes before.");
    }
  }
}
