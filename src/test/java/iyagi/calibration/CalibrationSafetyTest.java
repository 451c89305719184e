package iyagi.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.motion.Joint;
import iyagi.motion.JointProfile;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Whatever is typed, whenever: what arrives at the servos. */
final class CalibrationSafetyTest {
  private static final List<String> WORDS =
      List.of(
          "",
          "",
          "",
          "",
          "on",
          "on",
          "+",
          "-",
          "++",
          "--",
          "++",
          "--",
          "min",
          "max",
          "rest",
          "reverse",
          "straight",
          "earlier",
          "later",
          "test",
          "reset",
          "next",
          "back",
          "show",
          "save",
          "quit",
          "help",
          "off",
          "500",
          "2500",
          "1500",
          "100",
          "99999",
          "lead 300",
          "trim 150",
          "trim -150",
          "head-yaw",
          "waist",
          "left-arm",
          "nonsense",
          "\u0000\u001b[2J",
          "-1",
          "1e9");

  private Rig rig = new Rig();
  private final SplittableRandom random = new SplittableRandom(20261125);

  @Test
  void tenThousandLinesNeverPowerTwoJointsNorLeaveTheBoundsNorTheSpeed() {
    int powered = 0;
    for (int i = 0; i < 10_000; i++) {
      rig.talk.typed(random.nextInt(20) == 0 ? garbage() : WORDS.get(random.nextInt(WORDS.size())));
      rig.bus.unplugged = random.nextInt(100) == 0;
      for (int tick = random.nextInt(40); tick > 0; tick--) {
        rig.clock.advance(Duration.ofMillis(random.nextInt(50) == 0 ? 300 : 20));
        rig.talk.step();
        rig.bench.tick();
      }
      powered += rig.bus.limp() ? 0 : 1;
      if (rig.talk.over() || i % 500 == 499) {
        check(rig.bus);
        assertTrue(!rig.talk.over() || rig.bus.limp() || rig.bus.unplugged);
        rig = new Rig();
      }
    }
    assertTrue(powered > 1000, powered + " times powered");
  }

  private String garbage() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(40); i > 0; i--) {
      text.append((char) random.nextInt(0x10000));
    }
    return text.toString();
  }

  static void check(RecordedBus bus) {
    RecordedBus.Told before = new RecordedBus.Told(0, new double[16]);
    for (RecordedBus.Told told : bus.told) {
      assertTrue(told.powered() <= 1, () -> told.powered() + " joints powered at " + told);
      for (JointProfile joint : Rig.OWL.joints()) {
        double pulse = told.pulses()[joint.channel()];
        assertTrue(pulse == 0 || (pulse >= 500 && pulse <= 2500), () -> pulse + " µs");
        double last = before.pulses()[joint.channel()];
        if (pulse > 0 && last > 0) {
          double seconds = told.seconds() - before.seconds();
          double most = BenchJoint.speed(joint) * seconds;
          assertTrue(
              Math.abs(pulse - last) <= most + 1e-6,
              () -> joint.joint() + ": " + last + " → " + pulse + " µs in " + seconds + " s");
        }
      }
      before = told;
    }
  }

  @Test
  void oneLineMovesAtMostFiftyMicrosecondsAndSlowly() {
    rig.type("head-yaw", "");
    int channel = Rig.joint(Joint.HEAD_YAW).channel();
    for (int i = 0; i < 300; i++) {
      double before = rig.bus.pulse(channel);
      int from = rig.bus.told.size();
      rig.type(
          List.of("++", "--", "+", "-", "500", "2500", "", "min", "max", "1500")
              .get(random.nextInt(10)));
      assertEquals(before, rig.bus.pulse(channel), 50.5);
      for (int j = from + 1; j < rig.bus.told.size(); j++) {
        double way =
            rig.bus.told.get(j).pulses()[channel] - rig.bus.told.get(j - 1).pulses()[channel];
        assertTrue(Math.abs(way) <= BenchJoint.SLOW_MICROS * 0.02 + 1e-6, way + " µs a tick");
      }
    }
  }

  @Test
  void theBenchIsNeverFasterThanTheMakeNorThanTwentyDegreesASecond() {
    for (JointProfile joint : Rig.OWL.joints()) {
      JointProfile slow = BenchJoint.slow(joint);
      assertTrue(BenchJoint.speed(slow) <= Math.min(200, BenchJoint.speed(joint)) + 1e-9);
      JointProfile quick = BenchJoint.quick(joint);
      assertTrue(BenchJoint.speed(quick) <= BenchJoint.speed(joint) + 1e-9);
      assertTrue(BenchJoint.acceleration(quick) <= BenchJoint.acceleration(joint) + 1e-9);
    }
  }
}
