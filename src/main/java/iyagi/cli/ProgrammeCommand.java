package iyagi.cli;

import iyagi.program.Due;
import iyagi.program.Entry;
import iyagi.program.Journal;
import iyagi.program.NotebookFile;
import iyagi.program.Plan;
import iyagi.program.Programme;
import iyagi.program.RunSheet;
import iyagi.program.Timetable;
import iyagi.service.Desk;
import iyagi.service.ProgrammeTeller;
import iyagi.service.StoryAtHand;
import iyagi.settings.RobotSettings;
import iyagi.time.Moment;
import iyagi.time.Watch;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What is read when. */
@Command(
    name = "programme",
    mixinStandardHelpOptions = true,
    description = "Shows the reading programme: what comes next, and what became of what was due.",
    footer = {
      "",
      "A robot in service takes over every change within a few seconds.",
      "",
      "Examples:",
      "  iyagi programme",
      "  iyagi programme add tuesday --title \"Moon and bears\" --weekly tuesday --start 10:30 bear stretch fox",
      "  iyagi programme holiday add 2026-12-24 2026-12-26 --name Christmas",
      "  iyagi programme run-sheet tuesday"
    })
final class ProgrammeCommand implements Callable<Integer> {
  private static final int MOST = 1000;

  private final Desk desk;

  @Option(
      names = "--next",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many occasions (default: ${DEFAULT-VALUE}).")
  private int next;

  @Option(names = "--json", description = "As JSON, for a script.")
  private boolean json;

  @Option(
      names = "--settings",
      paramLabel = "FILE",
      defaultValue = "",
      description =
          "The robot's settings. Default: /etc/iyagi/iyagi.yaml, else firmware-config/iyagi.yaml.")
  private String file;

  @Spec private CommandSpec spec;

  private ProgrammeCommand(Desk desk) {
    this.desk = desk;
  }

  static CommandLine line(Desk desk) {
    ProgrammeChanges changes = new ProgrammeChanges(desk);
    return new CommandLine(new ProgrammeCommand(desk))
        .addSubcommand(new PlanCommand(changes))
        .addSubcommand("remove", new ProgrammeChanges.Remove(changes))
        .addSubcommand(HolidayCommand.line(changes))
        .addSubcommand("quiet", new ProgrammeChanges.Quiet(changes))
        .addSubcommand("announce", new ProgrammeChanges.Announce(changes));
  }

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    Optional<RobotSettings> settings = SettingsAtHand.find(desk, file, err);
    Optional<Programme> programme =
        settings.flatMap(_ -> new ProgrammeChanges(desk).programme(Complaint.to(err)));
    if (programme.isEmpty()) {
      return Exit.PROBLEM;
    }
    Moment now = Watch.system(settings.get().clockTrusted()).now();
    List<Due> due =
        new Timetable(programme.get(), settings.get().zone())
            .next(now.wall(), Math.clamp(next, 1, MOST));
    Journal journal =
        new Journal(new NotebookFile(desk.places().programmeJournal()), Complaint.to(err));
    List<Entry> latest = new ArrayList<>(journal.latest().reversed());
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(ProgrammeJson.list(programme.get(), due, latest));
    } else {
      ProgrammeLines.list(programme.get(), due, latest).forEach(out::println);
      if (!now.quality().good()) {
        out.println(
            "This machine does not know the time; until it does, nothing begins by itself.");
      }
    }
    out.flush();
    return Exit.OK;
  }

  @Command(
      name = "run-sheet",
      mixinStandardHelpOptions = true,
      description = "What grown-ups hold in their hands while a plan is carried out.",
      footer = {"", "Example:", "  iyagi programme run-sheet tuesday --date 2026-12-01"})
  int runSheet(
      @Parameters(paramLabel = "PLAN", description = "Its id, as 'iyagi programme' shows it.")
          String id,
      @Option(names = "--date", paramLabel = "DATE", description = "The day, as 2026-12-01.")
          LocalDate date,
      @Option(names = "--json", description = "As JSON, for a script.") boolean asJson) {
    PrintWriter err = spec.commandLine().getErr();
    Optional<Plan> plan = new ProgrammeChanges(desk).plan(id, Complaint.to(err));
    if (plan.isEmpty()) {
      return Exit.PROBLEM;
    }
    RunSheet sheet =
        RunSheet.of(
            plan.get(),
            Optional.ofNullable(date),
            part -> ProgrammeTeller.find(desk, part, Complaint.to(err)).map(StoryAtHand::story));
    PrintWriter out = spec.commandLine().getOut();
    if (asJson) {
      out.println(ProgrammeJson.sheet(sheet));
    } else {
      ProgrammeLines.sheet(sheet).forEach(out::println);
    }
    out.flush();
    return sheet.lines().stream().allMatch(RunSheet.Line::found) ? Exit.OK : Exit.PROBLEM;
  }
}
