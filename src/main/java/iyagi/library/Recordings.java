package iyagi.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The recordings that lie beside a story: the WAV files in {@code narration/<language>/} of its own
 * folder. Looks at names only. Any thread.
 */
public final class Recordings {
  /** In a story's folder. */
  static final String FOLDER = "narration";

  private static final int MOST_KNOWN = 4000;

  /** Check sums that were computed before, by everything that changes with a file. */
  private static final Map<String, String> KNOWN = new ConcurrentHashMap<>();

  private Recordings() {}

  /**
   * The recordings of a story in a language, in the order of their names.
   *
   * @param language as a tag: "ko"
   * @throws IOException if the folder cannot be read
   */
  public static List<Path> of(Edition edition, String language) throws IOException {
    Path story = edition.file().toAbsolutePath().normalize().getParent();
    boolean own =
        story != null
            && story.getFileName() != null
            && story.getFileName().toString().equals(edition.id());
    return own ? wavs(story.resolve(FOLDER).resolve(language)) : List.of();
  }

  /** Whether there is a place for recordings beside a story, in any language. */
  public static boolean any(Edition edition) {
    return Files.isDirectory(edition.file().toAbsolutePath().resolveSibling(FOLDER));
  }

  /** Of an edition whose name tells no language, all. */
  static List<Path> of(Edition edition) throws IOException {
    if (!edition.language().isEmpty()) {
      return of(edition, edition.language());
    }
    Path folder = edition.file().toAbsolutePath().resolveSibling(FOLDER);
    List<Path> all = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> languages = Files.list(folder)) {
        for (Path language : languages.sorted().toList()) {
          all.addAll(of(edition, language.getFileName().toString()));
        }
      }
    }
    return all;
  }

  private static List<Path> wavs(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Recordings::isWav).sorted().toList();
    }
  }

  static boolean isWav(Path file) {
    String name = file.getFileName().toString();
    return !name.startsWith(".")
        && name.toLowerCase(Locale.ROOT).endsWith(".wav")
        && Files.isRegularFile(file);
  }

  /**
   * The SHA-256 of a recording, in hexadecimal digits. A file is read once for as long as its size
   * and its time stay the same.
   *
   * @throws IOException if it cannot be read
   */
  public static String sha256(Path file) throws IOException {
    BasicFileAttributes now =
        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    String key =
        file.toAbsolutePath()
            + "|"
            + now.fileKey()
            + "|"
            + now.size()
            + "|"
            + now.lastModifiedTime();
    String known = KNOWN.get(key);
    if (known == null) {
      known = Sha256.of(file);
      if (KNOWN.size() > MOST_KNOWN) {
        KNOWN.clear();
      }
      KNOWN.put(key, known);
    }
    return known;
  }
}
