package iyagi.cli;

import iyagi.program.Holiday;
import iyagi.program.Programme;
import iyagi.words.Sentence;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Days on which nothing is read by itself. */
@Command(
    name = "holiday",
    mixinStandardHelpOptions = true,
    description = "Lists the days on which the robot begins nothing by itself.",
    footer = {
      "",
      "Examples:",
      "  iyagi programme holiday",
      "  iyagi programme holiday add 2026-12-24 2026-12-26 --name Christmas",
      "  iyagi programme holiday remove 2026-12-24"
    })
final class HolidayCommand implements Callable<Integer> {
  private final ProgrammeChanges changes;
  @Spec private CommandSpec spec;

  private HolidayCommand(ProgrammeChanges changes) {
    this.changes = changes;
  }

  static CommandLine line(ProgrammeChanges changes) {
    return new CommandLine(new HolidayCommand(changes));
  }

  @Override
  public Integer call() {
    Consumer<Sentence> tell = Complaint.to(spec.commandLine().getErr());
    Optional<Programme> programme = changes.programme(tell);
    List<Holiday> holidays = programme.map(Programme::holidays).orElse(List.of());
    holidays.forEach(each -> spec.commandLine().getOut().println(ProgrammeLines.holiday(each)));
    if (programme.isPresent() && holidays.isEmpty()) {
      spec.commandLine().getOut().println("No holidays.");
    }
    return programme.isPresent() ? Exit.OK : Exit.PROBLEM;
  }

  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description = "Adds a day, or the days from one to another, both included.",
      footer = {"", "Example:", "  iyagi programme holiday add 2026-12-25 --name Christmas"})
  int add(
      @Parameters(index = "0", paramLabel = "FROM", description = "As 2026-12-24.") LocalDate from,
      @Parameters(index = "1", arity = "0..1", paramLabel = "UNTIL", description = "The last day.")
          LocalDate until,
      @Option(names = "--name", required = true, paramLabel = "NAME", description = "For people.")
          String name) {
    LocalDate last = until == null ? from : until;
    return changes.change(
        spec,
        programme -> programme.with(new Holiday(from, last, name)),
        "Nothing is begun by itself: " + name + ", " + from + " to " + last + ".");
  }

  @Command(
      name = "remove",
      mixinStandardHelpOptions = true,
      description = "Takes days out again.",
      footer = {"", "Example:", "  iyagi programme holiday remove 2026-12-24"})
  int remove(
      @Parameters(paramLabel = "FROM", description = "The first day, as 2026-12-24.")
          LocalDate from) {
    Consumer<Sentence> tell = Complaint.to(spec.commandLine().getErr());
    Optional<Programme> programme = changes.programme(tell);
    Optional<Holiday> holiday =
        programme.stream()
            .flatMap(each -> each.holidays().stream())
            .filter(each -> each.from().equals(from))
            .findFirst();
    if (holiday.isEmpty()) {
      tell.accept(Sentence.of("No holiday begins on {0}; see: iyagi programme holiday", from));
      return Exit.PROBLEM;
    }
    return changes.change(
        spec,
        each -> each.without(holiday.get()),
        "Taken out: " + ProgrammeLines.holiday(holiday.get()) + ".");
  }
}
