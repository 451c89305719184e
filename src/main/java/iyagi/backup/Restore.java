package iyagi.backup;

import iyagi.report.Memory;
import iyagi.service.Post;
import iyagi.session.SessionLog.Unkept;
import iyagi.time.Watch;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * Brings a backup back, in two steps: {@link #stage} checks all of it and lays it ready beside what
 * is there; {@link #finish}, before anything of the data folder is opened, puts it in its place and
 * keeps what was there in a folder of its own. A power cut at any moment loses nothing: the next
 * {@link #finish} goes on.
 */
public final class Restore {
  private static final String READY = "restore-ready";
  private static final String OLD_IS_ASIDE = ".old-is-aside";
  private static final String ASIDE_NAME = ".aside";
  private static final Pattern HALF = Pattern.compile("\\.(backup|restore|upload)[0-9]+(\\.zip)?");
  private static final int BUFFER = 1 << 16;

  private final Path data;
  private final Bounds bounds;
  private final Post post;
  private final ZoneId zone;

  /**
   * What is taken at most; a small file can unpack to a large one.
   *
   * @param files so many
   * @param bytes unpacked
   */
  public record Bounds(int files, long bytes) {
    /** A hundred recorded stories have less. */
    public static final Bounds USUAL = new Bounds(20_000, 4L << 30);
  }

  /** Why a file is not taken; nothing has been changed then. */
  public static final class Rejected extends Exception {
    private final String key;

    private Rejected(String key, String message) {
      super(message);
      this.key = key;
    }

    /** For other languages: "not-a-backup", "backup-damaged", "backup-foreign", "backup-large". */
    public String key() {
      return key;
    }
  }

  /**
   * Into a data folder.
   *
   * @param post opens the memory that is in the backup, to see whether it can be used
   * @param zone in which the robot counts days
   */
  public Restore(Path data, Bounds bounds, Post post, ZoneId zone) {
    this.data = data;
    this.bounds = bounds;
    this.post = post;
    this.zone = zone;
  }

  /**
   * Checks a backup completely and lays it ready. One that was laid ready before is replaced.
   *
   * @throws Rejected if it is not whole, no backup, or too large
   * @throws IOException if it cannot be unpacked here
   */
  public void stage(Path zip) throws Rejected, IOException {
    Files.createDirectories(data);
    Path fresh = Files.createTempDirectory(data, ".restore");
    try {
      int entries = entries(zip);
      if (unpack(zip, fresh) != entries) {
        throw damaged();
      }
      if (!Files.exists(fresh.resolve(Contents.MEMORY)) || !sound(fresh)) {
        throw damaged();
      }
      Path ready = data.resolve(READY);
      if (Files.exists(ready.resolve(ASIDE_NAME))) {
        throw new Rejected(
            "backup-underway", "Another backup is just being put in place; start the robot first.");
      }
      delete(ready);
      Files.move(fresh, ready, StandardCopyOption.ATOMIC_MOVE);
    } catch (ZipException | IllegalArgumentException | EOFException torn) {
      throw damaged();
    } finally {
      delete(fresh);
    }
  }

  /** Whether this program can use the memory in a folder. */
  private boolean sound(Path folder) {
    try (Memory memory = post.memory(folder, Watch.system(true), zone)) {
      return memory.aside().isEmpty();
    } catch (Unkept unusable) {
      return false;
    }
  }

  private static Rejected damaged() {
    return new Rejected(
        "backup-damaged",
        "This backup is damaged: it is not whole, or its memory cannot be used by this program."
            + " Nothing has been changed.");
  }

  /** A file that is not whole has no list at its end, and is refused here. */
  private int entries(Path zip) throws Rejected, IOException {
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

  private static Rejected none() {
    return new Rejected(
        "not-a-backup",
        "This is no backup of a robot, or only a part of one. Nothing has been changed.");
  }

  private Rejected large() {
    return new Rejected(
        "backup-large",
        "This backup is larger than this robot takes: at most "
            + bounds.files()
            + " files and "
            + (bounds.bytes() >> 20)
            + " MB. Nothing has been changed.");
  }

  private int unpack(Path zip, Path into) throws Rejected, IOException {
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
          throw new Rejected(
              "backup-foreign",
              "This file has something in it that no backup has: '"
                  + entry.getName()
                  + "'. Nothing has been changed.");
        }
        Path file = into.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        room -= copy(in, file, room);
      }
    }
    return count;
  }

  private static void requireFormat(InputStream in) throws Rejected, IOException {
    byte[] format = Contents.FORMAT.getBytes(StandardCharsets.UTF_8);
    if (!Arrays.equals(in.readNBytes(format.length + 1), format)) {
      throw none();
    }
  }

  private long copy(InputStream in, Path file, long room) throws Rejected, IOException {
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

  /**
   * Puts a backup that was laid ready in its place. Nothing of the data folder may be open.
   *
   * @return where what was there is kept now; empty if none was laid ready
   * @throws IOException if something cannot be moved; the next call goes on
   */
  public static Optional<Path> finish(Path data) throws IOException {
    tidy(data);
    Path ready = data.resolve(READY);
    if (!Files.isDirectory(ready)) {
      return Optional.empty();
    }
    Path aside = aside(data, ready);
    Path mark = ready.resolve(OLD_IS_ASIDE);
    if (!Files.exists(mark)) {
      Files.createDirectories(aside);
      move(data, aside, Contents.BESIDE_MEMORY);
      move(data, aside, Contents.KEPT);
      Files.createFile(mark);
    }
    move(ready, data, Contents.KEPT);
    delete(ready);
    return Optional.of(aside);
  }

  private static Path aside(Path data, Path ready) throws IOException {
    Path note = ready.resolve(ASIDE_NAME);
    if (!Files.exists(note)) {
      int number = 1;
      while (Files.exists(data.resolve("before-restore-" + number))) {
        number++;
      }
      Path draft =
          Files.writeString(ready.resolve(ASIDE_NAME + "-new"), "before-restore-" + number);
      Files.move(draft, note, StandardCopyOption.ATOMIC_MOVE);
    }
    return data.resolve(Files.readString(note));
  }

  private static void move(Path from, Path to, List<String> names) throws IOException {
    for (String name : names) {
      if (Files.exists(from.resolve(name))) {
        Files.move(from.resolve(name), to.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      }
    }
  }

  /** What a power cut has left of copies that were being made. */
  private static void tidy(Path data) throws IOException {
    if (!Files.isDirectory(data)) {
      return;
    }
    List<Path> left;
    try (Stream<Path> all = Files.list(data)) {
      left = all.filter(each -> HALF.matcher(each.getFileName().toString()).matches()).toList();
    }
    for (Path each : left) {
      delete(each);
    }
  }

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
