package iyagi.library;

import iyagi.disk.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Recordings on the shelf of stories that were added. Each comes and goes in one rename, so that a
 * page has its old recording or the new one whenever the power is cut. The last one that was taken
 * away or replaced stays beside under a hidden name. Any thread.
 */
public final class RecordedShelf {
  private static final String REMOVED = ".removed-";
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
        if (old.isPresent() && Files.exists(old.get())) {
          setAside(old.get(), name);
        }
        move(part, folder.resolve(name));
      } finally {
        Files.deleteIfExists(part);
      }
      changed(story, folder);
    }
  }

  /** Takes a recording away, so that it can be put back. */
  public void remove(Edition story, String language, String name, Path file) throws IOException {
    try (ShelfLock _ = ShelfLock.of(shelf)) {
      setAside(file, name);
      changed(story, folder(story, language));
    }
  }

  /** Whether a recording of that name can be put back. */
  public boolean removed(Edition story, String language, String name) {
    return Files.isRegularFile(folder(story, language).resolve(REMOVED + name));
  }

  /**
   * Puts a recording back that was taken away.
   *
   * @throws NoSuchFileException if there is none
   */
  public void putBack(Edition story, String language, String name) throws IOException {
    try (ShelfLock _ = ShelfLock.of(shelf)) {
      Path folder = folder(story, language);
      move(folder.resolve(REMOVED + name), folder.resolve(name));
      changed(story, folder);
    }
  }

  private static void setAside(Path file, String name) throws IOException {
    move(file, file.resolveSibling(REMOVED + name));
  }

  private static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
  }

  /** It is no longer what its package was. */
  private void changed(Edition story, Path folder) throws IOException {
    Files.deleteIfExists(shelf.resolve(story.id()).resolve(Shelf.PACKAGE));
    Disk.force(folder);
    Disk.force(shelf.resolve(story.id()));
  }

  private Path folder(Edition story, String language) {
    return shelf.resolve(story.id()).resolve(Recordings.FOLDER).resolve(language);
  }
}
