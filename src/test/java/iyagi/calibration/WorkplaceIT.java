package iyagi.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.library.Library;
import iyagi.motion.Joint;
import iyagi.motion.ServoFault;
import iyagi.service.Desk;
import iyagi.service.FailingParts;
import iyagi.service.Places;
import iyagi.service.TestPost;
import iyagi.settings.ProfileResult;
import iyagi.settings.RobotProfile;
import iyagi.settings.RobotProfiles;
import iyagi.speech.HummingEngine;
import iyagi.time.NanoClock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servos that are opened, moved on their own thread, and given back. */
final class WorkplaceIT {
  private static final RobotProfile OWL =
      ((ProfileResult.Read) RobotProfiles.read(Path.of("firmware-config/robots/owl.yaml")))
          .profile();

  @TempDir private Path folder;
  private final FailingParts parts = new FailingParts();
  private final List<String> told = new ArrayList<>();

  private Workplace open(FailingParts hardware) {
    Places places = new Places(folder, folder, folder.resolve("data"), folder.resolve("x.yaml"));
    Desk desk =
        new Desk(
            places,
            new Library(folder),
            new HummingEngine(),
            hardware,
            NanoClock.system(),
            new TestPost());
    return new Workplace(
        desk, OWL, Rig.rest(), () -> Double.NaN, sentence -> told.add(sentence.toString()));
  }

  /** However late the ticks are: a joint that the watch has cut is powered anew. */
  private static void go(Bench bench, double pulse) {
    while (!(Math.abs(bench.seen().pulseMicros() - pulse) < 0.01)) {
      bench.order(new Order.Hold(Joint.HEAD_YAW, pulse, bench.seen().letGo() + 1));
      LockSupport.parkNanos(1_000_000);
    }
  }

  @Test
  void aJointThatIsLetGoIsKnownTheNextTime() {
    try (Workplace place = open(parts)) {
      assertEquals(1500, place.parked().get(Joint.HEAD_YAW));
      go(place.bench(), 1520);
      assertEquals("simulated servos", place.name().toString());
    }
    assertFalse(parts.gate.lifted());
    assertTrue(parts.gate.closed());
    try (Workplace again = open(new FailingParts())) {
      assertEquals(1520, again.parked().get(Joint.HEAD_YAW), 0.01);
      assertEquals(1368, again.parked().get(Joint.MOUTH), 0.01);
    }
    assertEquals(List.of(), told);
  }

  @Test
  void aProgramThatIsToldToEndCutsAndRemembersToo() {
    try (Workplace place = open(parts)) {
      go(place.bench(), 1480);
      place.cut();
      assertTrue(parts.gate.closed());
    }
    try (Workplace again = open(new FailingParts())) {
      assertEquals(1480, again.parked().get(Joint.HEAD_YAW), 0.01);
    }
  }

  @Test
  void whereTheServosDoNotAnswerTheSafetyLineIsGivenBack() {
    parts.noServos = true;
    assertThrows(ServoFault.class, () -> open(parts));
    assertTrue(parts.gate.closed());
  }
}
