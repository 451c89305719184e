package iyagi.disk;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.stream.Stream;

/** What is asked of a disk whose power may be cut at any moment. */
public final class Disk {
  private Disk() {}

  /**
   * Waits until a file's content, or a folder's names, have reached the disk. An interrupt does not
   * stop it, since half of a rename is worth nothing; the interrupt is kept.
   *
   * @throws IOException if it is not there or the disk fails
   */
  public static void force(Path path) throws IOException {
    boolean interrupted = Thread.interrupted();
    try {
      while (!forced(path)) {
        interrupted |= Thread.interrupted();
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static boolean forced(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
      return true;
    } catch (ClosedByInterruptException e) {
      return false;
    }
  }

  /**
   * Writes a file, whole and forced to the disk, or leaves the one that was there. Its folder is
   * made if there is none.
   *
   * @throws IOException if that is not possible
   */
  public static void write(Path file, String text) throws IOException {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The same for bytes.
   *
   * @throws IOException if that is not possible
   */
  public static void write(Path file, byte[] content) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.write(part, content);
    force(part);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    // Linux keeps a new name only when the folder has been forced, too.
    force(folder);
  }

  /** Forces a folder with everything in it. */
  public static void forceAll(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.toList()) {
        force(path);
      }
    }
  }

  /** Removes a file or a folder with everything in it; a link, but not what it leads to. */
  public static void remove(Path path) throws IOException {
    if (!exists(path)) {
      return;
    }
    Files.walkFileTree(
        path,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, IOException trouble)
              throws IOException {
            if (trouble != null) {
              throw trouble;
            }
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Whether something has that name, if only a link that leads nowhere. */
  public static boolean exists(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }
}
