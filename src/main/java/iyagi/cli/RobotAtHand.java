package iyagi.cli;

import iyagi.service.Desk;
import iyagi.settings.ProfileResult;
import iyagi.settings.RobotProfile;
import iyagi.settings.RobotProfiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the profile of the robot that a command is about to use. */
final class RobotAtHand {
  private static final Path MODEL = Path.of("/proc/device-tree/model");

  private RobotAtHand() {}

  /**
   * The profile of that name or in that file; what is wrong is told, and then there is none.
   *
   * @param words name, file, or "" for this machine's own: the owl on a Raspberry Pi, a simulated
   *     owl elsewhere
   */
  static Optional<RobotProfile> find(Desk desk, String words, PrintWriter err) {
    return switch (read(desk, words)) {
      case ProfileResult.Read(RobotProfile profile) -> Optional.of(profile);
      case ProfileResult.Rejected(List<String> problems) -> {
        problems.forEach(err::println);
        if (file(desk, words).isPresent()) {
          err.println("The robot's profile has to be mended before anything moves.");
        }
        err.flush();
        yield Optional.empty();
      }
    };
  }

  /** As {@link #find}, with what is wrong. */
  static ProfileResult read(Desk desk, String words) {
    return file(desk, words)
        .map(RobotProfiles::read)
        .orElseGet(
            () ->
                new ProfileResult.Rejected(
                    List.of(
                        "There is no robot '"
                            + name(words)
                            + "'. These are: "
                            + String.join(", ", known(desk))
                            + ".")));
  }

  private static Optional<Path> file(Desk desk, String words) {
    return Stream.of(Path.of(name(words)), desk.places().robots().resolve(name(words) + ".yaml"))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  private static String name(String words) {
    return words.isEmpty() ? (onRaspberryPi() ? "owl" : "simulated") : words;
  }

  private static boolean onRaspberryPi() {
    try {
      return Files.exists(MODEL) && Files.readString(MODEL).startsWith("Raspberry Pi");
    } catch (IOException e) {
      return false;
    }
  }

  private static List<String> known(Desk desk) {
    try (Stream<Path> files = Files.list(desk.places().robots())) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(f -> f.endsWith(".yaml"))
          .map(f -> f.substring(0, f.length() - 5))
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of("none: the folder " + desk.places().robots() + " cannot be read");
    }
  }
}
