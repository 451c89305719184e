package iyagi.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class BodyTest {
  private final List<JointProfile> joints = Owl.joints();
  private final WatchedBus bus = new WatchedBus(joints);
  private final Body body = new Body(joints, bus);

  private void run(Pose wanted, double seconds) {
    for (int i = 0; i < Math.round(seconds / 0.02); i++) {
      bus.tick(0.02);
      body.move(wanted, 0.02);
    }
  }

  private static Pose pose(Joint joint, double degrees) {
    return Pose.of(Map.of(joint, degrees));
  }

  @Test
  void powersOneServoAfterTheOtherTwoTenthsOfASecondApart() {
    List<Integer> powered = new ArrayList<>();
    for (int tick = 0; tick < 80; tick++) {
      run(Pose.NONE, 0.02);
      powered.add((int) joints.stream().filter(j -> bus.pulse(j.joint()) > 0).count());
    }
    assertEquals(1, powered.get(0));
    assertEquals(1, powered.get(9));
    assertEquals(2, powered.get(10));
    assertEquals(8, powered.get(70));
  }

  /** The fastest that a joint is asked to go in its first second, and after it. */
  private double[] fastest(Joint joint) {
    double[] fastest = new double[2];
    double before = body.commanded().degrees(joint, 0);
    int powered = -1;
    for (int tick = 0; tick < 400; tick++) {
      run(pose(joint, tick % 80 < 40 ? joint.high() : joint.low()), 0.02);
      powered = powered < 0 && bus.pulse(joint) > 0 ? tick : powered;
      double now = body.commanded().degrees(joint, 0);
      int second = powered < 0 || tick - powered <= 50 ? 0 : 1;
      fastest[second] = Math.max(fastest[second], Math.abs(now - before) / 0.02);
      before = now;
    }
    return fastest;
  }

  @Test
  void movesAtAQuarterOfTheSpeedForTheFirstSecond() {
    double[] fastest = fastest(Joint.HEAD_YAW);
    assertEquals(25, fastest[0], 1.5); // in whole ticks of 10°/s, as the acceleration allows
    assertEquals(100, fastest[1], 5);
  }

  @Test
  void theJawIsInTimeWithTheFirstWord() {
    double[] fastest = fastest(Joint.MOUTH);
    assertEquals(400, fastest[0], 20);
    assertEquals(400, fastest[1], 20);
  }

  @Test
  void startsAtTheLastKnownPose() {
    Body raised = new Body(joints, bus, pose(Joint.MOUTH, 20));
    bus.tick(0.02);
    raised.move(Pose.NONE, 0.02);
    assertEquals(900 + 1200 * 20 / 25.0, bus.pulse(Joint.MOUTH), 1e-9);
  }

  @Test
  void haltLetsEveryServoGoOnTheVeryNextWrite() {
    run(pose(Joint.HEAD_YAW, 50), 2.5);
    assertFalse(bus.limp());
    long writes = bus.writes;
    body.halt();
    assertEquals(writes + 1, bus.writes);
    assertTrue(bus.limp());
    assertTrue(body.limp());
  }

  @Test
  void startsSoftlyAgainAfterAHaltWhereItWas() {
    run(pose(Joint.LEFT_ARM, 90), 4);
    body.halt();
    run(Pose.NONE, 0.02);
    assertTrue(bus.pulse(Joint.MOUTH) > 0);
    assertEquals(0, bus.pulse(Joint.LEFT_ARM));
    run(Pose.NONE, 1);
    assertEquals(90, body.commanded().degrees(Joint.LEFT_ARM, 0), 0.1);
    assertEquals(900 + 1200 * 90 / 120.0, bus.pulse(Joint.LEFT_ARM), 1);
  }

  @Test
  void aLostBusIsToldAndEveryServoCountsAsLimp() {
    run(pose(Joint.HEAD_YAW, 50), 2.5);
    bus.unplugged = true;
    assertThrows(ServoFault.class, () -> body.move(Pose.NONE, 0.02));
    assertTrue(body.limp());
  }

  @Test
  void letsAJointGoThatHasStoodStillAndPowersItWhereItWas() {
    run(pose(Joint.MOUTH, 10), 1.5);
    assertTrue(bus.pulse(Joint.MOUTH) > 0);
    run(pose(Joint.MOUTH, 10), 2.5);
    assertEquals(0, bus.pulse(Joint.MOUTH));
    run(pose(Joint.MOUTH, 10.02), 0.02);
    assertEquals(0, bus.pulse(Joint.MOUTH), "woken by less than the servo can do");
    run(pose(Joint.MOUTH, 25), 0.02);
    double first = (bus.pulse(Joint.MOUTH) - 900) / 1200 * 25;
    assertEquals(10, first, 12_000 * 0.02 * 0.02 + 1e-9);
    assertTrue(first >= 10);
  }

  @Test
  void plannedSpeechReachesTheMouthAsPlannedAlsoAfterASilenceThatLetItGo() {
    run(Pose.NONE, 3);
    RandomGenerator random = new SplittableRandom(12);
    double worst = 0;
    for (int phrase = 0; phrase < 20; phrase++) {
      run(pose(Joint.MOUTH, 0), 3);
      assertEquals(0, bus.pulse(Joint.MOUTH), "the silence was long enough to let it go");
      Keyframes speech = Owl.speech(random, 12);
      for (double t = 0; t <= speech.length().toNanos() / 1e9; t += 0.02) {
        double wanted = speech.degrees(Joint.MOUTH, t);
        run(pose(Joint.MOUTH, wanted), 0.02);
        double told = body.commanded().degrees(Joint.MOUTH, -1);
        worst = Math.max(worst, Math.abs(told - wanted));
      }
    }
    assertTrue(worst < 0.06, worst + "°");
  }

  @Test
  void neverLetsAJointGoWhoseIdleTimeIsZero() {
    JointProfile held =
        Owl.joint(
            Joint.HEAD_PITCH,
            new Limits(-25, 25, 0, 100, 400),
            new Calibration(900, 2100, false, 0),
            Duration.ZERO);
    WatchedBus one = new WatchedBus(List.of(held));
    Body head = new Body(List.of(held), one);
    for (int i = 0; i < 60_000; i++) {
      one.tick(0.02);
      head.move(Pose.NONE, 0.02);
    }
    assertTrue(one.pulse(Joint.HEAD_PITCH) > 0);
  }

  @Test
  void mouthAndEyelidsScaleToTheRobotAndOthersClamp() {
    JointProfile small =
        Owl.joint(
            Joint.MOUTH,
            new Limits(5, 15, 5, 400, 12_000),
            new Calibration(1000, 2000, true, 0),
            Duration.ZERO);
    JointProfile stiff =
        Owl.joint(
            Joint.HEAD_YAW,
            new Limits(-30, 40, 0, 100, 400),
            new Calibration(1000, 2000, false, 0),
            Duration.ZERO);
    WatchedBus two = new WatchedBus(List.of(small, stiff));
    Body puppet = new Body(List.of(small, stiff), two);
    for (int i = 0; i < 300; i++) {
      two.tick(0.02);
      puppet.move(Pose.of(Map.of(Joint.MOUTH, 12.5, Joint.HEAD_YAW, -60.0)), 0.02);
    }
    assertEquals(1500, two.pulse(Joint.MOUTH), 1e-6);
    assertEquals(1000, two.pulse(Joint.HEAD_YAW), 1e-6);
    assertEquals(12.5, puppet.commanded().degrees(Joint.MOUTH, 0), 1e-6);
    assertEquals(-30, puppet.commanded().degrees(Joint.HEAD_YAW, 0), 1e-6);
  }

  @Test
  void comesToRestAndSaysSo() {
    run(pose(Joint.LEFT_ARM, 110), 4);
    assertFalse(body.atRest());
    run(body.rest(), 4);
    assertTrue(body.atRest());
  }

  @Test
  void tellsItsJointsAndTheirLead() {
    assertEquals(EnumSet.allOf(Joint.class), body.joints());
    assertEquals(0.06, body.leadSeconds(Joint.MOUTH), 1e-12);
    assertEquals(0, new Body(List.of(), bus).leadSeconds(Joint.MOUTH));
  }

  @Test
  void aBodyWithoutJointsIsStillABody() {
    Body none = new Body(List.of(), new WatchedBus(List.of()));
    none.move(pose(Joint.MOUTH, 10), 0.02);
    assertTrue(none.limp());
    assertTrue(none.atRest());
    assertEquals(Pose.NONE, none.commanded());
  }

  @Test
  void refusesTwoServosForOneJoint() {
    assertThrows(
        IllegalArgumentException.class, () -> new Body(List.of(Owl.mouth(), Owl.mouth()), bus));
  }
}
