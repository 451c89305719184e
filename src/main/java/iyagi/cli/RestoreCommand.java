package iyagi.cli;

import iyagi.backup.Restore;
import iyagi.service.Desk;
import iyagi.service.Possession;
import iyagi.settings.RobotSettings;
import iyagi.words.Reason;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A backup brought back, while the robot is out of service. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description =
        "Brings back a backup. It is checked completely before anything is replaced, and what was there"
            + " is kept in a folder of its own. Sessions since, and reports that wait, come along. The"
            + " robot has to be out of service.",
    footer = {
      "",
      "Example:",
      "  sudo systemctl stop iyagi; iyagi restore robot-2026-11.zip; sudo systemctl start iyagi"
    })
final class RestoreCommand implements Callable<Integer> {
  private final Desk desk;

  @Parameters(paramLabel = "FILE", description = "A file that 'iyagi backup' or the pages made.")
  private Path file;

  @Option(
      names = "--settings",
      paramLabel = "FILE",
      defaultValue = "",
      description =
          "The robot's settings. Default: /etc/iyagi/iyagi.yaml, else firmware-config/iyagi.yaml.")
  private String settings;

  @Spec private CommandSpec spec;

  RestoreCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    Optional<RobotSettings> set = SettingsAtHand.find(desk, settings, err);
    if (set.isEmpty()) {
      return Exit.PROBLEM;
    }
    Path data = desk.places().data();
    try (Possession _ = Possession.take(data)) {
      Restore restore = new Restore(data, Restore.Bounds.USUAL, desk.post(), set.get().zone());
      restore.stage(file);
      restore.finish().ifPresent(placed -> spec.commandLine().getOut().println(placed.told()));
      return Exit.OK;
    } catch (Possession.Refused | Restore.Rejected refused) {
      Complaint.say(err, refused.getMessage());
    } catch (IOException e) {
      Complaint.say(
          err,
          "The backup "
              + file
              + " could not be brought back: "
              + Reason.of(e)
              + ". Nothing is lost; try again once that is mended.");
    }
    return Exit.PROBLEM;
  }
}
