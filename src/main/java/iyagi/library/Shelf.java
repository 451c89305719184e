package iyagi.library;

import iyagi.disk.Disk;
import iyagi.story.Problem;
import iyagi.story.ReadResult;
import iyagi.story.StoryReader;
import iyagi.story.Vocabulary;
import iyagi.words.Sentence;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tinylog.Logger;

/**
 * The folder of stories that were added to a robot. A story is made ready in a hidden folder,
 * forced to the disk and then renamed; the one that it replaces is first renamed to a hidden name.
 * So whenever the power is cut, the old story or the new one is whole, and {@link #tidy()} brings
 * it back. Any thread; several programs may share a shelf.
 */
public final class Shelf {
  /** A story being made ready. */
  static final String NEW = ".new";

  /** In a story's folder: the SHA-256 of the package that it came in. */
  static final String PACKAGE = ".package";

  /** Before the id of a story that is being replaced. */
  static final String OLD = ".old-";

  /** Before the id of a story whose files are being removed. */
  static final String GONE = ".gone-";

  private final Path folder;
  private final Rename rename;

  /** Renames within the shelf in one step. */
  @FunctionalInterface
  interface Rename {
    void rename(Path from, Path to) throws IOException;
  }

  /** A shelf in a folder, which is made by the first story. */
  public Shelf(Path folder) {
    this(folder, (from, to) -> Files.move(from, to, StandardCopyOption.ATOMIC_MOVE));
  }

  /** A shelf on a disk that may fail. */
  Shelf(Path folder, Rename rename) {
    this.folder = folder;
    this.rename = rename;
  }

  /** Where the stories lie. */
  public Path folder() {
    return folder;
  }

  /**
   * Puts a story on the shelf in place of one of the same id, if all of it can be read.
   *
   * @param vocabulary what directions in a story may name
   */
  public Installation install(StoryPackage pack, Vocabulary vocabulary) {
    return install(pack, vocabulary, _ -> true);
  }

  /**
   * The same, if the story's id is wanted.
   *
   * @param wanted is asked once all of the story has been read, and nothing was changed yet
   */
  public Installation install(StoryPackage pack, Vocabulary vocabulary, Predicate<String> wanted) {
    try (ShelfLock _ = ShelfLock.of(folder)) {
      settle();
      return made(pack, vocabulary, wanted);
    } catch (ClosedByInterruptException
        | FileLockInterruptionException
        | InterruptedIOException e) {
      return pack.rejected("was interrupted before the story was on the shelf; try again");
    } catch (IOException e) {
      return pack.rejected(
          "cannot be put on the shelf {0} ({1}); the shelf is as it was; free space or mend the"
              + " folder's rights and try again",
          folder, Reason.of(e));
    }
  }

  private Installation made(StoryPackage pack, Vocabulary vocabulary, Predicate<String> wanted)
      throws IOException {
    Path fresh = Files.createDirectory(folder.resolve(NEW));
    try {
      Installation result =
          switch (pack.unpackInto(fresh)) {
            case Unpacked.Refused(List<Problem> problems) -> new Installation.Rejected(problems);
            case Unpacked.Whole(Path story) -> {
              Files.writeString(story.resolve(PACKAGE), Sha256.of(pack.file()));
              List<Problem> problems = new ArrayList<>();
              if (!readable(story, vocabulary, problems)) {
                yield new Installation.Rejected(problems);
              }
              yield wanted.test(story.getFileName().toString())
                  ? placed(withRecordings(story), problems)
                  : pack.rejected("was not wanted; the story on the shelf is as it was");
            }
          };
      Disk.remove(fresh);
      return result;
    } catch (IOException e) {
      Disk.remove(fresh);
      throw e;
    }
  }

  private Path withRecordings(Path fresh) throws IOException {
    OwnVoices.stay(folder.resolve(fresh.getFileName()), fresh);
    return fresh;
  }

  private static boolean readable(Path fresh, Vocabulary vocabulary, List<Problem> problems)
      throws IOException {
    boolean readable = true;
    for (Edition edition : Library.inFolder(fresh)) {
      ReadResult result = new StoryReader(vocabulary).read(edition.file());
      readable &= result instanceof ReadResult.Read;
      result.problems().forEach(problem -> problems.add(shown(problem, edition)));
    }
    return readable;
  }

  private Installation placed(Path fresh, List<Problem> warnings) throws IOException {
    String id = fresh.getFileName().toString();
    Disk.forceAll(fresh.getParent());
    swap(fresh, id);
    return new Installation.Installed(id, Library.inFolder(folder.resolve(id)), warnings);
  }

  /** A place as the author knows it: bear/story.en.md, not the hidden folder. */
  private static Problem shown(Problem problem, Edition edition) {
    String file = edition.id() + "/" + edition.file().getFileName();
    return new Problem(
        problem.severity(), file, problem.line(), problem.column(), problem.sentence());
  }

