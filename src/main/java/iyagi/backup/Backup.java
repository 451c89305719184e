package iyagi.backup;

import iyagi.disk.Disk;
import iyagi.report.Memory;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes everything of a robot's own into one zip file, also while the robot is in service. */
public final class Backup {
  private final Path data;
  private final Memory memory;

  /** Of the robot with that data folder and memory. */
  public Backup(Path data, Memory memory) {
    this.data = data;
    this.memory = memory;
  }

  /**
   * A copy of the memory as it is now, below the data folder; whoever writes deletes it. May block
   * for the disk, so it is asked for on a thread that may.
   *
   * @throws iyagi.session.SessionLog.Unkept if the memory cannot be copied
   * @throws IOException if there is no place for it
   */
  public Path copy() throws IOException {
    Path folder = Files.createTempDirectory(data, ".backup");
    Path copy = folder.resolve(Contents.MEMORY);
    try {
      memory.copyTo(copy);
      return copy;
    } catch (RuntimeException e) {
      Disk.remove(folder);
      throw e;
    }
  }

  /**
   * Writes it piece by piece, and deletes the copy.
   *
   * @param copy of the memory, from {@link #copy}
   * @throws IOException if something cannot be read or written; what was written is no backup then,
   *     and is not taken for one
   */
  public void write(Path copy, OutputStream out) throws IOException {
    try {
      ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
      zip.putNextEntry(new ZipEntry(Contents.MARK));
      zip.write(Contents.FORMAT.getBytes(StandardCharsets.UTF_8));
      add(zip, copy, Contents.MEMORY);
      for (Path file : files()) {
        add(zip, file, data.relativize(file).toString());
      }
      zip.finish();
      out.flush();
    } finally {
      Disk.remove(copy.getParent());
    }
  }

  private static void add(ZipOutputStream zip, Path file, String name) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    Files.copy(file, zip);
    zip.closeEntry();
  }

  /** Only below what is kept: elsewhere files come and go meanwhile. */
  private List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String name : Contents.KEPT) {
      Path kept = data.resolve(name);
      if (Files.exists(kept) && !name.equals(Contents.MEMORY)) {
        try (Stream<Path> all = Files.walk(kept)) {
          all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
              .filter(file -> Contents.good(data.relativize(file)))
              .sorted()
              .forEach(files::add);
        } catch (UncheckedIOException e) {
          throw e.getCause();
        }
      }
    }
    return files;
  }
}
