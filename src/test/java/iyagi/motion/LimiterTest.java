package iyagi.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class LimiterTest {
  private static final Limits MOUTH = new Limits(0, 25, 0, 400, 12_000);

  private static double worst(RandomGenerator random, double jitter) {
    double worst = 0;
    for (int run = 0; run < 20; run++) {
      Keyframes speech = Owl.speech(random, 400);
      Limiter limiter = new Limiter(MOUTH, 0);
      double end = speech.length().toNanos() / 1e9;
      for (double t = 0; t < end; ) {
        double tick = 0.02 + jitter * random.nextDouble(-0.018, 0.018);
        t += tick;
        double wanted = speech.degrees(Joint.MOUTH, t);
        limiter.step(wanted, tick, 1);
        worst = Math.max(worst, Math.abs(limiter.degrees() - wanted));
      }
    }
    return worst;
  }

  @Test
  void plannedSpeechPassesUnchanged() {
    double worst = worst(new SplittableRandom(4), 0);
    assertTrue(worst < 1e-6, worst + "°");
  }

  @Test
  void plannedSpeechPassesUnchangedWhenTicksComeUnevenly() {
    double worst = worst(new SplittableRandom(5), 1);
    assertTrue(worst < 1e-6, worst + "°");
  }

  @Test
  void aJumpIsFollowedAsFastAsTheLimitsAllowAndNotPassed() {
    Limiter head = new Limiter(new Limits(-60, 60, 0, 150, 600), 0);
    int ticks = 0;
    while (Math.abs(head.degrees() - 60) > 1e-6) {
      head.step(60, 0.02, 1);
      ticks++;
      assertTrue(head.degrees() <= 60);
    }
    // continuous: 150/600 s to speed and as long to stop, 60° = 150 · (T - 0.25 s): T = 0.65 s
    assertEquals(0.65, ticks * 0.02, 0.05);
  }

  @Test
  void aTargetInsideItsRangeIsNotPassedFromStandstill() {
    RandomGenerator random = new SplittableRandom(6);
    for (int run = 0; run < 2000; run++) {
      Limits limits =
          new Limits(-90, 90, 0, random.nextDouble(20, 400), random.nextDouble(100, 12_000));
      Limiter joint = new Limiter(limits, 0);
      double target = random.nextDouble(1, 80);
      double highest = 0;
      for (int tick = 0; tick < 800; tick++) {
        joint.step(target, random.nextDouble(0.001, 0.04), 1);
        highest = Math.max(highest, joint.degrees());
      }
      assertTrue(highest <= target + 1e-6, "passed " + target + " by " + (highest - target));
      assertEquals(target, joint.degrees(), 0.01);
      assertTrue(joint.still());
    }
  }

  @Test
  void aTargetThatJumpsALittleNearerDoesNotSlowTheWayToIt() {
    Limiter head = new Limiter(new Limits(-60, 60, 0, 150, 600), -60);
    for (int tick = 0; tick < 20; tick++) {
      head.step(50, 0.02, 1);
    }
    double before = head.degrees();
    head.step(45, 0.02, 1);
    assertEquals(150 * 0.02, head.degrees() - before, 1e-9);
  }

  @Test
  void standsStillAfterAStopInFullMovement() {
    Limiter mouth = new Limiter(MOUTH, 0);
    Keyframes opening =
        new Keyframes(
            Map.of(Joint.MOUTH, List.of(new Keyframes.Knot(0, 0), new Keyframes.Knot(0.12, 25))));
    for (double t = 0.02; t < 0.07; t += 0.02) {
      mouth.step(opening.degrees(Joint.MOUTH, t), 0.02, 1);
    }
    mouth.stop();
    double stopped = mouth.degrees();
    for (int tick = 0; tick < 20; tick++) {
      mouth.step(stopped, 0.02, 1);
      assertEquals(stopped, mouth.degrees());
    }
  }

  @Test
  void aTargetTooFastIsCaughtUpWith() {
    Limiter mouth = new Limiter(MOUTH, 0);
    double lag = 0;
    for (int tick = 1; tick <= 500; tick++) {
      // 9 Hz over 20°: 565°/s at most, twice what the jaw is allowed in acceleration
      double t = tick * 0.02;
      double wanted = t < 8 ? 12 - 10 * Math.cos(2 * Math.PI * 9 * t) : 2;
      mouth.step(wanted, 0.02, 1);
      lag = Math.abs(mouth.degrees() - wanted);
    }
    assertEquals(0, lag, 1e-6);
  }
}
