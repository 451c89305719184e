package iyagi.library;

import iyagi.disk.Disk;
import iyagi.library.Removal.Why;
import iyagi.words.Sentence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Stories that were taken from a shelf and may be put back. They stay in its folder under hidden
 * names with a number that grows, so that what came last is known without a clock and after a
 * restart. To be used with the shelf's lock held, but for {@link #texts}.
 */
final class Asides {
  /** So many may be put back. */
  static final int MOST = 20;

  /** And so much room they may take; the latest one stays however large it is. */
  private static final long MOST_BYTES = 500_000_000;

  private static final Pattern NAME = Pattern.compile("\\.aside-(\\d{1,9})-(.+)");

  private final Path folder;
  private final Shelf.Rename rename;

  /** What was set aside together: a story's folder, its single file, or both. */
  private record Aside(int number, String id, Map<String, Path> places) {}

  Asides(Path folder, Shelf.Rename rename) {
    this.folder = folder;
    this.rename = rename;
  }

  private List<Aside> latestFirst() throws IOException {
    Map<Integer, Aside> all = new TreeMap<>(Comparator.reverseOrder());
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path place : entries.toList()) {
        Matcher name = NAME.matcher(place.getFileName().toString());
        if (name.matches()) {
          String id = name.group(2).replaceFirst("\\.md$", "");
          all.computeIfAbsent(
                  Integer.parseInt(name.group(1)), n -> new Aside(n, id, new TreeMap<>()))
              .places()
              .put(name.group(2), place);
        }
      }
    }
    return new ArrayList<>(all.values());
  }

  /** The texts of every story that can be put back, the latest first; each story once. */
  Map<String, List<Path>> texts() throws IOException {
    Map<String, List<Path>> texts = new LinkedHashMap<>();
    for (Aside aside : latestFirst()) {
      if (!texts.containsKey(aside.id())) {
        texts.put(aside.id(), texts(aside));
      }
    }
    return texts;
  }

  private static List<Path> texts(Aside aside) throws IOException {
    List<Path> texts = new ArrayList<>();
    for (Path place : aside.places().values()) {
      if (Files.isDirectory(place)) {
        Library.inFolder(place).forEach(edition -> texts.add(edition.file()));
      } else {
        texts.add(place);
      }
    }
    return texts;
  }

  Removal set(String id) throws IOException {
    List<Aside> before = latestFirst();
    int number = before.isEmpty() ? 1 : before.getFirst().number() + 1;
    boolean moved = false;
    for (String name : List.of(id, id + ".md")) {
      Path story = folder.resolve(name);
      if (Disk.exists(story) && story.getParent().equals(folder)) {
        rename.rename(story, folder.resolve(".aside-" + number + "-" + name));
        moved = true;
      }
    }
    Disk.force(folder);
    trim();
    return moved ? new Removal.Removed(id) : notHere(id);
  }

  Removal putBack(String id) throws IOException {
    List<Aside> all = latestFirst().stream().filter(aside -> aside.id().equals(id)).toList();
    if (all.isEmpty()) {
      return notHere(id);
    }
    Map<String, Path> places = all.getFirst().places();
    if (Disk.exists(folder.resolve(id)) || Disk.exists(folder.resolve(id + ".md"))) {
      return new Removal.Refused(
          Why.PLACE_TAKEN, Sentence.of("Another story '{0}' stands there by now.", id));
    }
    for (Map.Entry<String, Path> place : places.entrySet()) {
      rename.rename(place.getValue(), folder.resolve(place.getKey()));
    }
    Disk.force(folder);
    return new Removal.Removed(id);
  }

  private static Removal notHere(String id) {
    return new Removal.Refused(Why.NOT_HERE, Sentence.of("There is no story '{0}' any more.", id));
  }

  /** Lets the oldest go where there are too many or they are too large. */
  void trim() throws IOException {
    long bytes = 0;
    int kept = 0;
    for (Aside aside : latestFirst()) {
      bytes += bytes(aside);
      kept++;
      if (kept > 1 && (kept > MOST || bytes > MOST_BYTES)) {
        for (Path place : aside.places().values()) {
          Disk.remove(place);
        }
      }
    }
  }

  private static long bytes(Aside aside) throws IOException {
    long bytes = 0;
    for (Path place : aside.places().values()) {
      try (Stream<Path> files = Files.walk(place)) {
        bytes += files.mapToLong(file -> file.toFile().length()).sum();
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
    }
    return bytes;
  }
}
