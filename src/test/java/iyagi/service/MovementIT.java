package iyagi.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.audio.sim.SilentSink;
import iyagi.library.Library;
import iyagi.light.FlashLimit;
import iyagi.light.sim.SimLamps;
import iyagi.performance.Player;
import iyagi.settings.ProfileResult;
import iyagi.settings.RobotProfile;
import iyagi.settings.RobotProfiles;
import iyagi.speech.HummingEngine;
import iyagi.time.NanoClock;
import iyagi.words.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MovementIT {
  private static final NanoClock CLOCK = NanoClock.system();

  @TempDir private Path folder;
  private final FailingParts parts = new FailingParts();
  private final List<String> told = new ArrayList<>();

  private static RobotProfile robot(String name) {
    return ((ProfileResult.Read) RobotProfiles.read(Path.of("firmware-config/robots", name)))
        .profile();
  }

  private Movement open(RobotProfile robot) {
    Places places =
        new Places(folder, Path.of("firmware-config/robots"), folder, folder.resolve("s.yaml"));
    Desk desk =
        new Desk(places, new Library(folder), new HummingEngine(), parts, CLOCK, new TestPost());
    Player player = new Player(new SilentSink(CLOCK, Sentence.plain("test")), 0, CLOCK, _ -> {});
    return new Movement(
        desk,
        robot,
        player,
        new FlashLimit(new SimLamps()),
        new Reading.Watchers(sentence -> told.add(sentence.toString()), _ -> {}, _ -> {}));
  }

  @Test
  void theSafetyLineIsShutAtTheStartAndGivenBackAtTheEnd() {
    try (Movement movement = open(robot("owl.yaml"))) {
      assertFalse(parts.gate.lifted());
      assertTrue(
          movement.name().toString().endsWith(", simulated safety line"),
          movement.name().toString());
    }
    assertFalse(parts.gate.lifted());
    assertTrue(parts.gate.closed());
    assertEquals(List.of(), told);
  }

  @Test
  void aBoardWithoutASafetyLineIsToldAsOne() {
    parts.noLine = true;
    try (Movement movement = open(robot("owl.yaml"))) {
      assertTrue(
          movement.name().toString().contains("without a safety line (servos.oe-line"),
          movement.name().toString());
    }
  }

  @Test
  void nothingMovesIfTheSafetyLineCannotBeTaken() {
    parts.noSafetyLine = true;
    try (Movement movement = open(robot("owl.yaml"))) {
      assertEquals("simulated servos", movement.name().toString());
    }
    assertEquals(0, parts.servosOpened);
    assertEquals(
        List.of(
            "safety line GPIO 4 cannot be taken; join the group gpio; stories are read without"
                + " movement"),
        told);
  }

  @Test
  void servosThatAreMissingAtTheStartAreTakenWhenTheyAnswer() {
    parts.noServos = true;
    try (Movement movement = open(robot("owl.yaml"))) {
      assertTrue(
          movement.name().toString().startsWith("servos that do not answer yet"),
          movement.name().toString());
    }
    assertEquals(
        List.of(
            "servo board at 0x40 does not answer; check its plug; stories are read without movement"
                + " until the servos answer"),
        told);
  }

  @Test
  void whereTheJointsWereLetGoIsKeptForTheNextStart() throws IOException {
    Path file = folder.resolve("parked/owl.txt");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "left-arm 1500\n");
    try (Movement movement = open(robot("owl.yaml"))) {
      assertFalse(parts.gate.lifted());
      assertEquals(List.of(), told);
      assertTrue(movement.name().toString().contains("simulated"), movement.name().toString());
    }
    String kept = Files.readString(file);
    assertTrue(kept.contains("left-arm 1500.000\n"), kept);
    assertEquals(8, kept.lines().count());
  }

  @Test
  void aSimulatedRobotHasNothingToKeep() {
    try (Movement _ = open(robot("simulated.yaml"))) {
      assertEquals(List.of(), told);
    }
    assertFalse(Files.exists(folder.resolve("parked")));
  }

  @Test
  void theNoteForTheServiceManagerNamesWhatHasToBeLetGo() throws IOException {
    LastResort.note(folder, robot("owl.yaml"));
    assertEquals("i2c 1 0x40\ni2c 1 0x41\n", Files.readString(folder.resolve("servos")));
    LastResort.note(folder, robot("puppet.yaml"));
    assertEquals("pwm 0 0\npwm 0 1\n", Files.readString(folder.resolve("servos")));
    LastResort.note(folder, robot("lamp.yaml"));
    assertEquals("spi 0 0 12\n", Files.readString(folder.resolve("servos")));
  }
}
