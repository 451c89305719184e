package iyagi.cli;

import iyagi.report.Memory;
import iyagi.service.Desk;
import iyagi.session.Attendance;
import iyagi.session.Remembered;
import iyagi.settings.RobotSettings;
import iyagi.time.Watch;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The sessions that this robot remembers. */
@Command(
    name = "sessions",
    mixinStandardHelpOptions = true,
    description = "Lists the sessions that this robot remembers, newest first.",
    footer = {
      "",
      "A '?' behind a time says that the robot did not know the time then.",
      "",
      "Examples:",
      "  iyagi sessions",
      "  iyagi sessions --last 5 --json",
      "  iyagi sessions attend s-91ac --children 12 --grown-ups 5"
    })
final class SessionsCommand implements Callable<Integer> {
  private final Desk desk;

  @Option(
      names = "--last",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many (default: ${DEFAULT-VALUE}).")
  private int last;

  @Option(names = "--json", description = "As JSON, for a script.")
  private boolean json;

  @Mixin private MemoryAtHand at;

  @Spec private CommandSpec spec;

  SessionsCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    return at.with(desk, (memory, settings) -> list(memory, settings, out));
  }

  private int list(Memory memory, RobotSettings settings, PrintWriter out) {
    List<Remembered> sessions = memory.sessions().latest(Math.max(1, last));
    if (json) {
      out.println(SessionJson.list(sessions));
    } else if (sessions.isEmpty()) {
      out.println("No session yet.");
    } else {
      sessions.forEach(each -> out.println(SessionLines.line(each, settings.zone())));
    }
    out.flush();
    return Exit.OK;
  }

  @Command(
      name = "attend",
      mixinStandardHelpOptions = true,
      description = "Says how many were at a session; said again, the last word counts.",
      footer = {"", "Example:", "  iyagi sessions attend s-91ac --children 12 --grown-ups 5"})
  int attend(
      @Parameters(
              paramLabel = "SESSION",
              description = "Its id, as 'iyagi sessions' shows it; the beginning is enough.")
          String id,
      @Option(names = "--children", required = true, paramLabel = "N", description = "0 to 999.")
          int children,
      @Option(names = "--grown-ups", required = true, paramLabel = "N", description = "0 to 999.")
          int grownUps) {
    return at.with(desk, (memory, settings) -> attend(memory, settings, id, children, grownUps));
  }

  private int attend(Memory memory, RobotSettings settings, String id, int children, int grownUps) {
    PrintWriter err = spec.commandLine().getErr();
    List<Remembered> meant =
        memory.sessions().latest(10_000).stream()
            .filter(each -> each.session().id().startsWith(id))
            .toList();
    if (meant.size() != 1) {
      Complaint.say(
          err,
          meant.isEmpty()
              ? "There is no session '" + id + "'; see: iyagi sessions"
              : "'"
                  + id
                  + "' is the beginning of "
                  + meant.size()
                  + " sessions; write more of it.");
      return Exit.PROBLEM;
    }
    try {
      memory
          .sessions()
          .attended(
              meant.getFirst().session().id(),
              new Attendance(children, grownUps),
              Watch.system(settings.clockTrusted()).now());
    } catch (IllegalArgumentException outside) {
      Complaint.say(err, outside.getMessage());
      return Exit.USAGE;
    }
    spec.commandLine()
        .getOut()
        .println("Noted: " + children + " children and " + grownUps + " grown-ups.");
    return Exit.OK;
  }
}
