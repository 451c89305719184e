package iyagi.cli;

import iyagi.motion.Joint;
import iyagi.service.Desk;
import iyagi.settings.CalibrationFile;
import iyagi.settings.ProfileResult;
import iyagi.settings.RobotCalibration;
import iyagi.settings.RobotProfile;
import iyagi.settings.RobotProfiles;
import iyagi.words.Sentence;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the profile of the robot that a command is about to use. */
final class RobotAtHand {
  private static final Path MODEL = Path.of("/proc/device-tree/model");

  private RobotAtHand() {}

  /**
   * The profile of that name or in that file, with what was measured on this robot; what is wrong
   * is told. With a mistake in the profile there is none; a joint with a mistake in what was
   * measured is left out, as the make's own pulses may press it against something.
   *
   * @param words name, file, or "" for this machine's own: the owl on a Raspberry Pi, a simulated
   *     owl elsewhere
   */
  static Optional<RobotProfile> find(Desk desk, String words, PrintWriter err) {
    return make(desk, words, err).map(profile -> calibrated(desk, profile, Complaint.to(err)));
  }

  /** What was measured on a robot taken into its make; what is wrong with it is told. */
  static RobotProfile calibrated(Desk desk, RobotProfile make, Consumer<Sentence> tell) {
    CalibrationFile.Result measured = measured(desk, make);
    if (measured instanceof CalibrationFile.Result.Damaged damaged) {
      damaged.problems().forEach(tell);
      tell.accept(
          Sentence.of(
              "What was measured on this robot, {0}, has to be mended, or measured again with"
                  + " 'iyagi calibrate'. Until then these joints do not move: {1}.",
              desk.places().calibration(make.id()), keys(damaged.still())));
    }
    return measured.over(make);
  }

  /** What was measured on this robot. */
  static CalibrationFile.Result measured(Desk desk, RobotProfile make) {
    return CalibrationFile.read(desk.places().calibration(make.id()), make);
  }

  /** In a sentence, which joints were measured; empty if none were. */
  static Optional<Sentence> calibration(Desk desk, RobotProfile robot) {
    Set<Joint> joints =
        switch (measured(desk, robot)) {
          case CalibrationFile.Result.Read(RobotCalibration all) -> all.joints().keySet();
          case CalibrationFile.Result.Damaged damaged -> damaged.usable().joints().keySet();
          case CalibrationFile.Result.Uncalibrated _ -> Set.of();
        };
    return joints.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Sentence.of(
                "Calibrated on this robot: {0} ({1}).",
                keys(joints), desk.places().calibration(robot.id())));
  }

  private static String keys(Set<Joint> joints) {
    return joints.stream().sorted().map(Joint::key).collect(Collectors.joining(", "));
  }

  /** The profile of the make; what is wrong is told, and then there is none. */
  static Optional<RobotProfile> make(Desk desk, String words, PrintWriter err) {
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

  /** As {@link #make}, with what is wrong. */
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
