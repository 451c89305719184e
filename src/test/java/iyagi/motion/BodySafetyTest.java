package iyagi.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Whatever is asked and however the ticks fall: the watched bus measures every single command. */
final class BodySafetyTest {
  private static final double[] HOSTILE_SECONDS = {
    0,
    -1,
    Double.NaN,
    Double.NEGATIVE_INFINITY,
    Double.POSITIVE_INFINITY,
    1e-300,
    1e-7,
    1e-6,
    1e-4,
    0.001,
    0.039,
    0.04,
    0.041,
    5
  };
  private static final double[] HOSTILE_DEGREES = {
    0, -0.0, 1e308, -1e308, Double.MIN_VALUE, 180, -180, 720, Double.POSITIVE_INFINITY, Double.NaN
  };

  @Test
  void noRandomBodyLeavesItsLimitsForHostilePosesAndTicks() {
    RandomGenerator random = new SplittableRandom(1);
    long writes = 0;
    double fastest = 0;
    double hardest = 0;
    for (int run = 0; run < 150; run++) {
      List<JointProfile> joints = Owl.any(random);
      WatchedBus bus = new WatchedBus(joints);
      Body body = new Body(joints, bus, hostilePose(random, 0.5));
      double change = random.nextDouble();
      Pose wanted = Pose.NONE;
      for (int tick = 0; tick < 1500; tick++) {
        if (random.nextDouble() < change) {
          wanted = hostilePose(random, random.nextDouble());
        }
        double seconds = hostileSeconds(random);
        bus.tick(seconds);
        body.move(wanted, seconds);
      }
      writes += bus.writes;
      fastest = Math.max(fastest, bus.fastestShare);
      hardest = Math.max(hardest, bus.hardestShare);
    }
    assertEquals(150 * 1500, writes);
    assertTrue(fastest > 0.999, "the limits were never reached: " + fastest);
    assertTrue(hardest > 0.999, "the limits were never reached: " + hardest);
  }

  @Test
  void wildTargetsAtASteadyBeatStayInsideTheLimits() {
    RandomGenerator random = new SplittableRandom(2);
    for (int run = 0; run < 100; run++) {
      List<JointProfile> joints = Owl.joints();
      WatchedBus bus = new WatchedBus(joints);
      Body body = new Body(joints, bus);
      Pose wanted = Pose.NONE;
      for (int tick = 0; tick < 2000; tick++) {
        if (random.nextInt(1 + run) == 0) {
          wanted = hostilePose(random, 0.9);
        }
        bus.tick(0.02);
        body.move(wanted, 0.02);
      }
    }
  }

  @Test
  void haltsAndLostBusesInTheMiddleOfMovementsStaySafe() {
    RandomGenerator random = new SplittableRandom(3);
    for (int run = 0; run < 60; run++) {
      List<JointProfile> joints = Owl.any(random);
      WatchedBus bus = new WatchedBus(joints);
      Body body = new Body(joints, bus);
      for (int tick = 0; tick < 2000; tick++) {
        bus.unplugged = random.nextInt(300) == 0;
        double seconds = random.nextDouble(0.06);
        bus.tick(seconds);
        try {
          if (random.nextInt(400) == 0) {
            body.halt();
            assertTrue(bus.limp(), "halt left a servo powered");
          } else {
            body.move(hostilePose(random, 0.3), seconds);
          }
        } catch (ServoFault lost) {
          assertTrue(bus.unplugged, lost.getMessage());
          assertTrue(body.limp(), "a body without a bus thinks that it is powered");
          bus.unplugged = false;
          bus.release();
        }
      }
    }
  }

  @Test
  void gesturesThatInterruptEachOtherStayInsideAnyLimits() {
    RandomGenerator random = new SplittableRandom(10);
    List<String> names = List.copyOf(new TreeSet<>(Gestures.names()));
    for (int run = 0; run < 100; run++) {
      List<JointProfile> joints = run % 2 == 0 ? Owl.joints() : Owl.any(random);
      WatchedBus bus = new WatchedBus(joints);
      Body body = new Body(joints, bus);
      for (int played = 0; played < 15; played++) {
        Keyframes movement =
            Gestures.named(names.get(random.nextInt(names.size()))).orElseThrow().movement();
        double until = random.nextDouble(4);
        for (double t = 0; t < until; ) {
          double seconds = random.nextInt(10) == 0 ? random.nextDouble(0.2) : 0.02;
          t += seconds;
          bus.tick(seconds);
          body.move(pose(movement, t), seconds);
        }
      }
    }
  }

  private static Pose pose(Keyframes movement, double seconds) {
    Pose pose = Pose.NONE;
    for (Joint joint : movement.joints()) {
      pose = pose.with(joint, movement.degrees(joint, seconds));
    }
    return pose;
  }

  private static double hostileSeconds(RandomGenerator random) {
    return random.nextInt(3) == 0
        ? HOSTILE_SECONDS[random.nextInt(HOSTILE_SECONDS.length)]
        : random.nextDouble(0.05);
  }

  static Pose hostilePose(RandomGenerator random, double wild) {
    Pose pose = Pose.NONE;
    for (Joint joint : Joint.values()) {
      if (random.nextInt(4) > 0) {
        double angle =
            random.nextDouble() < wild
                ? HOSTILE_DEGREES[random.nextInt(HOSTILE_DEGREES.length)]
                : random.nextDouble(joint.low() - 10, joint.high() + 10);
        pose = pose.with(joint, angle);
      }
    }
    return pose;
  }
}
