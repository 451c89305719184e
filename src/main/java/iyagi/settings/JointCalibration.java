package iyagi.settings;

import iyagi.motion.Calibration;
import iyagi.motion.JointProfile;
import iyagi.motion.Limits;
import java.time.Duration;

/**
 * What was measured of one joint of one robot, in whole microseconds.
 *
 * @param pulses what its servo takes, within 500 to 2500 µs
 * @param restPulseMicros where it stands when nothing happens, inside of what it can reach
 * @param lead how much earlier its servo has to be told, 0 to 300 ms
 */
public record JointCalibration(Calibration pulses, double restPulseMicros, Duration lead) {
  /** No calibration sends a shorter pulse, in microseconds. */
  public static final double SHORTEST_MICROS = 500;

  /** No calibration sends a longer pulse, in microseconds. */
  public static final double LONGEST_MICROS = 2500;

  /** Checks the range, the place of rest and the lead. */
  public JointCalibration {
    double low = pulses.minPulseMicros();
    double high = pulses.maxPulseMicros();
    if (!(low >= SHORTEST_MICROS && high <= LONGEST_MICROS)) {
      throw new IllegalArgumentException(low + ".." + high + " µs is outside 500..2500 µs");
    }
    if (!(restPulseMicros >= lowest(pulses) && restPulseMicros <= highest(pulses))) {
      throw new IllegalArgumentException(
          "rest = "
              + restPulseMicros
              + " µs is outside "
              + lowest(pulses)
              + ".."
              + highest(pulses));
    }
    if (lead.isNegative() || lead.compareTo(JointProfile.LONGEST_LEAD) > 0) {
      throw new IllegalArgumentException("lead " + lead + " is outside 0..300 ms");
    }
  }

  /** What the make's profile says, as far as a calibration may say it. */
  public static JointCalibration of(JointProfile make) {
    Calibration own = make.calibration();
    double narrowest = Calibration.NARROWEST_MICROS;
    double low =
        Math.clamp(Math.rint(own.minPulseMicros()), SHORTEST_MICROS, LONGEST_MICROS - narrowest);
    double high = Math.clamp(Math.rint(own.maxPulseMicros()), low + narrowest, LONGEST_MICROS);
    double most = Math.ceil((high - low) / 2) - 1;
    Calibration pulses =
        new Calibration(
            low, high, own.reversed(), Math.clamp(Math.rint(own.trimMicros()), -most, most) + 0.0);
    double rest = Math.rint(own.pulse(make.limits(), make.limits().restDegrees()));
    return new JointCalibration(
        pulses, Math.clamp(rest, lowest(pulses), highest(pulses)), make.lead());
  }

  /** The shortest pulse that an angle can come to, given the trim. */
  public static double lowest(Calibration pulses) {
    return pulses.minPulseMicros() + Math.max(0, pulses.trimMicros());
  }

  /** The longest pulse that an angle can come to, given the trim. */
  public static double highest(Calibration pulses) {
    return pulses.maxPulseMicros() + Math.min(0, pulses.trimMicros());
  }

  /**
   * The widest range of pulses that a joint of that make may be given, in microseconds. Over a
   * wider range the same speed in degrees is a faster servo, so the speed is lowered in proportion;
   * below the slowest that a profile allows it cannot go.
   */
  public static double widestMicros(JointProfile make) {
    double share =
        Math.min(
            make.limits().maxSpeed() / Limits.SLOWEST,
            make.limits().maxAcceleration() / Limits.GENTLEST);
    return Math.min(LONGEST_MICROS - SHORTEST_MICROS, span(make.calibration()) * share);
  }

  /**
   * The joint of that make as it was measured. Its servo never turns faster, nor is accelerated
   * faster, than with the make's own pulses.
   *
   * @throws IllegalArgumentException if the range is wider than {@link #widestMicros}
   */
  public JointProfile over(JointProfile make) {
    Limits limits = make.limits();
    double share = Math.min(1, span(make.calibration()) / span(pulses));
    double rest = pulses.degrees(limits, restPulseMicros);
    return new JointProfile(
        make.joint(),
        make.channel(),
        new Limits(
            limits.minDegrees(),
            limits.maxDegrees(),
            Math.clamp(rest, limits.minDegrees(), limits.maxDegrees()),
            limits.maxSpeed() * share,
            limits.maxAcceleration() * share),
        pulses,
        lead,
        make.idleOff(),
        make.dutyPercent());
  }

  private static double span(Calibration pulses) {
    return pulses.maxPulseMicros() - pulses.minPulseMicros();
  }
}
