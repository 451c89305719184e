package iyagi.motion;

import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.words.Sentence;
import java.util.Arrays;
import java.util.List;

/**
 * A bus that measures every command against the profiles, from the pulses alone: range, speed (way
 * over time of the tick) and acceleration (difference of speeds over the time between the middles
 * of two ticks). A servo that is powered again is measured from where it was let go.
 */
final class WatchedBus implements ServoBus {
  private final List<JointProfile> joints;
  private final double[] lastPulse;
  private final double[] known;
  private final double[] lastSpeed;
  private final double[] lastSeconds;
  private double tick;
  boolean unplugged;
  long writes;
  long releases;
  double fastestShare;
  double hardestShare;

  WatchedBus(List<JointProfile> joints) {
    this.joints = joints;
    lastPulse = new double[joints.size()];
    known = new double[joints.size()];
    lastSpeed = new double[joints.size()];
    lastSeconds = new double[joints.size()];
  }

  /** How long the coming tick is, as the body's contract counts it. */
  void tick(double seconds) {
    if (seconds > 0.04) {
      // no servo moves for that long towards one pulse: it stands
      Arrays.fill(lastSpeed, 0);
      Arrays.fill(lastSeconds, 0);
    }
    tick = seconds >= 1e-6 ? Math.min(seconds, 0.04) : 0;
  }

  @Override
  public void write(double[] pulses) {
    if (unplugged) {
      Arrays.fill(known, 0);
      throw new ServoFault(Sentence.plain("unplugged"));
    }
    writes++;
    for (int i = 0; i < joints.size(); i++) {
      watch(i, joints.get(i), pulses[joints.get(i).channel()]);
    }
  }

  private void watch(int i, JointProfile joint, double pulse) {
    Calibration servo = joint.calibration();
    if (pulse == 0 || lastPulse[i] == 0) {
      lastSpeed[i] = 0;
      lastSeconds[i] = 0;
    }
    if (pulse != 0) {
      assertTrue(
          pulse >= servo.minPulseMicros() && pulse <= servo.maxPulseMicros(),
          () -> joint.joint() + " pulse " + pulse);
      if (known[i] != 0) {
        movement(i, joint, pulse);
      }
      known[i] = pulse;
    }
    lastPulse[i] = pulse;
  }

  private void movement(int i, JointProfile joint, double pulse) {
    Calibration servo = joint.calibration();
    Limits limits = joint.limits();
    double way =
        (pulse - known[i])
            / (servo.maxPulseMicros() - servo.minPulseMicros())
            * (limits.maxDegrees() - limits.minDegrees());
    if (tick == 0) {
      assertTrue(Math.abs(way) < 1e-9, () -> joint.joint() + " moved " + way + "° in no time");
      return;
    }
    double rounding = 1e-11 / tick + (lastSeconds[i] > 0 ? 1e-11 / lastSeconds[i] : 0);
    double speed = way / tick;
    double change = Math.abs(speed - lastSpeed[i]);
    double allowed = limits.maxAcceleration() * (lastSeconds[i] + tick) / 2;
    assertTrue(
        Math.abs(speed) <= limits.maxSpeed() + rounding,
        () -> joint.joint() + " at " + speed + "°/s, limit " + limits.maxSpeed());
    assertTrue(
        change <= allowed + 2 * rounding,
        () -> joint.joint() + " changed by " + change + "°/s, limit " + allowed);
    fastestShare = Math.max(fastestShare, Math.abs(speed) / limits.maxSpeed());
    hardestShare = Math.max(hardestShare, change / allowed);
    lastSpeed[i] = speed;
    lastSeconds[i] = tick;
  }

  @Override
  public void release() {
    if (unplugged) {
      throw new ServoFault(Sentence.plain("unplugged"));
    }
    releases++;
    write(new double[JointProfile.LAST_CHANNEL + 1]);
  }

  /** Whether the last write let every servo go. */
  boolean limp() {
    for (double pulse : lastPulse) {
      if (pulse != 0) {
        return false;
      }
    }
    return true;
  }

  double pulse(Joint joint) {
    for (int i = 0; i < joints.size(); i++) {
      if (joints.get(i).joint() == joint) {
        return lastPulse[i];
      }
    }
    throw new IllegalArgumentException(joint.key());
  }

  @Override
  public Sentence name() {
    return Sentence.plain("watched servos");
  }

  @Override
  public void close() {}
}
