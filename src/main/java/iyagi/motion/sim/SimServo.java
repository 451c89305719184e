package iyagi.motion.sim;

import iyagi.motion.Joint;
import iyagi.motion.JointProfile;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A 9 g hobby servo: as late as its profile's lead says, deaf inside its dead band, and never
 * faster than its data sheet says.
 */
final class SimServo {
  /** 0.11 s for 60° (SG90 and MG90S data sheets: 0.10 to 0.12 s at 4.8 V), over 180° in 1900 µs. */
  static final double MICROS_PER_SECOND = 60 / 0.11 * 1900 / 180;

  /** An order stands for a tick of 20 ms, so it is late by half of that before the servo is. */
  private static final long HALF_TICK_NANOS = 10_000_000;

  /** Data sheets: 5 to 10 µs. */
  static final double DEAD_BAND_MICROS = 5;

  private record Order(long nanos, double pulseMicros) {}

  private final JointProfile profile;
  private final long deadNanos;
  private final Deque<Order> orders = new ArrayDeque<>();
  private double position;
  private double target;
  private long reached;

  SimServo(JointProfile profile, long now) {
    this.profile = profile;
    deadNanos = Math.max(0, profile.lead().toNanos() - HALF_TICK_NANOS);
    position = profile.pulse(profile.limits().restDegrees());
    reached = now;
  }

  /** From now on this pulse; 0 is limp. */
  void order(double pulseMicros, long now) {
    double last = orders.isEmpty() ? target : orders.getLast().pulseMicros();
    if (pulseMicros != last) {
      orders.addLast(new Order(now + deadNanos, pulseMicros));
    }
  }

  void runTo(long now) {
    while (!orders.isEmpty() && orders.getFirst().nanos() <= now) {
      run(orders.getFirst().nanos());
      target = orders.removeFirst().pulseMicros();
    }
    run(now);
  }

  private void run(long now) {
    double way = (now - reached) / 1e9 * MICROS_PER_SECOND;
    reached = now;
    double left = target - position;
    if (target > 0 && Math.abs(left) > DEAD_BAND_MICROS) {
      position += Math.clamp(left, -way, way);
    }
  }

  Joint joint() {
    return profile.joint();
  }

  int channel() {
    return profile.channel();
  }

  /** Where the horn stands, in degrees as movements are written. */
  double degrees() {
    return profile.referenceOfPulse(position);
  }
}
