package iyagi.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** A file that only the robot's own user can read, and that is never half there. */
final class OwnFile {
  private OwnFile() {}

  /**
   * Writes it anew; its folder is made when it is needed.
   *
   * @throws IOException if it cannot be kept; what was there before stays
   */
  static void write(Path file, String text) throws IOException {
    Path folder = file.getParent();
    Files.createDirectories(folder);
    var mine = PosixFilePermissions.fromString("rw-------");
    Path fresh =
        Files.createTempFile(folder, ".new", "", PosixFilePermissions.asFileAttribute(mine));
    Files.write(fresh, (text + "\n").getBytes(StandardCharsets.UTF_8));
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
