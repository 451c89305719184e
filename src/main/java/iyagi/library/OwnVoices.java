package iyagi.library;

import iyagi.disk.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What somebody has read aloud here stays with a story that is replaced. Where the new one brings
 * its own recordings of a language, the old ones are set aside as if they had been taken away, one
 * of each name.
 */
final class OwnVoices {
  private OwnVoices() {}

  /**
   * Links what is to stay, without copying it.
   *
   * @param old the story's folder on the shelf, if there is one
   * @param fresh the folder that will take its place
   */
  static void stay(Path old, Path fresh) throws IOException {
    Path here = old.resolve(Recordings.FOLDER);
    if (!Files.isDirectory(here)) {
      return;
    }
    for (Path language : inside(here)) {
      Path there = fresh.resolve(Recordings.FOLDER).resolve(language.getFileName());
      if (Files.isDirectory(language)) {
        if (Files.exists(there)) {
          aside(language, there);
        } else {
          link(language, there);
        }
      }
    }
  }

  private static void link(Path language, Path there) throws IOException {
    Files.createDirectories(there);
    for (Path file : inside(language)) {
      if (Files.isRegularFile(file)) {
        Files.createLink(there.resolve(file.getFileName()), file);
      }
    }
  }

  /** With the words that they were read for: put back, they must not be heard for others. */
  private static void aside(Path language, Path there) throws IOException {
    Set<String> aside = new HashSet<>();
    for (Path file : inside(language)) {
      if (setAside(file, there)) {
        aside.add(Recordings.sha256(file));
      }
    }
    if (!aside.isEmpty()) {
      ReadWords words = ReadWords.in(there).withOlder(ReadWords.in(language), aside);
      Disk.write(there.resolve(ReadWords.FILE), words.text());
    }
  }

  /**
   * Those that were taken away before stay so; the newer one of a name wins.
   *
   * @return whether it was set aside
   */
  private static boolean setAside(Path file, Path there) throws IOException {
    String name = file.getFileName().toString();
    boolean removed = name.startsWith(RecordedShelf.REMOVED);
    if (removed || (Recordings.isWav(file) && !isIn(there, file))) {
      Path aside = there.resolve(removed ? name : RecordedShelf.REMOVED + name);
      if (removed && Files.exists(aside)) {
        return false;
      }
      Files.deleteIfExists(aside);
      Files.createLink(aside, file);
      return true;
    }
    return false;
  }

  private static boolean isIn(Path folder, Path file) throws IOException {
    long bytes = Files.size(file);
    for (Path other : inside(folder)) {
      if (Files.isRegularFile(other)
          && Files.size(other) == bytes
          && Files.mismatch(other, file) < 0) {
        return true;
      }
    }
    return false;
  }

  private static List<Path> inside(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
