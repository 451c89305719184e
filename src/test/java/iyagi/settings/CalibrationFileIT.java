package iyagi.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.motion.Calibration;
import iyagi.motion.Joint;
import iyagi.motion.JointProfile;
import iyagi.motion.Limits;
import iyagi.words.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was measured on a robot: kept, read again, and what mistakes in it lead to. */
final class CalibrationFileIT {
  private static final RobotProfile OWL =
      ((ProfileResult.Read) RobotProfiles.read(Path.of("firmware-config/robots/owl.yaml")))
          .profile();

  private static final String MOUTH =
      """
        mouth:
          min-pulse-us: 1300
          max-pulse-us: 1500
          rest-pulse-us: 1310
          lead-ms: 70
      """;

  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("calibration").resolve("owl.yaml");
  }

  private CalibrationFile.Result read(String text) throws IOException {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), text);
    return CalibrationFile.read(file(), OWL);
  }

  private CalibrationFile.Result.Damaged damaged(String text) throws IOException {
    return assertInstanceOf(CalibrationFile.Result.Damaged.class, read(text));
  }

  private static JointProfile joint(RobotProfile robot, Joint joint) {
    return robot.joints().stream().filter(j -> j.joint() == joint).findFirst().orElseThrow();
  }

  private static Set<Joint> joints(RobotProfile robot) {
    return robot.joints().stream().map(JointProfile::joint).collect(Collectors.toSet());
  }

  @Test
  void whatIsKeptIsReadAgainAndWhatWasThereBeforeLiesBesideIt() throws IOException {
    RobotCalibration first =
        new RobotCalibration(
            Map.of(
                Joint.MOUTH,
                new JointCalibration(
                    new Calibration(1300, 1500, true, -12), 1310, Duration.ofMillis(70)),
                Joint.WAIST,
                new JointCalibration(new Calibration(500, 1100, false, 0), 800, Duration.ZERO)));
    CalibrationFile.write(file(), first);
    assertEquals(new CalibrationFile.Result.Read(first), CalibrationFile.read(file(), OWL));
    CalibrationFile.write(file(), RobotCalibration.NONE);
    assertEquals(
        new CalibrationFile.Result.Read(RobotCalibration.NONE), CalibrationFile.read(file(), OWL));
    assertEquals(
        new CalibrationFile.Result.Read(first),
        CalibrationFile.read(CalibrationFile.old(file()), OWL));
    try (var files = Files.list(file().getParent())) {
      assertEquals(2, files.count());
    }
  }

  @Test
  void nothingMeasuredIsNoMistake() {
    CalibrationFile.Result none = CalibrationFile.read(file(), OWL);
    assertEquals(new CalibrationFile.Result.Uncalibrated(), none);
    assertEquals(OWL, none.over(OWL));
  }

  @Test
  void aMeasuredJointHasItsPulsesRestAndLeadAndTheOthersStayAsTheyAre() throws IOException {
    RobotProfile robot = read("joints:\n" + MOUTH).over(OWL);
    JointProfile mouth = joint(robot, Joint.MOUTH);
    assertEquals(1310, mouth.pulse(mouth.limits().restDegrees()), 1e-9);
    assertEquals(1300, mouth.pulse(mouth.limits().minDegrees()), 1e-9);
    assertEquals(1500, mouth.pulse(mouth.limits().maxDegrees()), 1e-9);
    assertEquals(Duration.ofMillis(70), mouth.lead());
    assertEquals(joint(OWL, Joint.WAIST), joint(robot, Joint.WAIST));
    assertEquals(OWL.joints().size(), robot.joints().size());
  }

  /** In µs a second and µs a second squared, which is what a servo turns by. */
  @Test
  void noCalibrationMakesAServoFasterThanItsMake() {
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < 2000; i++) {
      JointProfile make = OWL.joints().get(random.nextInt(OWL.joints().size()));
      double low = 500 + random.nextInt(1900);
      double high = low + 50 + random.nextInt((int) (2500 - low - 49));
      if (high - low <= JointCalibration.widestMicros(make)) {
        JointProfile own =
            new JointCalibration(
                    new Calibration(low, high, random.nextBoolean(), 0), low, Duration.ZERO)
                .over(make);
        assertTrue(
            perSecond(own, own.limits().maxSpeed())
                <= perSecond(make, make.limits().maxSpeed()) + 1e-6);
        assertTrue(
            perSecond(own, own.limits().maxAcceleration())
                <= perSecond(make, make.limits().maxAcceleration()) + 1e-6);
        assertTrue(own.limits().maxSpeed() <= make.limits().maxSpeed());
      }
    }
  }

  private static double perSecond(JointProfile joint, double degrees) {
    return degrees
        * (joint.calibration().maxPulseMicros() - joint.calibration().minPulseMicros())
        / (joint.limits().maxDegrees() - joint.limits().minDegrees());
  }

  @Test
  void aJointWithAMistakeIsLeftOutAndTheOthersAreUsed() throws IOException {
    CalibrationFile.Result.Damaged result =
        damaged(
            "joints:\n"
                + MOUTH
                + """
                  waist:
                    min-pulse-us: 1800
                    max-pulse-us: 1200
                    rest-pulse-us: 1500
                    lead-ms: 80
                  left-arm:
                    min-pulse-us: 400
                    max-pulse-us: 2600
                    rest-pulse-us: 3000
                    lead-ms: 999
                    speed: 9000
                """);
    assertEquals(
        List.of(
            "owl.yaml:8: joints.waist.min-pulse-us = 1800.0 µs is not at least 50 µs below"
                + " max-pulse-us = 1200.0 µs; for a servo that turns the other way write"
                + " 'reversed: true'",
            "owl.yaml:13: joints.left-arm.min-pulse-us = 400 µs is outside 500..2500 µs",
            "owl.yaml:14: joints.left-arm.max-pulse-us = 2600 µs is outside 500..2500 µs",
            "owl.yaml:16: joints.left-arm.lead-ms = 999 ms is outside 0..300 ms",
            "owl.yaml:17: joints.left-arm.speed is no key here; allowed are lead-ms, max-pulse-us,"
                + " min-pulse-us, rest-pulse-us, reversed, trim-us"),
        result.problems().stream().map(Sentence::toString).toList());
    assertEquals(EnumSet.of(Joint.WAIST, Joint.LEFT_ARM), EnumSet.copyOf(result.still()));
    Set<Joint> moved = joints(result.over(OWL));
    assertFalse(moved.contains(Joint.WAIST) || moved.contains(Joint.LEFT_ARM));
    assertEquals(OWL.joints().size() - 2, moved.size());
    assertEquals(70, joint(result.over(OWL), Joint.MOUTH).lead().toMillis());
  }

  @Test
  void aRestOutsideOfWhatTheTrimLeavesIsAMistake() throws IOException {
    assertEquals(
        List.of("owl.yaml:5: joints.mouth.rest-pulse-us = 1310 µs is outside 1320..1500 µs"),
        damaged("joints:\n" + MOUTH + "    trim-us: 20\n").problems().stream()
            .map(Sentence::toString)
            .toList());
  }

  @Test
  void aRangeInWhichTheJointWouldHaveToBeTooSlowIsAMistake() throws IOException {
    RobotProfile slow =
        OWL.with(
            List.of(
                new JointProfile(
                    Joint.WAIST,
                    7,
                    new Limits(-30, 30, 0, 6, 200),
                    new Calibration(1183, 1817, false, 0),
                    Duration.ZERO,
                    Duration.ZERO,
                    90)));
    Files.createDirectories(file().getParent());
    Files.writeString(
        file(),
        """
        joints:
          waist:
            min-pulse-us: 1000
            max-pulse-us: 1800
            rest-pulse-us: 1400
            lead-ms: 80
        """);
    assertEquals(
        List.of(
            "owl.yaml:4: joints.waist.max-pulse-us is 800 µs above min-pulse-us; with the speed of"
                + " the robot's profile at most 760 µs are allowed"),
        ((CalibrationFile.Result.Damaged) CalibrationFile.read(file(), slow))
            .problems().stream().map(Sentence::toString).toList());
  }

  @Test
  void aMistakeThatMayBelongToAnyJointKeepsAllStill() throws IOException {
    for (String text :
        List.of(
            "",
            "joints",
            "joints: [1]\n",
            "{{{{",
            "joint:\n" + MOUTH,
            "joints:\n" + MOUTH + MOUTH,
            "joints:\n" + MOUTH + "  moth:\n    lead-ms: 1\n",
            "joints:\n" + MOUTH + "made: up\n")) {
      CalibrationFile.Result.Damaged result = damaged(text);
      assertTrue(result.over(OWL).joints().isEmpty(), text);
      assertTrue(
          result.problems().getFirst().toString().startsWith("owl.yaml"),
          result.problems().toString());
    }
    Files.write(file(), new byte[] {(byte) 0xff, 0, 1});
    assertTrue(CalibrationFile.read(file(), OWL).over(OWL).joints().isEmpty());
  }

  @Test
  void garbageNeverMovesMoreThanTheMakeAllows() throws IOException {
    SplittableRandom random = new SplittableRandom(25);
    String good = "joints:\n" + MOUTH;
    for (int i = 0; i < 500; i++) {
      StringBuilder text = new StringBuilder(good);
      for (int n = 1 + random.nextInt(4); n > 0; n--) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.deleteCharAt(at);
          case 1 -> text.insert(at, (char) (32 + random.nextInt(96)));
          default -> text.setCharAt(at, (char) ('0' + random.nextInt(10)));
        }
      }
      for (JointProfile joint : read(text.toString()).over(OWL).joints()) {
        JointProfile make = joint(OWL, joint.joint());
        assertTrue(joint.limits().maxSpeed() <= make.limits().maxSpeed());
        assertTrue(
            joint.calibration().minPulseMicros() >= 500
                && joint.calibration().maxPulseMicros() <= 2500);
      }
    }
  }

  @Test
  void aCalibrationThatCannotBeIsRefused() {
    Calibration pulses = new Calibration(1000, 2000, false, 0);
    assertThrows(
        IllegalArgumentException.class, () -> new JointCalibration(pulses, 999, Duration.ZERO));
    assertThrows(
        IllegalArgumentException.class,
        () -> new JointCalibration(pulses, 1500, Duration.ofMillis(301)));
    assertThrows(
        IllegalArgumentException.class,
        () -> new JointCalibration(new Calibration(450, 2000, false, 0), 1500, Duration.ZERO));
  }
}
