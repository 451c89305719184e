package iyagi.backup;

import iyagi.words.Sentence;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/** Opens a backup, and only what is one, and only as far as it is bounded. */
final class Unpacking {
  private static final int BUFFER = 1 << 16;

  private final Restore.Bounds bounds;

  Unpacking(Restore.Bounds bounds) {
    this.bounds = bounds;
  }

  /**
   * Unpacks into an empty folder.
   *
   * @throws Restore.Rejected if it is no backup, not whole, or larger than allowed
   * @throws IOException if it cannot be read or written
   */
  void unpack(Path zip, Path into) throws Restore.Rejected, IOException {
    if (entries(zip) != pour(zip, into)) {
      throw Restore.damaged();
    }
  }

  /** A file that is not whole has no list at its end, and is refused here. */
  private int entries(Path zip) throws Restore.Rejected, IOException {
    try (ZipFile file = new ZipFile(zip.toFile(), StandardCharsets.UTF_8)) {
      if (file.getEntry(Contents.MARK) == null) {
        throw none();
      }
      if (file.size() > bounds.files()) {
        throw large();
      }
      return file.size();
    } catch (ZipException noZip) {
      throw none();
    }
  }

  private static Restore.Rejected none() {
    return new Restore.Rejected(
        "not-a-backup",
        Sentence.of(
            "This is no backup of a robot, or only a part of one. Nothing has been changed."));
  }

  private Restore.Rejected large() {
    return new Restore.Rejected(
        "backup-large",
        Sentence.of(
            "This backup is larger than this robot takes: at most {0} files and {1} MB. Nothing has"
                + " been changed.",
            bounds.files(), bounds.bytes() >> 20));
  }

  private int pour(Path zip, Path into) throws Restore.Rejected, IOException {
    int count = 0;
    long room = bounds.bytes();
    try (ZipInputStream in =
        new ZipInputStream(Files.newInputStream(zip), StandardCharsets.UTF_8)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        count++;
        if (entry.getName().equals(Contents.MARK)) {
          requireFormat(in);
          continue;
        }
        if (entry.isDirectory() || !Contents.good(entry.getName())) {
          throw new Restore.Rejected(
              "backup-foreign",
              Sentence.of(
                  "This file has something in it that no backup has: '{0}'. Nothing has been"
                      + " changed.",
                  entry.getName()));
        }
        Path file = into.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        room -= copy(in, file, room);
      }
    }
    return count;
  }

  private static void requireFormat(InputStream in) throws Restore.Rejected, IOException {
    byte[] format = Contents.FORMAT.getBytes(StandardCharsets.UTF_8);
    if (!Arrays.equals(in.readNBytes(format.length + 1), format)) {
      throw none();
    }
  }

  private long copy(InputStream in, Path file, long room) throws Restore.Rejected, IOException {
    long bytes = 0;
    byte[] buffer = new byte[BUFFER];
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        bytes += read;
        if (bytes > room) {
          throw large();
        }
        out.write(buffer, 0, read);
      }
    }
    return bytes;
  }
}
