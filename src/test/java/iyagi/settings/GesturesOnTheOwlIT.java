package iyagi.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.motion.Body;
import iyagi.motion.Gestures;
import iyagi.motion.Joint;
import iyagi.motion.Keyframes;
import iyagi.motion.Pose;
import iyagi.motion.sim.SimServoBus;
import iyagi.time.ManualClock;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The shipped profile and the shipped gestures fit each other. */
final class GesturesOnTheOwlIT {
  private static final Duration TICK = Duration.ofMillis(20);

  private final ManualClock clock = new ManualClock();
  private final RobotProfile owl =
      assertInstanceOf(
              ProfileResult.Read.class,
              RobotProfiles.read(Path.of("firmware-config/robots/simulated.yaml")))
          .profile();
  private final SimServoBus servos = new SimServoBus(owl.joints(), clock);
  private final Body body = new Body(owl.joints(), servos);

  private void tick(Pose wanted) {
    body.move(wanted, 0.02);
    clock.advance(TICK);
  }

  @Test
  void everyGestureIsCommandedExactlyAndTheServosKeepUp() {
    for (int i = 0; i < 150; i++) {
      tick(body.rest());
    }
    for (String name : Gestures.names()) {
      Keyframes movement = Gestures.named(name).orElseThrow().movement();
      double length = movement.length().toNanos() / 1e9;
      for (double t = 0; t <= length + 0.02; t += 0.02) {
        Pose wanted = Pose.NONE;
        for (Joint joint : movement.joints()) {
          wanted = wanted.with(joint, movement.degrees(joint, t));
        }
        tick(wanted);
        for (Joint joint : movement.joints()) {
          assertEquals(
              wanted.degrees(joint, 0), body.commanded().degrees(joint, -99), 0.06, name + joint);
        }
      }
      for (int i = 0; i < 30; i++) {
        tick(body.rest());
      }
      assertTrue(body.atRest(), name);
      servos.run();
      for (Joint joint : movement.joints()) {
        assertEquals(0, servos.actual().degrees(joint, -99), 1, name + joint);
      }
    }
  }
}
