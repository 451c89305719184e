package iyagi.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The stories in a folder: {@code <id>/story.<language>.md} and {@code <id>.md}. Looks at names
 * only; what is in a file the story reader says.
 */
public final class Library {
  private static final Pattern IN_FOLDER =
      Pattern.compile("story(?:\\.([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*))?\\.md");
  private static final Comparator<Edition> ORDER =
      Comparator.comparing(Edition::id).thenComparing(Edition::language);

  private final Path folder;

  /** The library in a folder; one that is not there is empty. */
  public Library(Path folder) {
    this.folder = folder;
  }

  /** Where the stories lie. */
  public Path folder() {
    return folder;
  }

  /**
   * Every story in every language, by id and language.
   *
   * @throws UncheckedIOException if the folder cannot be read
   */
  public List<Edition> editions() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Edition> editions = new ArrayList<>();
    for (Path entry : entries(folder)) {
      String name = entry.getFileName().toString();
      if (Files.isDirectory(entry)) {
        editions.addAll(inFolder(entry));
      } else if (name.endsWith(".md")) {
        editions.add(new Edition(name.substring(0, name.length() - 3), "", entry));
      }
    }
    return editions.stream().sorted(ORDER).toList();
  }

  private static List<Edition> inFolder(Path story) {
    List<Edition> editions = new ArrayList<>();
    for (Path file : entries(story)) {
      Matcher name = IN_FOLDER.matcher(file.getFileName().toString());
      if (name.matches() && Files.isRegularFile(file)) {
        String language = name.group(1) == null ? "" : name.group(1);
        editions.add(new Edition(story.getFileName().toString(), language, file));
      }
    }
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
    boolean shelved = !path.isAbsolute() && Files.isDirectory(folder.resolve(path));
    if (Files.isDirectory(path) && !shelved) {
      Path story = path.toAbsolutePath().normalize();
      List<Edition> here = inFolder(story).stream().sorted(ORDER).toList();
      return here.isEmpty() ? new Library(story).editions() : here;
    }
    return editions().stream().filter(e -> e.id().equals(words) || e.name().equals(words)).toList();
  }

  private static Edition fromFile(Path file) {
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

  private static List<Path> entries(Path folder) {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      List<Path> all = new ArrayList<>();
      entries.forEach(all::add);
      return all;
    } catch (DirectoryIteratorException e) {
      throw new UncheckedIOException(e.getCause());
    } catch (IOException e) {
      throw new UncheckedIOException("the folder " + folder + " cannot be read", e);
    }
  }
}
