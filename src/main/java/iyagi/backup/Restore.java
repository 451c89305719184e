package iyagi.backup;

import iyagi.disk.Disk;
import iyagi.report.Memory;
import iyagi.service.Post;
import iyagi.session.SessionLog.Unkept;
import iyagi.time.Watch;
import iyagi.words.Explained;
import iyagi.words.Hindrance;
import iyagi.words.Sentence;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.tinylog.Logger;

/**
 * Brings a backup back, in two steps: {@link #stage} checks all of it and lays it ready beside what
 * is there; {@link #finish}, before anything of the data folder is opened, puts it in its place and
 * keeps what was there in a folder of its own. Sessions and reports that the backup lacks, also
 * those of the time between both steps, come along into its memory by their ids, so that none is
 * lost and none sent twice. A power cut at any moment loses nothing: the next {@link #finish} goes
 * on.
 */
public final class Restore {
  private static final String READY = "restore-ready";
  private static final String OLD_IS_ASIDE = ".old-is-aside";
  private static final String ASIDE_NAME = ".aside";
  private static final String AWAY = ".restore0";
  private static final Pattern HALF = Pattern.compile("\\.(backup|restore|upload)[0-9]+(\\.zip)?");

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
  public static final class Rejected extends Exception implements Explained {
    private static final long serialVersionUID = 1;
    private final String key;
    private final transient Sentence sentence;

    Rejected(String key, Sentence sentence) {
      super(sentence.toString());
      this.key = key;
      this.sentence = sentence;
    }

    @Override
    public Sentence sentence() {
      return sentence;
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
      new Unpacking(bounds).unpack(zip, fresh);
      if (!Files.exists(fresh.resolve(Contents.MEMORY)) || !sound(fresh)) {
        throw damaged();
      }
      Disk.forceAll(fresh);
      Path ready = data.resolve(READY);
      if (Files.exists(ready.resolve(ASIDE_NAME))) {
        throw new Rejected(
            "backup-underway",
            Sentence.of("Another backup is just being put in place; start the robot first."));
      }
      throwAway(ready);
      Files.move(fresh, ready, StandardCopyOption.ATOMIC_MOVE);
      Disk.force(data);
    } catch (ZipException | IllegalArgumentException | EOFException torn) {
      throw damaged();
    } finally {
      Disk.remove(fresh);
    }
  }

  /**
   * Whether this program can use the memory in a folder. Its reports begin a new epoch: the robot
   * has been further than this copy, and the library would take what it reports from now on for
   * reports that it has.
   */
  private boolean sound(Path folder) {
    try (Memory memory = post.memory(folder, Watch.system(true), zone)) {
      memory.outbox().beginEpoch();
      return memory.aside().isEmpty();
    } catch (Unkept unusable) {
      return false;
    }
  }

  static Rejected damaged() {
    return new Rejected(
        "backup-damaged",
        Sentence.of(
            "This backup is damaged: it is not whole, or its memory cannot be used by this program."
                + " Nothing has been changed."));
  }

  /**
   * A backup that is in its place.
   *
   * @param aside where what was there is kept now
   * @param joined whether the sessions since the backup was made are in its memory
   */
  public record Placed(Path aside, boolean joined) {
    /** The same for people. */
    public Sentence told() {
      return joined
          ? Sentence.of(
              "A backup is in its place, with the sessions since it was made. What was there before"
                  + " is kept in {0}.",
              aside)
          : Sentence.of(
              "A backup is in its place, but without the sessions since it was made: the memory that"
                  + " was there cannot be read. It is kept in {0}; please show it to whoever looks"
                  + " after the robot.",
              aside);
    }
  }

  /**
   * Puts a backup that was laid ready in its place. Nothing of the data folder may be open.
   *
   * @return what has been done; empty if none was laid ready
   * @throws IOException if something cannot be moved; the next call goes on
   */
  public Optional<Placed> finish() throws IOException {
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
      Disk.force(aside);
      Files.createFile(mark);
      Disk.force(ready);
    }
    move(ready, data, Contents.KEPT);
    Disk.force(data);
    boolean joined = join(aside);
    throwAway(ready);
    return Optional.of(new Placed(aside, joined));
  }

  /** As long as something lies ready, nobody has used the memory since, so it may be done again. */
  private boolean join(Path aside) throws IOException {
    if (!Files.exists(aside.resolve(Contents.MEMORY))) {
      return true;
    }
    if (!readable(aside)) {
      return false;
    }
    try (Memory memory = post.memory(data, Watch.system(true), zone)) {
      memory.join(aside.resolve(Contents.MEMORY));
      return true;
    } catch (Unkept trouble) {
      throw new IOException(trouble.getMessage(), trouble);
    }
  }

  /**
   * A memory that was damaged before keeps no robot out of service; one that only cannot be opened
   * now is waited for, or what it has to report would be lost.
   */
  private boolean readable(Path aside) throws IOException {
    try (Memory _ = post.memoryForVisitors(aside, Watch.system(true), zone)) {
      return true;
    } catch (Unkept unusable) {
      if (unusable.passing()) {
        throw new Hindrance(unusable.sentence(), unusable);
      }
      Logger.warn(
          "what was remembered before stays in {} and is not reported: {}",
          aside,
          unusable.getMessage());
      return false;
    }
  }

  /** Under a name that nothing but {@link #tidy} looks at: half of it must never count. */
  private static void throwAway(Path ready) throws IOException {
    if (Files.exists(ready)) {
      Path away = ready.resolveSibling(AWAY);
      Disk.remove(away);
      Files.move(ready, away, StandardCopyOption.ATOMIC_MOVE);
      Disk.force(ready.getParent());
      Disk.remove(away);
    }
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
      Disk.force(draft);
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
      Disk.remove(each);
    }
  }
}
