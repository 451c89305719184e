package iyagi.library;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A story in one language, as it lies on the shelf.
 *
 * @param id of the story: "bear"
 * @param language as its file name says: "ko"; "" where the name says nothing
 * @param file that holds it
 */
public record Edition(String id, String language, Path file) {
  /** As a person names it: "bear.ko", or "bear" where the file name tells no language. */
  public String name() {
    return language.isEmpty() ? id : id + "." + language;
  }

  /**
   * What is in this edition, as one number: the SHA-256 of the list that {@code sha256sum
   * story.ko.md sounds/*.wav narration/ko/*.wav} prints in the story's folder (GNU coreutils, names
   * in the order of their UTF-8 bytes). Two robots with the same number read the same words with
   * the same sounds and recordings.
   *
   * @return 64 hexadecimal digits, small letters
   * @throws IOException if a file cannot be read
   */
  public String sha256() throws IOException {
    StringBuilder list = new StringBuilder();
    list.append(line(file, file.getFileName().toString()));
    for (Path sound : sounds()) {
      list.append(line(sound, "sounds/" + sound.getFileName()));
    }
    for (Path recording : Recordings.of(this)) {
      String folder = recording.getParent().getFileName().toString();
      String name = Recordings.FOLDER + "/" + folder + "/" + recording.getFileName();
      list.append(Recordings.sha256(recording)).append("  ").append(name).append('\n');
    }
    return Sha256.of(list.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String line(Path file, String name) throws IOException {
    return Sha256.of(file) + "  " + name + "\n";
  }

  private List<Path> sounds() throws IOException {
    Path folder = file.toAbsolutePath().resolveSibling("sounds");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Path> sounds = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      files.filter(Edition::isSound).forEach(sounds::add);
    }
    // Paths of one folder compare by their bytes.
    sounds.sort(null);
    return sounds;
  }

  private static boolean isSound(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".wav") && Files.isRegularFile(file);
  }
}
