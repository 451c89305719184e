package iyagi.cli;

import iyagi.report.Memory;
import iyagi.report.Outbox;
import iyagi.report.Report;
import iyagi.report.Spoken;
import iyagi.service.Desk;
import iyagi.settings.RobotSettings;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The reports that wait for the library, and sending them again. */
@Command(
    name = "reports",
    mixinStandardHelpOptions = true,
    description = "Says how many reports wait for the library, and whose word counts.",
    footer = {
      "",
      "Examples:",
      "  iyagi reports",
      "  iyagi reports --send-again 1   everything that is still kept (90 days)"
    })
final class ReportsCommand implements Callable<Integer> {
  private final Desk desk;

  @Option(
      names = "--send-again",
      paramLabel = "NUMBER",
      description =
          "Send the report of that number and all later ones again, as when the library has lost its"
              + " copy. The library counts none twice.")
  private Long again;

  @Mixin private MemoryAtHand at;

  @Spec private CommandSpec spec;

  ReportsCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    return at.with(
        desk,
        (memory, settings) -> again == null ? show(memory, settings, out) : sendAgain(memory, out));
  }

  private static int show(Memory memory, RobotSettings settings, PrintWriter out) {
    Outbox outbox = memory.outbox();
    Outbox.Waiting waiting = outbox.waiting();
    out.println(
        waiting.count() == 0
            ? "No report waits."
            : Spoken.reports(waiting.count())
                + " waiting, the oldest for "
                + Spoken.time(waiting.oldest())
                + ".");
    out.println("The last report has the number " + outbox.last() + ".");
    out.println(
        settings.reporting().isEmpty()
            ? "They are reported to nobody; see the settings, report."
            : "They go to "
                + settings.reporting().get().broker().words()
                + "; one has arrived when the "
                + (settings.reporting().get().byServer() ? "library's server" : "broker")
                + " says so.");
    outbox.again().ifPresent(from -> out.println("Being sent again: from number " + from + "."));
    out.flush();
    return Exit.OK;
  }

  private int sendAgain(Memory memory, PrintWriter out) {
    List<Report> first = memory.outbox().after(Math.max(0, again - 1), 1);
    if (again < 1 || first.isEmpty()) {
      Complaint.say(
          spec.commandLine().getErr(),
          "There is no report with the number "
              + again
              + " or a later one; the last is "
              + memory.outbox().last()
              + ".");
      return Exit.PROBLEM;
    }
    memory.outbox().sendAgain(first.getFirst().sequence());
    out.println(
        "The reports from number "
            + first.getFirst().sequence()
            + " on are sent again as soon as the robot is in service and connected.");
    out.flush();
    return Exit.OK;
  }
}
