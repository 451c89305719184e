package iyagi.service;

import iyagi.library.Edition;
import iyagi.library.ReadWords;
import iyagi.story.ReadResult;
import iyagi.story.Story;
import iyagi.story.StoryReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A story with all that belongs to it, to be packed.
 *
 * @param id of the story
 * @param editions in every language that it has
 */
public record Bundle(String id, List<Edition> editions) {
  /** Copies the editions. */
  public Bundle {
    editions = List.copyOf(editions);
  }

  /** The story of that id on the shelves; without editions if there is none. */
  public static Bundle of(Desk desk, String id) {
    return new Bundle(
        id, desk.library().editions().stream().filter(e -> e.id().equals(id)).toList());
  }

  /** The language of an edition; "" if neither its file's name nor its text says it. */
  static String language(Edition edition) {
    if (!edition.language().isEmpty()) {
      return edition.language();
    }
    return new StoryReader(Names.vocabulary()).read(edition.file())
            instanceof ReadResult.Read(Story story, _)
        ? story.language().toLanguageTag()
        : "";
  }

  /** The edition that a text in that language would replace. */
  List<Edition> in(String language) {
    return editions.stream()
        .filter(e -> language(e).isEmpty() || language(e).equals(language))
        .toList();
  }

  /** The names of the story's own sounds. */
  Set<String> sounds() throws IOException {
    Set<String> names = new TreeSet<>();
    for (Path file : beside()) {
      String name = file.getFileName().toString();
      if (file.getParent().endsWith("sounds") && name.endsWith(".wav")) {
        names.add(name.substring(0, name.length() - ".wav".length()));
      }
    }
    return names;
  }

  /** Sounds, recordings, a cover: everything in the story's own folder but its texts. */
  public List<Path> beside() throws IOException {
    if (editions.isEmpty() || !own(folder())) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder())) {
      return all.filter(Files::isRegularFile)
          .filter(f -> !f.getFileName().toString().startsWith("."))
          .filter(f -> !f.getFileName().toString().endsWith(".md"))
          .filter(f -> !f.getFileName().toString().endsWith(".part"))
          .sorted()
          .toList();
    }
  }

  private Path folder() {
    return editions.getFirst().file().toAbsolutePath().normalize().getParent();
  }

  /** Stories that are one file share their folder with others. */
  private boolean own(Path folder) {
    return folder.getFileName() != null && folder.getFileName().toString().equals(id);
  }

  /** Packs it as it is. */
  public void pack(OutputStream to) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(to)) {
      texts(zip, List.of());
      others(zip);
    }
  }

  /** Packs it with another text in that language. */
  void pack(OutputStream to, String language, Path text) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(to)) {
      add(zip, "story." + language + ".md", text);
      texts(zip, in(language));
      others(zip);
    }
  }

  private void texts(ZipOutputStream zip, List<Edition> without) throws IOException {
    List<Edition> kept = new ArrayList<>(editions);
    kept.removeAll(without);
    for (Edition edition : kept) {
      String language = language(edition);
      String name = language.isEmpty() ? "story.md" : "story." + language + ".md";
      add(zip, name, edition.file());
    }
  }

  private void others(ZipOutputStream zip) throws IOException {
    for (Path file : beside()) {
      if (!isNote(file)) {
        add(zip, folder().relativize(file).toString(), file);
      }
    }
    for (var notes : notes().entrySet()) {
      Path file = notes.getKey().resolve(ReadWords.FILE);
      zip.putNextEntry(new ZipEntry(id + "/" + folder().relativize(file)));
      zip.write(notes.getValue().text().getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
  }

  private static boolean isNote(Path file) {
    return file.getFileName().toString().equals(ReadWords.FILE);
  }

  /** For which words its recordings were read, by their folder, those that nobody has noted too. */
  private Map<Path, ReadWords> notes() throws IOException {
    Map<Path, ReadWords> notes = new TreeMap<>();
    for (Path file : beside()) {
      if (isNote(file)) {
        notes.put(file.getParent(), ReadWords.in(file.getParent()));
      }
    }
    for (Edition edition : editions) {
      for (var unnoted : Noting.unnoted(edition).entrySet()) {
        ReadWords words = notes.getOrDefault(unnoted.getKey(), ReadWords.in(unnoted.getKey()));
        for (var each : unnoted.getValue().entrySet()) {
          words = words.with(each.getKey(), each.getValue());
        }
        notes.put(unnoted.getKey(), words);
      }
    }
    return notes;
  }

  private void add(ZipOutputStream zip, String name, Path file) throws IOException {
    zip.putNextEntry(new ZipEntry(id + "/" + name));
    Files.copy(file, zip);
    zip.closeEntry();
  }
}
