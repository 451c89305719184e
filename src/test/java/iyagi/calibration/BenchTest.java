package iyagi.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.motion.Joint;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What the bench makes of orders, also of those that nobody should give. */
final class BenchTest {
  private static final int YAW = Rig.joint(Joint.HEAD_YAW).channel();
  private static final int WAIST = Rig.joint(Joint.WAIST).channel();
  private final Rig rig = new Rig();

  private void order(Order order, int ticks) {
    for (int i = 0; i < ticks; i++) {
      rig.bench.order(order);
      rig.clock.advance(Rig.TICK);
      rig.bench.tick();
    }
  }

  @Test
  void anotherJointIsPoweredOnlyAfterTheOneBeforeHasBeenLetGo() {
    order(new Order.Hold(Joint.HEAD_YAW, 1500, 1), 3);
    assertTrue(rig.bus.pulse(YAW) > 0);
    order(new Order.Hold(Joint.WAIST, 1500, 2), 1);
    assertTrue(rig.bus.limp());
    order(new Order.Hold(Joint.WAIST, 1500, 2), 3);
    assertEquals(0, rig.bus.pulse(YAW));
    assertEquals(1500, rig.bus.pulse(WAIST), 0.01);
  }

  @Test
  void aPulseOutsideOfTheBoundsIsTheBound() {
    order(new Order.Hold(Joint.HEAD_YAW, 9000, 1), 400);
    assertEquals(2500, rig.bus.pulse(YAW), 0.01);
    order(new Order.Hold(Joint.HEAD_YAW, -9000, 1), 700);
    assertEquals(500, rig.bus.pulse(YAW), 0.01);
    CalibrationSafetyTest.check(rig.bus);
  }

  @Test
  void anOrderIsOverWhenItsJointHasBeenLetGo() {
    order(new Order.Hold(Joint.HEAD_YAW, 1500, 1), 3);
    rig.bench.cut();
    assertFalse(rig.gate.lifted());
    order(new Order.Hold(Joint.HEAD_YAW, 1500, 1), 50);
    assertTrue(rig.bus.limp());
    order(new Order.Hold(Joint.HEAD_YAW, 1500, 2), 3);
    assertFalse(rig.bus.limp());
    assertTrue(rig.gate.lifted());
  }

  @Test
  void aBoardThatDoesNotTakeTheReleaseIsToldAgain() {
    order(new Order.Hold(Joint.HEAD_YAW, 1500, 1), 3);
    rig.bus.unplugged = true;
    order(new Order.Limp(), 3);
    assertFalse(rig.gate.lifted(), "the line is shut all the same");
    assertFalse(rig.bus.limp());
    rig.bus.unplugged = false;
    order(new Order.Limp(), 1);
    assertTrue(rig.bus.limp());
  }

  @Test
  void hostileOrdersNeverPowerTwoJointsNorLeaveTheBoundsNorTheSpeed() {
    SplittableRandom random = new SplittableRandom(11);
    Joint[] joints = Joint.values();
    int power = 1;
    for (int i = 0; i < 5000; i++) {
      Joint joint = joints[random.nextInt(random.nextBoolean() ? 2 : joints.length)];
      power += random.nextInt(2);
      double pulse = random.nextDouble(-1000, 4000);
      Order order =
          switch (random.nextInt(8)) {
            case 0 -> new Order.Limp();
            case 1 -> new Order.Tap(joint, pulse, 3000 - pulse, random.nextDouble(), power);
            case 2 -> new Order.Hold(joint, Double.NaN, power);
            default -> new Order.Hold(joint, pulse, power);
          };
      if (random.nextInt(50) == 0) {
        rig.bench.cut();
      }
      order(order, random.nextInt(6));
    }
    CalibrationSafetyTest.check(rig.bus);
    assertTrue(rig.bus.told.stream().anyMatch(told -> told.powered() == 1));
  }
}
