package iyagi.service;

import iyagi.time.NanoClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.tinylog.Logger;

/**
 * Notices stories that another program puts on the shelf or takes from it, as {@code iyagi import}
 * does. Looks at names, sizes and times of files only, and tells once they have stood still between
 * two looks. One thread steps.
 */
public final class ShelfWatch {
  /** Somebody who has typed a command does not wait longer to see it work. */
  static final Duration EVERY = Duration.ofSeconds(2);

  /** A story's folder, its recordings in a language, and a file there. */
  private static final int DEEP = 4;

  /** A file is another one if anything of this is another. */
  private record Mark(String name, Object key, long bytes, long millis) {}

  private final Path folder;
  private final NanoClock clock;
  private long lookedNanos;
  private Set<Mark> told;
  private Set<Mark> seen;

  /** What is there now counts as known. */
  public ShelfWatch(Desk desk) {
    folder = desk.places().added();
    clock = desk.clock();
    lookedNanos = clock.nanos();
    seen = marks();
    told = seen;
  }

  /** Waits so long, then a step. */
  public void await(Duration most, Service service) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(most.toNanos());
    step(service);
  }

  /** Looks if it is time. */
  void step(Service service) {
    if (clock.nanos() - lookedNanos < EVERY.toNanos()) {
      return;
    }
    lookedNanos = clock.nanos();
    Set<Mark> now = marks();
    boolean still = now.equals(seen);
    seen = now;
    if (still && !now.equals(told)) {
      told = now;
      service.stock().look();
    }
  }

  private Set<Mark> marks() {
    Set<Mark> marks = new HashSet<>();
    if (!Files.isDirectory(folder)) {
      return marks;
    }
    try (Stream<Path> all = Files.walk(folder, DEEP)) {
      all.filter(this::counts).forEach(path -> mark(path, marks));
    } catch (IOException | UncheckedIOException unreadable) {
      Logger.debug(unreadable, "the shelf {} is looked at again later", folder);
    }
    return marks;
  }

  /** Not the shelf itself, and nothing hidden: these change while a story is being put there. */
  private boolean counts(Path path) {
    return path.getNameCount() > folder.getNameCount()
        && !folder.relativize(path).toString().startsWith(".");
  }

  private static void mark(Path path, Set<Mark> marks) {
    try {
      BasicFileAttributes file =
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      marks.add(
          new Mark(
              path.toString(), file.fileKey(), file.size(), file.lastModifiedTime().toMillis()));
    } catch (IOException gone) {
      Logger.debug(gone, "{} has gone meanwhile", path);
    }
  }
}
