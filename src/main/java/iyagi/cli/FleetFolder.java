package iyagi.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where virtual robots have their memories: a folder that somebody chose, or one for this time. */
final class FleetFolder implements AutoCloseable {
  private final Path path;
  private final boolean scratch;

  private FleetFolder(Path path, boolean scratch) {
    this.path = path;
    this.scratch = scratch;
  }

  /**
   * A folder, made if it is not there.
   *
   * @param chosen empty for one that is deleted afterwards
   * @param name what the robots' names begin with
   * @throws Refused if it holds anything but such robots
   */
  static FleetFolder open(Optional<Path> chosen, String name) {
    try {
      if (chosen.isEmpty()) {
        return new FleetFolder(Files.createTempDirectory("iyagi-fleet"), true);
      }
      Files.createDirectories(chosen.get());
      refuseStrangers(chosen.get(), name);
      return new FleetFolder(chosen.get(), false);
    } catch (IOException e) {
      throw new Refused(
          chosen.map(folder -> "--folder " + folder).orElse("A folder for the robots' memories")
              + " cannot be made or read: "
              + e.getMessage()
              + ". Choose another one with --folder");
    }
  }

  private static void refuseStrangers(Path folder, String name) throws IOException {
    Pattern robot = Pattern.compile(Pattern.quote(name) + "-[0-9]{5}");
    try (Stream<Path> all = Files.list(folder)) {
      all.map(each -> each.getFileName().toString())
          .filter(each -> !robot.matcher(each).matches())
          .sorted()
          .findFirst()
          .ifPresent(
              stranger -> {
                throw new Refused(
                    "--folder "
                        + folder
                        + " is not empty: '"
                        + stranger
                        + "' is no robot of the fleet '"
                        + name
                        + "'. Give an empty folder, or that of this fleet's last run");
              });
    }
  }

  Path path() {
    return path;
  }

  /** Whether it goes when it is closed. */
  boolean scratch() {
    return scratch;
  }

  @Override
  public void close() {
    if (!scratch) {
      return;
    }
    try (Stream<Path> all = Files.walk(path)) {
      List<Path> files = all.sorted(Comparator.reverseOrder()).toList();
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    } catch (IOException left) {
      System.err.println("The folder " + path + " is left over and may be deleted.");
    }
  }

  /** Thrown when a folder is not used; the message says why. */
  static final class Refused extends RuntimeException {
    Refused(String message) {
      super(message);
    }
  }
}
