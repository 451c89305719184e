package iyagi.motion;

import java.time.Duration;

/**
 * One joint of one robot: which servo moves it, how far, how fast, and what that servo has to be
 * told.
 *
 * @param joint which part of the body
 * @param channel of the servo bus, 0 to 15
 * @param limits of angle, speed and acceleration
 * @param calibration from angles to pulses
 * @param lead how much earlier the servo has to be told so that it arrives in time, 0 to 300 ms
 * @param idleOff how long it stands still before its servo is let go limp, at most 10 minutes; zero
 *     for a joint that would sag and is held for ever
 * @param dutyPercent how much of any ten minutes it may be at work, 10 to 100; 100 is without limit
 */
public record JointProfile(
    Joint joint,
    int channel,
    Limits limits,
    Calibration calibration,
    Duration lead,
    Duration idleOff,
    int dutyPercent) {
  /** A PCA9685 has 16 outputs, 0 to 15. */
  public static final int LAST_CHANNEL = 15;

  /** A servo later than this is broken. */
  public static final Duration LONGEST_LEAD = Duration.ofMillis(300);

  /** Longer waits than this are written as zero, "never". */
  public static final Duration LONGEST_IDLE = Duration.ofMinutes(10);

  /** Less than this no story can be played with. */
  public static final int LEAST_DUTY_PERCENT = 10;

  /** Our own figure: only work without a pause for nine of ten minutes is too much. */
  public static final int USUAL_DUTY_PERCENT = 90;

  /** Checks the channel, the joint's own ceilings and the times. */
  public JointProfile {
    require(channel >= 0 && channel <= LAST_CHANNEL, joint, "channel " + channel, "0..15");
    require(
        limits.maxSpeed() <= joint.speedCeiling(),
        joint,
        "speed " + limits.maxSpeed() + "°/s",
        "5.." + joint.speedCeiling() + "°/s");
    require(
        limits.maxAcceleration() <= joint.accelerationCeiling(),
        joint,
        "acceleration " + limits.maxAcceleration() + "°/s²",
        "20.." + joint.accelerationCeiling() + "°/s²");
    require(inside(lead, LONGEST_LEAD), joint, "lead " + lead, "0..300 ms");
    require(inside(idleOff, LONGEST_IDLE), joint, "idle-off " + idleOff, "0..10 minutes");
    require(
        dutyPercent >= LEAST_DUTY_PERCENT && dutyPercent <= 100,
        joint,
        "duty " + dutyPercent + " %",
        "10..100 %");
  }

  /** An angle as movements are written → this robot's angle, inside its limits. */
  double own(double reference) {
    double low = limits.minDegrees();
    double high = limits.maxDegrees();
    double wanted = reference;
    if (joint.scales()) {
      wanted = low + (reference - joint.low()) / (joint.high() - joint.low()) * (high - low);
    }
    return Math.clamp(wanted, low, high);
  }

  /** This robot's angle → the angle as movements are written. */
  double reference(double own) {
    if (!joint.scales()) {
      return own;
    }
    double share = (own - limits.minDegrees()) / (limits.maxDegrees() - limits.minDegrees());
    return joint.low() + share * (joint.high() - joint.low());
  }

  /**
   * The pulse for one of this robot's own angles.
   *
   * @return in microseconds, never outside the servo's range
   */
  public double pulse(double own) {
    return calibration.pulse(limits, own);
  }

  /** The angle as movements are written that a pulse in microseconds stands for. */
  public double referenceOfPulse(double pulseMicros) {
    return reference(calibration.degrees(limits, pulseMicros));
  }

  /** The limits without the angles that a trimmed servo's pulse range cannot reach. */
  Limits reachable() {
    double oneEnd = calibration.degrees(limits, calibration.minPulseMicros());
    double otherEnd = calibration.degrees(limits, calibration.maxPulseMicros());
    double low = Math.max(limits.minDegrees(), Math.min(oneEnd, otherEnd));
    double high = Math.min(limits.maxDegrees(), Math.max(oneEnd, otherEnd));
    return new Limits(
        low,
        high,
        Math.clamp(limits.restDegrees(), low, high),
        limits.maxSpeed(),
        limits.maxAcceleration());
  }

  private static boolean inside(Duration value, Duration most) {
    return !value.isNegative() && value.compareTo(most) <= 0;
  }

  private static void require(boolean good, Joint joint, String found, String allowed) {
    if (!good) {
      throw new IllegalArgumentException(joint.key() + ": " + found + " is outside " + allowed);
    }
  }
}
