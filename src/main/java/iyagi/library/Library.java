package iyagi.library;

import iyagi.words.Sentence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The stories in one or more folders: {@code <id>/story.<language>.md} and {@code <id>.md}. Looks
 * at names only; what is in a file the story reader says. A story hides those of the same id in
 * later folders, in all their languages. Names that begin with a dot are not looked at.
 */
public final class Library {
  private static final Pattern IN_FOLDER =
      Pattern.compile("story(?:\\.([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*))?\\.md");
  private static final Comparator<Edition> ORDER =
      Comparator.comparing(Edition::id).thenComparing(Edition::language);

  private final Optional<Shelf> added;
  private final List<Path> folders;

  /** The library in a folder that is only read; one that is not there is empty. */
  public Library(Path folder) {
    this.added = Optional.empty();
    this.folders = List.of(folder);
  }

  /**
   * A library in several folders, any of which may be missing.
   *
   * @param folders first the one of the stories that were added, which may be removed; then those
   *     that came with the robot, which are only read
   */
  public Library(List<Path> folders) {
    this.added = Optional.of(new Shelf(folders.getFirst()));
    this.folders = List.copyOf(folders);
  }

  /** Where the stories lie; earlier folders hide later ones. Never empty. */
  public List<Path> folders() {
    return folders;
  }

  /**
   * Every story in every language, by id and language.
   *
   * @throws UncheckedIOException if a folder cannot be read
   */
  public List<Edition> editions() {
    Map<String, List<Edition>> stories = new TreeMap<>();
    for (Path folder : folders) {
      Map<String, List<Edition>> here =
          in(folder).stream().collect(Collectors.groupingBy(Edition::id));
      here.forEach(stories::putIfAbsent);
    }
    return stories.values().stream().flatMap(List::stream).sorted(ORDER).toList();
  }

  /**
   * Removes a story in all its languages, if it was added.
   *
   * @throws UncheckedIOException if a folder cannot be read
   */
  public Removal remove(String id) {
    return removable(id) ? added.orElseThrow().remove(id) : stays(id);
  }

  /**
   * Removes a story as {@link #remove} does, but so that it can be put back for a while: until many
   * others have been removed after it.
   *
   * @throws UncheckedIOException if a folder cannot be read
   */
  public Removal setAside(String id) {
    return removable(id) ? added.orElseThrow().setAside(id) : stays(id);
  }

  /**
   * What can be put back, by the id of the story, the latest first: its texts, by language.
   *
   * @throws UncheckedIOException if the folder cannot be read
   */
  public Map<String, List<Path>> aside() {
    return added.isPresent() ? added.get().aside() : Map.of();
  }

  /** Puts a story back that was set aside. */
  public Removal putBack(String id) {
    return added.isPresent() ? added.get().putBack(id) : stays(id);
  }

  private boolean removable(String id) {
    return added.isPresent() && holds(folders.getFirst(), id);
  }

  private Removal stays(String id) {
    return folders.stream().anyMatch(folder -> holds(folder, id))
        ? new Removal.Refused(
            Removal.Why.CAME_WITH_ROBOT,
            Sentence.of(
                "The story '{0}' came with the robot and stays; only stories that were added can be"
                    + " removed.",
                id))
        : new Removal.Refused(
            Removal.Why.NOT_HERE, Sentence.of("There is no story '{0}' to remove.", id));
  }

  private static boolean holds(Path folder, String id) {
    return in(folder).stream().anyMatch(edition -> edition.id().equals(id));
  }

  private static List<Edition> in(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try {
      List<Edition> editions = new ArrayList<>();
      for (Path entry : entries(folder)) {
        String name = entry.getFileName().toString();
        if (Files.isDirectory(entry)) {
          editions.addAll(inFolder(entry));
        } else if (name.endsWith(".md")) {
          editions.add(new Edition(name.substring(0, name.length() - 3), "", entry));
        }
      }
      return editions;
    } catch (IOException e) {
      throw new UncheckedIOException("the folder " + folder + " cannot be read", e);
    }
  }

  /** The editions in a story's own folder, by language; none if it was removed meanwhile. */
  static List<Edition> inFolder(Path story) throws IOException {
    List<Edition> editions = new ArrayList<>();
    for (Path file : entries(story)) {
      Matcher name = IN_FOLDER.matcher(file.getFileName().toString());
      if (name.matches() && Files.isRegularFile(file)) {
        String language = name.group(1) == null ? "" : name.group(1);
        editions.add(new Edition(story.getFileName().toString(), language, file));
      }
    }
    editions.sort(ORDER);
    return editions;
  }

  /**
   * What a person means by a word: a story's file, a folder with a story in it, or the name of a
   * story in this library ("bear", "bear.ko").
   *
   * @return the editions meant; empty if there is nothing of that name
   */
  public List<Edition> named(String words) {
    Path path = Path.of(words);
    if (Files.isRegularFile(path)) {
      return List.of(fromFile(path.toAbsolutePath().normalize()));
    }
    boolean shelved = !path.isAbsolute() && folders.stream().anyMatch(f -> isFolder(f, path));
    if (Files.isDirectory(path) && !shelved) {
      return elsewhere(path.toAbsolutePath().normalize());
    }
    return editions().stream().filter(e -> e.id().equals(words) || e.name().equals(words)).toList();
  }

  private static boolean isFolder(Path folder, Path name) {
    return Files.isDirectory(folder.resolve(name));
  }

  private static List<Edition> elsewhere(Path story) {
    try {
      List<Edition> here = inFolder(story);
      return here.isEmpty() ? new Library(story).editions() : here;
    } catch (IOException e) {
      throw new UncheckedIOException("the folder " + story + " cannot be read", e);
    }
  }

  /** The edition that a file is, wherever it lies. */
  public static Edition fromFile(Path file) {
    Matcher inFolder = IN_FOLDER.matcher(file.getFileName().toString());
    Path parent = file.getParent();
    if (inFolder.matches() && parent != null && parent.getFileName() != null) {
      String language = inFolder.group(1) == null ? "" : inFolder.group(1);
      return new Edition(parent.getFileName().toString(), language, file);
    }
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return new Edition(dot > 0 ? name.substring(0, dot) : name, "", file);
  }

  private static List<Path> entries(Path folder) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      List<Path> all = new ArrayList<>();
      entries.forEach(
          entry -> {
            if (!entry.getFileName().toString().startsWith(".")) {
              all.add(entry);
            }
          });
      return all;
    } catch (NoSuchFileException removedMeanwhile) {
      return List.of();
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }
}
