package iyagi.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.library.Library;
import iyagi.service.Desk;
import iyagi.service.FailingParts;
import iyagi.service.Places;
import iyagi.service.Possession;
import iyagi.service.TestPost;
import iyagi.speech.HummingEngine;
import iyagi.time.NanoClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The whole command, typed through standard input. */
@Isolated("standard input")
final class CalibrateCommandIT {
  @TempDir private Path folder;
  private final FailingParts parts = new FailingParts();
  private String out;
  private String err;

  private Path calibration() {
    return folder.resolve("data/calibration/simulated.yaml");
  }

  private int run(String typed, String... args) {
    StringWriter said = new StringWriter();
    StringWriter complained = new StringWriter();
    Places places =
        new Places(
            folder.resolve("stories"),
            Path.of("firmware-config/robots"),
            folder.resolve("data"),
            folder.resolve("iyagi.yaml"));
    Desk desk =
        new Desk(
            places,
            new Library(places.stories()),
            new HummingEngine(),
            parts,
            NanoClock.system(),
            new TestPost());
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)));
    try {
      int code = Cli.run(desk, new PrintWriter(said), new PrintWriter(complained), args);
      out = said.toString();
      err = complained.toString();
      return code;
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void aWholeSessionIsTypedAndUsedByWhatComesAfter() throws IOException {
    String session =
        "help\n\n+\nnonsense\nlead 95\nnext\nreverse\nwaist\ntrim 20\nshow\nsave\nquit\n";
    assertEquals(
        0, run(session, "calibrate", "--robot", "simulated", "--language", "en"), () -> err);
    assertTrue(out.startsWith("Simulated owl: simulated servos."), out);
    assertTrue(out.contains("mouth is powered at 1368 µs."), out);
    assertTrue(out.contains("'nonsense' is not understood; nothing moves."), out);
    assertTrue(out.contains("Saved in " + calibration()), out);
    String written = Files.readString(calibration());
    assertTrue(written.contains("lead-ms: 95") && written.contains("trim-us: 20"), written);

    assertEquals(0, run("quit\n", "calibrate", "--robot", "simulated", "--language", "ko"));
    assertTrue(out.contains("앞당김 95 ms (잰 값)"), out);
  }

  @Test
  void nothingIsKeptWhereTheInputEnds() {
    assertEquals(0, run("\nlead 95\n", "calibrate", "--robot", "simulated"));
    assertFalse(Files.exists(calibration()));
  }

  @Test
  void aDamagedCalibrationIsToldAndItsJointStaysStill() throws IOException {
    Files.createDirectories(calibration().getParent());
    Files.writeString(calibration(), "joints:\n  mouth:\n    min-pulse-us: 1700\n");
    Files.createDirectories(folder.resolve("stories"));
    Path tale =
        Files.writeString(
            folder.resolve("stories/tale.md"),
            "# Tale\n\n##\nOne.\n\n* License: CC BY 4.0\n* Language: en\n");
    assertEquals(0, run("", "read", tale.toString(), "--robot", "simulated"), () -> err);
    assertTrue(
        err.contains("simulated.yaml:2: joints.mouth.max-pulse-us is missing; allowed is"), err);
    assertTrue(
        err.contains(
            "measured again with 'iyagi calibrate'. Until then these joints do not move: mouth."),
        err);
    assertTrue(out.contains("Read to the end."), out);
  }

  @Test
  void theLoudnessIsMeasuredAndKept() throws IOException {
    String typed = "\n45\n\n55.5\n\n64\n\n75\nsave\nquit\n";
    assertEquals(
        0, run(typed, "calibrate", "loudness", "--robot", "lamp", "--language", "en"), () -> err);
    assertTrue(out.contains("louder steps are not played"), out);
    assertTrue(
        Files.readString(folder.resolve("data/loudness.yaml"))
            .endsWith("loudness:\n  20: 45.0\n  40: 55.5\n  60: 64.0\n  80: 75.0\n"));
  }

  @Test
  void saysSoWhereNothingCanBeMeasured() throws Exception {
    assertEquals(1, run("", "calibrate", "--robot", "lamp"));
    assertTrue(err.contains("this robot has no joint to be measured"), err);
    parts.noServos = true;
    assertEquals(1, run("", "calibrate", "--robot", "simulated"));
    assertTrue(err.contains("does not answer; check its plug; nothing can be measured"), err);
    try (Possession _ = Possession.take(folder.resolve("data"))) {
      assertEquals(1, run("", "calibrate", "--robot", "owl"));
    }
    assertTrue(err.contains("The robot is in use by another program"), err);
  }
}
