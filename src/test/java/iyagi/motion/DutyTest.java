package iyagi.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A joint that works for too long rests; half of any ten minutes is allowed here. */
final class DutyTest {
  private static final int TICKS_A_SECOND = 50;

  private final JointProfile arm =
      new JointProfile(
          Joint.LEFT_ARM,
          0,
          new Limits(0, 120, 0, 100, 400),
          new Calibration(900, 2100, false, 0),
          Duration.ZERO,
          Duration.ofSeconds(1),
          50);
  private final WatchedBus bus = new WatchedBus(List.of(arm));
  private final Body body = new Body(List.of(arm), bus);

  /** Until it tires, wags up and down; the seconds that it took. */
  private double wag(double most) {
    for (int tick = 0; tick < most * TICKS_A_SECOND; tick++) {
      double wanted = tick / TICKS_A_SECOND % 4 < 2 ? 100 : 20;
      bus.tick(0.02);
      body.move(Pose.of(Map.of(Joint.LEFT_ARM, wanted)), 0.02);
      if (!body.tired().isEmpty()) {
        return (double) tick / TICKS_A_SECOND;
      }
    }
    return most;
  }

  private void hold(double degrees, double seconds) {
    for (int tick = 0; tick < seconds * TICKS_A_SECOND; tick++) {
      bus.tick(0.02);
      body.move(Pose.of(Map.of(Joint.LEFT_ARM, degrees)), 0.02);
    }
  }

  @Test
  void aJointThatWorksForHalfOfTenMinutesRestsWhateverIsWanted() {
    assertEquals(300, wag(600), 1);
    assertEquals(Set.of(Joint.LEFT_ARM), body.tired());
    hold(110, 10);
    assertEquals(0, body.commanded().degrees(Joint.LEFT_ARM, -1), 0.1);
    assertEquals(0, bus.pulse(Joint.LEFT_ARM), "it may be let go, so it is");
  }

  @Test
  void itBeginsSoftlyWhenItHasRested() {
    wag(600);
    hold(0, 600);
    assertEquals(Set.of(), body.tired());
    double fastest = 0;
    double before = 0;
    for (int tick = 0; tick < 40; tick++) {
      hold(110, 0.02);
      double now = body.commanded().degrees(Joint.LEFT_ARM, 0);
      fastest = Math.max(fastest, (now - before) * TICKS_A_SECOND);
      before = now;
    }
    assertTrue(before > 10, "moves again: " + before);
    assertEquals(25, fastest, 1, "a quarter of its speed");
  }

  @Test
  void workWithPausesIsNoTrouble() {
    for (int minute = 0; minute < 60; minute++) {
      wag(25);
      hold(0, 35);
      assertTrue(body.tired().isEmpty(), "tired after " + minute + " minutes");
    }
  }

  @Test
  void timeInWhichNothingIsPoweredIsRest() {
    wag(290);
    body.halt();
    body.pass(3600);
    assertEquals(290, wag(290), 1e-9);
  }

  @Test
  void aJointWithoutALimitNeverTires() {
    WatchedBus other = new WatchedBus(Owl.joints());
    Body owl = new Body(Owl.joints(), other);
    for (int tick = 0; tick < 1200 * TICKS_A_SECOND; tick++) {
      other.tick(0.02);
      owl.move(Pose.of(Map.of(Joint.LEFT_ARM, tick / 50 % 4 < 2 ? 100.0 : 20.0)), 0.02);
      assertFalse(owl.tired().contains(Joint.LEFT_ARM));
    }
  }
}
