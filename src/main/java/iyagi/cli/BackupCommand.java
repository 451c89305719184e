package iyagi.cli;

import iyagi.backup.Backup;
import iyagi.report.Memory;
import iyagi.service.Desk;
import iyagi.words.Reason;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Everything of the robot's own in one file. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description =
        "Writes everything of the robot's own into one file: sessions and reports, added stories, cards,"
            + " programme, dictionary, calibration and volume. The PIN and keys are never in it. The robot may"
            + " be in service meanwhile.",
    footer = {"", "Example:", "  iyagi backup robot-2026-11.zip"})
final class BackupCommand implements Callable<Integer> {
  private final Desk desk;

  @Parameters(paramLabel = "FILE", description = "A file that is not there yet.")
  private Path file;

  @Mixin private MemoryAtHand at;

  @Spec private CommandSpec spec;

  BackupCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() {
    if (Files.exists(file)) {
      Complaint.say(
          spec.commandLine().getErr(),
          file + " is there already and was not touched; name another file.");
      return Exit.PROBLEM;
    }
    return at.with(desk, (memory, _) -> write(memory));
  }

  /** Under another name until it is whole. */
  private int write(Memory memory) {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Backup backup = new Backup(desk.places().data(), memory);
      Path copy = backup.copy();
      try (OutputStream out = Files.newOutputStream(part)) {
        backup.write(copy, out);
      }
      Files.move(part, file);
      spec.commandLine().getOut().println("Written: " + file + ". Bring it back: iyagi restore.");
      return Exit.OK;
    } catch (IOException e) {
      Complaint.say(
          spec.commandLine().getErr(),
          "The backup could not be written: " + Reason.of(e) + ". There is no " + file + ".");
      return Exit.PROBLEM;
    }
  }
}