  private void swap(Path fresh, String id) throws IOException {
    Path place = folder.resolve(id);
    Path old = folder.resolve(OLD + id);
    boolean replaces = Disk.exists(place);
    if (replaces) {
      rename.rename(place, old);
    }
    try {
      Disk.force(folder);
      rename.rename(fresh, place);
      Disk.force(folder);
    } catch (IOException e) {
      if (Disk.exists(place)) {
        rename.rename(place, fresh);
      }
      if (replaces) {
        rename.rename(old, place);
      }
      throw e;
    }
    retire(old, id);
    retire(folder.resolve(id + ".md"), id);
  }

  /**
   * Whether a story stands here that came in the very package of this check sum.
   *
   * @param sha256 of the package, in hexadecimal digits
   */
  public boolean has(String sha256) {
    String wanted = sha256.strip().toLowerCase(Locale.ROOT);
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> stories = Files.list(folder)) {
      return stories
          .filter(story -> !story.getFileName().toString().startsWith("."))
          .anyMatch(story -> cameIn(story).equals(Optional.of(wanted)));
    } catch (IOException | UncheckedIOException unreadable) {
      Logger.debug(unreadable, "the shelf {} cannot be read", folder);
      return false;
    }
  }

  /** The package of a story; nothing if it was not put here as one. */
  private static Optional<String> cameIn(Path story) {
    try {
      return Optional.of(Files.readString(story.resolve(PACKAGE)));
    } catch (IOException none) {
      return Optional.empty();
    }
  }

  /** Takes a story from the shelf. */
  Removal remove(String id) {
    try (ShelfLock _ = ShelfLock.of(folder)) {
      settle();
      for (Path story : List.of(folder.resolve(id), folder.resolve(id + ".md"))) {
        if (Disk.exists(story)) {
          rename.rename(story, folder.resolve(GONE + story.getFileName()));
        }
      }
      Disk.force(folder);
      settle();
      return new Removal.Removed(id);
    } catch (IOException e) {
      return new Removal.Refused(
          Removal.Why.DISK,
          Sentence.of(
              "The story '{0}' cannot be removed from {1} ({2}); mend the folder's rights and try"
                  + " again.",
              id, folder, Reason.of(e)));
    }
  }

  /** Takes a story from the shelf in such a way that it can be put back for a while. */
  Removal setAside(String id) {
    return moved(id, () -> asides().set(id));
  }

  /** Puts a story back that was set aside, if no other has its place. */
  Removal putBack(String id) {
    return moved(id, () -> asides().putBack(id));
  }

  /** What can be put back: texts by story, the latest first. */
  Map<String, List<Path>> aside() {
    try {
      return Files.isDirectory(folder) ? asides().texts() : Map.of();
    } catch (IOException e) {
      throw new UncheckedIOException("the folder " + folder + " cannot be read", e);
    }
  }

  private Asides asides() {
    return new Asides(folder, rename);
  }

  /** A change of what is set aside. */
  @FunctionalInterface
  private interface Move {
    Removal now() throws IOException;
  }

  private Removal moved(String id, Move move) {
    try (ShelfLock _ = ShelfLock.of(folder)) {
      settle();
      return move.now();
    } catch (IOException e) {
      return new Removal.Refused(
          Removal.Why.DISK,
          Sentence.of("The story '{0}' cannot be moved in {1} ({2}).", id, folder, Reason.of(e)));
    }
  }

  /**
   * Clears away what a power cut left half-done: a story that was being replaced is there again, in
   * the old version or the new one. To be called once when the robot starts.
   *
   * @throws IOException if the folder cannot be read or written
   */
  public void tidy() throws IOException {
    if (Files.isDirectory(folder)) {
      try (ShelfLock _ = ShelfLock.of(folder)) {
        settle();
        asides().trim();
      }
    }
  }

  private void settle() throws IOException {
    for (Path leftover : hidden()) {
      String name = leftover.getFileName().toString();
      if (name.startsWith(OLD)) {
        String id = name.substring(OLD.length());
        if (Disk.exists(folder.resolve(id))) {
          retire(leftover, id);
        } else {
          rename.rename(leftover, folder.resolve(id));
          Disk.force(folder);
        }
      } else if (name.equals(NEW) || name.startsWith(GONE)) {
        Disk.remove(leftover);
      }
    }
  }

  private List<Path> hidden() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(path -> path.getFileName().toString().startsWith(".")).toList();
    }
  }

  /**
   * Removes a story that is no longer needed. It gets another name before its files go, so that
   * half of it is never taken for an old version. What cannot be removed now is tidied later.
   */
  private void retire(Path story, String id) {
    try {
      if (Disk.exists(story)) {
        Path gone = folder.resolve(GONE + id);
        Disk.remove(gone);
        rename.rename(story, gone);
        Disk.remove(gone);
      }
    } catch (IOException _) {
      // The new story is in its place all the same.
      return;
    }
  }
}
