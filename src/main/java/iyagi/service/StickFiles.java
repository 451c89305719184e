package iyagi.service;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tinylog.Logger;

/**
 * Which files on plugged-in sticks may be stories, by their names: at the top of a stick, and in
 * its folders "stories" and "이야기". Links are not followed.
 *
 * @param sticks how many are plugged in
 * @param more whether there were more files than are listed
 * @param files at most {@link #MOST}, in order
 */
record StickFiles(int sticks, boolean more, List<Path> files) {
  /** Nobody looks through more on a page. */
  static final int MOST = 100;

  /** Somebody's whole music is not read through. */
  private static final int MOST_ENTRIES = 5_000;

  private static final List<String> FOLDERS = List.of("", "stories", "이야기");

  StickFiles {
    files = List.copyOf(files);
  }

  /**
   * Looks now.
   *
   * @param media the folder that has a folder for each stick; may be missing
   */
  static StickFiles in(Path media) {
    List<Path> sticks = folders(media);
    List<Path> files = new ArrayList<>();
    for (Path stick : sticks) {
      for (String folder : FOLDERS) {
        entries(stick.resolve(folder)).stream().filter(StickFiles::maybeStory).forEach(files::add);
      }
    }
    boolean more = files.size() > MOST;
    return new StickFiles(sticks.size(), more, files.subList(0, Math.min(MOST, files.size())));
  }

  private static List<Path> folders(Path media) {
    return entries(media).stream()
        .filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
        .toList();
  }

  private static boolean maybeStory(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return (name.endsWith(".md") || name.endsWith(".markdown") || name.endsWith(".zip"))
        && !name.startsWith("readme.")
        && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }

  /** What can be seen in a folder; nothing if it is none or was pulled out. */
  private static List<Path> entries(Path folder) {
    List<Path> entries = new ArrayList<>();
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return entries;
    }
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
      int seen = 0;
      for (Path entry : all) {
        if (++seen > MOST_ENTRIES) {
          break;
        }
        if (!entry.getFileName().toString().startsWith(".")) {
          entries.add(entry);
        }
      }
    } catch (IOException | DirectoryIteratorException gone) {
      Logger.debug(gone, "{} cannot be read", folder);
    }
    entries.sort(null);
    return entries;
  }
}
