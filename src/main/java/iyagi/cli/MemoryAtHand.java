package iyagi.cli;

import iyagi.report.Memory;
import iyagi.service.Desk;
import iyagi.session.SessionLog.Unkept;
import iyagi.settings.RobotSettings;
import iyagi.time.Watch;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.BiFunction;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The memory of the robot that a command is about to look into, and its settings. */
final class MemoryAtHand {
  @Option(
      names = "--settings",
      paramLabel = "FILE",
      defaultValue = "",
      description =
          "The robot's settings. Default: /etc/iyagi/iyagi.yaml, else firmware-config/iyagi.yaml.")
  private String file;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /**
   * Opens both for some work; what is wrong is told.
   *
   * @return the work's exit code, or that of a problem
   */
  int with(Desk desk, BiFunction<Memory, RobotSettings, Integer> work) {
    PrintWriter err = spec.commandLine().getErr();
    Optional<RobotSettings> settings = SettingsAtHand.find(desk, file, err);
    if (settings.isEmpty()) {
      return Exit.PROBLEM;
    }
    Watch watch = Watch.system(settings.get().clockTrusted());
    try (Memory memory =
        desk.post().memoryForVisitors(desk.places().data(), watch, settings.get().zone())) {
      return work.apply(memory, settings.get());
    } catch (Unkept trouble) {
      Complaint.say(err, trouble.getMessage() + ".");
      return Exit.PROBLEM;
    }
  }
}
