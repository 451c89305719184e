package iyagi.console;

import iyagi.backup.Backup;
import iyagi.backup.Restore;
import iyagi.time.Moment;
import iyagi.words.Sentence;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Optional;

/** Everything of the robot in one file, to keep and to bring back. */
final class Backups implements Part {
  /** As much as the pages take at all; a larger one is brought back with 'iyagi restore'. */
  private static final long MOST_BYTES = 250L << 20;

  private final Robot robot;
  private final Clerk clerk;

  Backups(Robot robot, Clerk clerk) {
    this.robot = robot;
    this.clerk = clerk;
  }

  @Override
  public void routes(Door door) {
    door.get("/api/robot/backup.zip", _ -> backup());
    door.upload("/api/robot/restore", MOST_BYTES, this::restore);
  }

  private Answer backup() {
    Backup backup = new Backup(robot.desk().places().data(), robot.memory());
    Path copy = clerk.ask(backup::copy);
    return Answer.stream("application/zip", out -> backup.write(copy, out)).download(name());
  }

  /** With the day, where it is known, so that last month's is told from today's. */
  private String name() {
    Moment now = robot.watch().now();
    return now.quality().good()
        ? "iyagi-backup-" + LocalDate.ofInstant(now.wall(), robot.settings().zone()) + ".zip"
        : "iyagi-backup.zip";
  }

  private Answer restore(Ask ask) throws IOException {
    Path data = robot.desk().places().data();
    Path incoming = Files.createDirectories(robot.desk().places().incoming());
    Path file = Files.createTempFile(incoming, "backup", ".zip");
    try (InputStream in = ask.body()) {
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
      Restore restore =
          new Restore(data, Restore.Bounds.USUAL, robot.desk().post(), robot.settings().zone());
      Optional<Restore.Rejected> rejected = clerk.ask(() -> rejected(restore, file));
      if (rejected.isPresent()) {
        throw refused(rejected.get().key());
      }
      robot
          .diary()
          .tell(
              Sentence.of(
                  "A backup lies ready; it takes its place when the robot is switched off and on."));
      return Answer.done();
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /** In the browser's language. */
  private static Refused refused(String key) {
    return switch (key) {
      case "not-a-backup" -> new Refused(409, "not-a-backup");
      case "backup-foreign" -> new Refused(409, "backup-foreign");
      case "backup-large" -> new Refused(409, "backup-large");
      case "backup-underway" -> new Refused(409, "backup-underway");
      default -> new Refused(409, "backup-damaged");
    };
  }

  private static Optional<Restore.Rejected> rejected(Restore restore, Path file)
      throws IOException {
    try {
      restore.stage(file);
      return Optional.empty();
    } catch (Restore.Rejected rejected) {
      return Optional.of(rejected);
    }
  }
}
