package iyagi.motion.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.motion.Body;
import iyagi.motion.Calibration;
import iyagi.motion.Joint;
import iyagi.motion.JointProfile;
import iyagi.motion.Keyframes;
import iyagi.motion.Owl;
import iyagi.motion.Pose;
import iyagi.motion.ServoBus;
import iyagi.motion.ServoBusContract;
import iyagi.time.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class SimServoBusTest extends ServoBusContract {
  private final ManualClock clock = new ManualClock();
  private final SimServoBus bus = new SimServoBus(Owl.joints(), clock);

  @Override
  protected ServoBus bus() {
    return bus;
  }

  @Override
  protected double sent(int channel) {
    List<SimServoBus.Told> told = bus.told();
    return told.isEmpty() ? 0 : told.getLast().pulses()[channel];
  }

  @Override
  protected double stepMicros() {
    return 1e-9;
  }

  @Override
  protected void unplug() {
    bus.unplug();
  }

  @Override
  protected void plug() {
    bus.plug();
  }

  private double mouthAfter(int millis) {
    clock.advance(Duration.ofMillis(millis));
    bus.run();
    return bus.actual().degrees(Joint.MOUTH, -1);
  }

  @Test
  void aServoIsLateAndThenAsFastAsItsDataSheetSays() {
    bus.write(new double[] {2100});
    assertEquals(0, mouthAfter(50), 1e-9);
    // 60° in 0.11 s where 180° are 1900 µs; the test mouth has 25° over 1200 µs
    double degreesASecond = 60 / 0.11 * 1900 / 180 / 1200 * 25;
    assertEquals(0.1 * degreesASecond, mouthAfter(100), 1e-6);
    assertEquals(25, mouthAfter(1000), 1e-6);
  }

  @Test
  void aServoDoesNotHearLessThanItsDeadBand() {
    bus.write(new double[] {904});
    assertEquals(0, mouthAfter(500), 1e-9);
  }

  @Test
  void aLimpServoStaysWhereItIs() {
    bus.write(new double[] {2100});
    double half = mouthAfter(120);
    assertTrue(half > 5);
    bus.release();
    assertTrue(bus.limp());
    clock.advance(Duration.ofMillis(50));
    bus.run();
    double stopped = bus.actual().degrees(Joint.MOUTH, -1);
    assertTrue(stopped > half);
    assertEquals(stopped, mouthAfter(1000), 1e-9);
  }

  @Test
  void followsABody() {
    Body body = new Body(Owl.joints(), bus);
    for (int tick = 0; tick < 150; tick++) {
      body.move(Pose.of(Map.of(Joint.HEAD_YAW, 40.0, Joint.EYELIDS, 30.0)), 0.02);
      clock.advance(Duration.ofMillis(20));
    }
    bus.run();
    assertFalse(bus.limp());
    assertEquals(40, bus.actual().degrees(Joint.HEAD_YAW, 0), 1);
    assertEquals(30, bus.actual().degrees(Joint.EYELIDS, 0), 1);
  }

  /** Speech asks ahead by the lead; then the jaw has to be where the sound is. */
  @Test
  void withItsLeadTheMouthIsInTimeWithTheSound() {
    JointProfile jaw =
        Owl.joint(
            Joint.MOUTH,
            Owl.mouth().limits(),
            new Calibration(1368, 1632, false, 0),
            Duration.ofSeconds(2));
    SimServoBus servo = new SimServoBus(List.of(jaw), clock);
    Keyframes speech = Owl.speech(new SplittableRandom(11), 300);
    Body body = new Body(List.of(jaw), servo);
    double lead = body.leadSeconds(Joint.MOUTH);
    List<Double> actual = new ArrayList<>();
    for (int millis = -3000; millis < speech.length().toMillis(); millis++) {
      if (millis % 20 == 0) {
        double wanted = speech.degrees(Joint.MOUTH, millis / 1000.0 + lead);
        body.move(Pose.of(Map.of(Joint.MOUTH, wanted)), 0.02);
      }
      clock.advance(Duration.ofMillis(1));
      servo.run();
      if (millis >= 0) {
        actual.add(servo.actual().degrees(Joint.MOUTH, -1));
      }
    }
    int best = 0;
    double least = Double.MAX_VALUE;
    for (int lag = -80; lag <= 80; lag++) {
      double sum = 0;
      for (int millis = 100; millis < actual.size() - 100; millis++) {
        double off = actual.get(millis + lag) - speech.degrees(Joint.MOUTH, millis / 1000.0);
        sum += off * off;
      }
      if (sum < least) {
        least = sum;
        best = lag;
      }
    }
    assertEquals(0, best, 5, "milliseconds late");
    double rms = Math.sqrt(least / actual.size());
    assertTrue(rms < 1.5, rms + "° off");
  }

  @Test
  void remembersTheLastTenSecondsOnly() {
    for (int i = 0; i < 1200; i++) {
      bus.write(new double[] {1000 + i});
    }
    assertEquals(500, bus.told().size());
    assertEquals(2199, bus.told().getLast().pulses()[0]);
    assertEquals(1700, bus.told().getFirst().pulses()[0]);
  }
}
