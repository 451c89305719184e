package iyagi.cli;

import iyagi.service.Desk;
import iyagi.service.Release;
import iyagi.settings.RobotSettings;
import iyagi.story.Suggestion;
import iyagi.time.Watch;
import java.io.PrintWriter;
import java.util.function.Function;
import org.tinylog.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line: what a person types after {@code iyagi}. */
public final class Cli {
  @Command(
      name = "iyagi",
      description = "The software of a children's reading robot.",
      synopsisSubcommandLabel = "COMMAND",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      footer = {
        "",
        "Examples:",
        "  iyagi stories           which stories are here, and can they be read",
        "  iyagi read bear         read one aloud",
        "  iyagi check my-story.md what is wrong with a story, and how to mend it"
      })
  private static final class Iyagi implements Runnable {
    @Spec private CommandSpec spec;

    @Override
    public void run() {
      spec.commandLine().usage(spec.commandLine().getOut());
    }
  }

  /** The version from the jar. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"iyagi " + Release.version()};
    }
  }

  private Cli() {}

  /**
   * Runs one command and gives its exit code: 0 all went well, 1 a problem was explained, 2 wrong
   * usage.
   */
  public static int run(Desk desk, PrintWriter out, PrintWriter err, String... args) {
    return run(desk, settings -> Watch.system(settings.clockTrusted()), out, err, args);
  }

  /**
   * As {@link #run(Desk, PrintWriter, PrintWriter, String...)}.
   *
   * @param watches what a robot in service takes the time from
   */
  public static int run(
      Desk desk,
      Function<RobotSettings, Watch> watches,
      PrintWriter out,
      PrintWriter err,
      String... args) {
    CommandLine line = new CommandLine(new Iyagi());
    line.addSubcommand(new ReadCommand(desk));
    line.addSubcommand(new CheckCommand(desk));
    line.addSubcommand(new PrepareCommand(desk));
    line.addSubcommand(new RenderCommand(desk));
    line.addSubcommand(new StoriesCommand(desk));
    line.addSubcommand(new ImportCommand(desk));
    line.addSubcommand(new PronounceCommand(desk));
    line.addSubcommand(new ServeCommand(desk, watches));
    line.addSubcommand(new PinCommand(desk));
    line.addSubcommand(new BackupCommand(desk));
    line.addSubcommand(new RestoreCommand(desk));
    line.addSubcommand(new SessionsCommand(desk));
    line.addSubcommand(new StatsCommand(desk));
    line.addSubcommand(new ReportsCommand(desk));
    line.addSubcommand(new CardsCommand(desk));
    line.addSubcommand(new WiringCommand(desk));
    line.addSubcommand(new DoctorCommand(desk));
    line.addSubcommand(new CalibrateCommand(desk));
    line.addSubcommand(ProgrammeCommand.line(desk));
    line.addSubcommand(
        new CommandLine(new CollectCommand(desk)).addSubcommand(new FiguresCommand(desk)));
    line.addSubcommand(new FleetCommand(desk));
    line.setOut(out);
    line.setErr(err);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.addSubcommand(new CommandLine.HelpCommand());
    line.setExecutionExceptionHandler(unexpected());
    line.setParameterExceptionHandler(Cli::wrongUsage);
    return line.execute(args);
  }

  /** One sentence about what was typed, and where to read on; the whole help would hide it. */
  private static int wrongUsage(ParameterException wrong, String[] args) {
    CommandLine line = wrong.getCommandLine();
    boolean unknownCommand = args.length > 0 && line.getParent() == null;
    line.getErr()
        .println(
            unknownCommand
                ? "There is no command '"
                    + args[0]
                    + "'"
                    + Suggestion.ending(args[0], line.getSubcommands().keySet())
                : wrong.getMessage());
    line.getErr().println("See: " + line.getCommandSpec().qualifiedName() + " --help");
    return Exit.USAGE;
  }

  /**
   * A failure that no part of the program has an answer to: said in one sentence, with its name for
   * a report.
   */
  private static IExecutionExceptionHandler unexpected() {
    return (failure, line, _) -> {
      Logger.error(failure, "unexpected failure");
      String reason =
          failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
      line.getErr().println("This did not work, and the program does not know why: " + reason);
      line.getErr().println("Please pass the message above on to whoever looks after the robot.");
      return Exit.PROBLEM;
    };
  }
}
