package iyagi.motion.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.motion.Body;
import iyagi.motion.Joint;
import iyagi.motion.Owl;
import iyagi.motion.Pose;
import iyagi.motion.ServoBus;
import iyagi.motion.ServoBusContract;
import iyagi.time.ManualClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
  void aServoIsLateByItsDeadTimeAndThenAsFastAsItsDataSheetSays() {
    bus.write(new double[] {2100});
    assertEquals(0, mouthAfter(20), 1e-9);
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
    bus.release();
    assertTrue(bus.limp());
    clock.advance(Duration.ofMillis(20));
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
