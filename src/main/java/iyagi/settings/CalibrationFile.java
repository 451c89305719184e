package iyagi.settings;

import iyagi.disk.Disk;
import iyagi.motion.Joint;
import iyagi.motion.JointProfile;
import iyagi.words.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What was measured on one robot ({@code calibration/owl.yaml} in its data folder). */
public final class CalibrationFile {
  private static final String HEAD =
      """
      # What 'iyagi calibrate' measured on this robot. It goes before the profile of its make; joints that are not here
      # are as that profile says. Pulses in microseconds, 500 to 2500. A joint with a mistake here is not moved.
      """;

  private CalibrationFile() {}

  /** What became of reading a calibration. */
  public sealed interface Result {
    /** The robot of that make as far as it may be moved. */
    RobotProfile over(RobotProfile make);

    /** Everything is in order. */
    record Read(RobotCalibration calibration) implements Result {
      @Override
      public RobotProfile over(RobotProfile make) {
        return calibration.over(make);
      }
    }

    /** Nothing has been measured; the make's profile says everything. */
    record Uncalibrated() implements Result {
      @Override
      public RobotProfile over(RobotProfile make) {
        return make;
      }
    }

    /**
     * Something has to be mended, or measured again.
     *
     * @param problems all of them, each "file:line: what, and what to do"
     * @param usable the joints that are in order
     * @param still the joints that must not be moved: the make's pulses may press them against
     *     something on this robot
     */
    record Damaged(List<Sentence> problems, RobotCalibration usable, Set<Joint> still)
        implements Result {
      /** Copies. */
      public Damaged {
        problems = List.copyOf(problems);
        still = Set.copyOf(still);
      }

      @Override
      public RobotProfile over(RobotProfile make) {
        return usable.over(
            make.with(make.joints().stream().filter(j -> !still.contains(j.joint())).toList()));
      }
    }
  }

  /**
   * Reads what was measured on a robot of that make; never throws because of what is in the file.
   * Where it is not clear which joint a mistake belongs to, none may be moved.
   */
  public static Result read(Path file, RobotProfile make) {
    if (Files.notExists(file)) {
      return new Result.Uncalibrated();
    }
    Problems problems = new Problems(String.valueOf(file.getFileName()));
    Map<Joint, JointCalibration> good = new EnumMap<>(Joint.class);
    Set<Joint> bad = EnumSet.noneOf(Joint.class);
    int placed =
        YamlFile.read(file, problems)
            .map(keys -> new Section("", 1, keys, problems))
            .map(keys -> joints(keys, make, good, bad, problems))
            .orElse(0);
    if (problems.count() == 0) {
      return new Result.Read(new RobotCalibration(good));
    }
    if (problems.count() > placed) {
      make.joints().forEach(joint -> bad.add(joint.joint()));
    }
    good.keySet().removeAll(bad);
    return new Result.Damaged(problems.inOrder(), new RobotCalibration(good), bad);
  }

  /** How many of the problems belong to a joint of this make. */
  private static int joints(
      Section file,
      RobotProfile make,
      Map<Joint, JointCalibration> good,
      Set<Joint> bad,
      Problems problems) {
    int placed = 0;
    Section joints = file.section("joints").orElse(null);
    if (joints != null) {
      for (JointProfile joint : make.joints()) {
        if (joints.has(joint.joint().key())) {
          int before = problems.count();
          joints
              .section(joint.joint().key())
              .flatMap(keys -> JointReader.measured(joint, keys, problems))
              .ifPresent(measured -> good.put(joint.joint(), measured));
          if (problems.count() > before) {
            bad.add(joint.joint());
            placed += problems.count() - before;
          }
        }
      }
      joints.finish(make.joints().stream().map(j -> j.joint().key()).toList());
    }
    file.finish();
    return placed;
  }

  /** The file that {@link #write} keeps what was there in. */
  public static Path old(Path file) {
    return file.resolveSibling(file.getFileName() + ".old");
  }

  /**
   * Writes a calibration, all of it or nothing, also when the plug is pulled meanwhile. What was
   * there is kept beside it.
   *
   * @throws IOException if that is not possible; then the file is as it was
   */
  public static void write(Path file, RobotCalibration calibration) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    if (Files.exists(file)) {
      // A copy: between two moves there would be no calibration, and the make's pulses would be
      // used.
      Disk.write(old(file), Files.readAllBytes(file));
    }
    Disk.write(file, text(calibration));
  }

  private static String text(RobotCalibration calibration) {
    if (calibration.joints().isEmpty()) {
      return HEAD + "joints: {}\n";
    }
    return calibration.joints().entrySet().stream()
        .map(joint -> text(joint.getKey(), joint.getValue()))
        .collect(Collectors.joining("", HEAD + "joints:\n", ""));
  }

  private static String text(Joint joint, JointCalibration measured) {
    return String.format(
        Locale.ROOT,
        """
          %s:
            min-pulse-us: %.0f
            max-pulse-us: %.0f
            rest-pulse-us: %.0f
            reversed: %b
            trim-us: %.0f
            lead-ms: %d
        """,
        joint.key(),
        measured.pulses().minPulseMicros(),
        measured.pulses().maxPulseMicros(),
        measured.restPulseMicros(),
        measured.pulses().reversed(),
        measured.pulses().trimMicros(),
        measured.lead().toMillis());
  }
}
