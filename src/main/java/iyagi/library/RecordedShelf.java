package iyagi.library;

import iyagi.disk.Disk;
import iyagi.library.ReadWords.Recorded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Recordings on the shelf of stories that were added. Each comes and goes in one rename, so that a
 * page has its old recording or the new one whenever the power is cut. The last one that was taken
 * away or replaced stays beside under a hidden name. Any thread.
 */
public final class RecordedShelf {
  /** Before the name of a recording that was taken away. */
  static final String REMOVED = ".removed-";

  private static final String PART = ".part-";

  private final Path shelf;

  /** On the shelf in that folder. */
  public RecordedShelf(Path shelf) {
    this.shelf = shelf;
  }

  /**
   * Puts a recording beside a story that is there, in place of another.
   *
   * @param name of its file: "page-3.wav"
   * @param wav is copied
   * @param old what it replaces
   * @throws NoSuchFileException if the story has gone
   * @throws IOException if the disk is full or fails; then all is as it was
   */
  public void keep(Edition story, String language, String name, Path wav, Optional<Path> old)
      throws IOException {
    try (ShelfLock _ = ShelfLock.of(shelf)) {
      Path folder = folder(story, language);
      if (!Files.isDirectory(shelf.resolve(story.id()))) {
        throw new NoSuchFileException(shelf.resolve(story.id()).toString());
      }
      Files.createDirectories(folder);
      Path part = folder.resolve(PART + name);
      try {
        Files.copy(wav, part, StandardCopyOption.REPLACE_EXISTING);
        Disk.force(part);
        Path place = folder.resolve(name);
        boolean same = old.isPresent() && old.get().equals(place) && Files.exists(place);
        if (same) {
          linkAside(place, name);
        }
        move(part, place);
        if (!same && old.isPresent() && Files.exists(old.get())) {
          setAside(old.get(), name);
        }
      } finally {
        Files.deleteIfExists(part);
      }
      changed(story, folder);
    }
  }

  /**
   * Notes for which words recordings were read. To be done before a new one is kept: a note without
   * its recording does no harm.
   *
   * @param folder of the recordings, in the story's own
   * @param more lines by recording
   * @throws NoSuchFileException if the story has gone
   */
  public void note(Edition story, Path folder, Map<Recorded, List<String>> more)
      throws IOException {
    try (ShelfLock _ = ShelfLock.of(shelf)) {
      if (!Files.isDirectory(shelf.resolve(story.id()))) {
        throw new NoSuchFileException(shelf.resolve(story.id()).toString());
      }
      ReadWords words = ReadWords.in(folder);
      for (var each : more.entrySet()) {
        words = words.with(each.getKey(), each.getValue());
      }
      Disk.write(folder.resolve(ReadWords.FILE), words.text());
    }
  }

  /** Where recordings of a story in a language are kept. */
  public Path folder(Edition story, String language) {
    return shelf.resolve(story.id()).resolve(Recordings.FOLDER).resolve(language);
  }

  /**
   * Gives a recording another name, since its own is wanted for another page.
   *
   * @param wanted its own name if that is free, else one like it
   */
  public void giveWay(Edition story, Path file, String wanted) throws IOException {
    try (ShelfLock _ = ShelfLock.of(shelf)) {
      String stem = wanted.substring(0, wanted.length() - ".wav".length());
      Path place = file.resolveSibling(wanted);
      for (int i = 2; Files.exists(place); i++) {
        place = file.resolveSibling(stem + "-" + i + ".wav");
      }
      move(file, place);
      changed(story, file.getParent());
    }
  }

  /** Takes a recording away, so that it can be put back. */
  public void remove(Edition story, String language, String name, Path file) throws IOException {
    try (ShelfLock _ = ShelfLock.of(shelf)) {
      setAside(file, name);
      changed(story, file.getParent());
    }
  }

  /** Whether a recording of that name can be put back. */
  public boolean removed(Edition story, String language, String name) {
    return Files.isRegularFile(asideIn(story, language, name).resolve(REMOVED + name));
  }

  /**
   * Puts a recording back that was taken away.
   *
   * @throws NoSuchFileException if there is none
   */
  public void putBack(Edition story, String language, String name) throws IOException {
    try (ShelfLock _ = ShelfLock.of(shelf)) {
      Path folder = asideIn(story, language, name);
      Path place = folder.resolve(name);
      Path removed = folder.resolve(REMOVED + name);
      Path other = folder.resolve(PART + name);
      Files.deleteIfExists(other);
      if (Files.exists(place) && Files.exists(removed)) {
        Files.createLink(other, place);
      }
      move(removed, place);
      if (Files.exists(other)) {
        move(other, removed);
      }
      changed(story, folder);
    }
  }

  /** So that at every moment there is one in its place. */
  private static void linkAside(Path file, String name) throws IOException {
    Path removed = file.resolveSibling(REMOVED + name);
    Files.deleteIfExists(removed);
    Files.createLink(removed, file);
  }

  private static void setAside(Path file, String name) throws IOException {
    move(file, file.resolveSibling(REMOVED + name));
  }

  private static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
  }

  /** The package that it came in stays noted, or the library would send that again over it. */
  private void changed(Edition story, Path folder) throws IOException {
    Disk.force(folder);
    Disk.force(shelf.resolve(story.id()));
  }

  /** Where one was taken away: recordings may lie under the language without its region. */
  private Path asideIn(Edition story, String language, String name) {
    Path own = folder(story, language);
    boolean here = Files.exists(own.resolve(REMOVED + name)) || language.indexOf('-') < 0;
    return here ? own : folder(story, language.substring(0, language.indexOf('-')));
  }
}
