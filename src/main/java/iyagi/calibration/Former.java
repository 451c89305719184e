package iyagi.calibration;

import iyagi.disk.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * What was measured last, and what was used before it.
 *
 * @param file that is used; none there is as good a measurement as any: nothing was measured
 * @param old that was used before
 */
record Former(Path file, Path old) {
  /**
   * Each takes the other's place. At any moment the one that is used is whole.
   *
   * @throws IOException if that is not possible; then the one that is used is as it was
   */
  void swap() throws IOException {
    if (!Files.exists(old)) {
      move(file, old);
    } else if (!Files.exists(file)) {
      move(old, file);
    } else {
      Path aside = file.resolveSibling(file.getFileName() + ".swap");
      Disk.write(aside, Files.readAllBytes(file));
      Disk.write(file, Files.readAllBytes(old));
      move(aside, old);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    Disk.force(to.toAbsolutePath().getParent());
  }
}
