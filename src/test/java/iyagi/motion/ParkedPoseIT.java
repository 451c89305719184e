package iyagi.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ParkedPoseIT {
  @TempDir private Path folder;
  private final List<JointProfile> owl = Owl.joints();

  private Path file() {
    return folder.resolve("parked/owl.txt");
  }

  private Pose written(String text) throws IOException {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), text);
    return new ParkedPose(file(), owl).read();
  }

  @Test
  void whatWasKeptIsReadAgain() throws IOException {
    new ParkedPose(file(), owl).keep(Pose.of(Map.of(Joint.LEFT_ARM, 90.0, Joint.HEAD_YAW, -20.0)));
    Pose read = new ParkedPose(file(), owl).read();
    assertEquals(90, read.degrees(Joint.LEFT_ARM, 0), 0.001);
    assertEquals(-20, read.degrees(Joint.HEAD_YAW, 0), 0.001);
    assertFalse(read.has(Joint.MOUTH));
    assertEquals(List.of("owl.txt"), List.of(file().getParent().toFile().list()));
  }

  @Test
  void theFirstPulseAfterAPowerCutIsTheLastOneBeforeItAlsoWithANewCalibration() throws IOException {
    new ParkedPose(file(), owl).keep(Pose.of(Map.of(Joint.LEFT_ARM, 90.0)));
    JointProfile arm =
        Owl.joint(
            Joint.LEFT_ARM,
            new Limits(0, 120, 0, 100, 400),
            new Calibration(1000, 2200, false, 0),
            Duration.ZERO);
    WatchedBus bus = new WatchedBus(List.of(arm));
    Body body = new Body(List.of(arm), bus, new ParkedPose(file(), List.of(arm)).read());
    body.move(Pose.NONE, 0.02);
    assertEquals(900 + 1200 * 90 / 120.0, bus.pulse(Joint.LEFT_ARM), 0.01);
  }

  @Test
  void withoutAFileEveryJointCountsAsAtRest() throws IOException {
    assertEquals(Pose.NONE, new ParkedPose(file(), owl).read());
  }

  @Test
  void whatCannotBeIsLeftOut() throws IOException {
    Pose pose =
        written(
            """
            left-arm 1500
            right-arm 899
            head-yaw 2101.0
            eyelids NaN
            mouth 1e3
            tail 1500
            waist 1500 1500
            head-roll
            """);
    assertEquals(60, pose.degrees(Joint.LEFT_ARM, 0), 1e-9);
    assertEquals(Pose.of(Map.of(Joint.LEFT_ARM, pose.degrees(Joint.LEFT_ARM, 0))), pose);
    assertEquals(Pose.NONE, written("\0\0\0\0"));
    assertEquals(Pose.NONE, written("left-arm 1500\n".repeat(1000)));
  }

  @Test
  void aFileThatCannotBeWrittenLeavesTheOldOne() throws IOException {
    ParkedPose parked = new ParkedPose(file(), owl);
    parked.keep(Pose.of(Map.of(Joint.LEFT_ARM, 90.0)));
    Files.createDirectories(file().resolveSibling("owl.txt.new"));
    assertThrows(IOException.class, () -> parked.keep(Pose.of(Map.of(Joint.LEFT_ARM, 10.0))));
    assertEquals(90, parked.read().degrees(Joint.LEFT_ARM, 0), 0.001);
  }
}
