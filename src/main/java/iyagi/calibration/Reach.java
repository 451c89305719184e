package iyagi.calibration;

import iyagi.motion.JointProfile;
import iyagi.settings.JointCalibration;

/**
 * How far a joint may be moved while it is measured.
 *
 * @param lowestMicros the shortest pulse, 500 or more
 * @param highestMicros the longest pulse, 2500 or less
 */
public record Reach(double lowestMicros, double highestMicros) {
  /** Whatever a servo of any robot here is ever sent: for whoever builds one. */
  public static final Reach SERVO =
      new Reach(JointCalibration.SHORTEST_MICROS, JointCalibration.LONGEST_MICROS);

  /** Checks the order. */
  public Reach {
    if (!(lowestMicros >= JointCalibration.SHORTEST_MICROS
        && highestMicros <= JointCalibration.LONGEST_MICROS
        && lowestMicros < highestMicros)) {
      throw new IllegalArgumentException(
          lowestMicros + ".." + highestMicros + " µs is outside 500..2500 µs");
    }
  }

  /** What a joint's profile allows, and what was measured on this robot by its builder. */
  static Reach of(JointProfile make, JointCalibration kept) {
    JointCalibration own = JointCalibration.of(make);
    return new Reach(
        Math.min(own.pulses().minPulseMicros(), kept.pulses().minPulseMicros()),
        Math.max(own.pulses().maxPulseMicros(), kept.pulses().maxPulseMicros()));
  }

  boolean holds(double pulse) {
    return pulse >= lowestMicros && pulse <= highestMicros;
  }

  double clamp(double pulse) {
    return Math.clamp(pulse, lowestMicros, highestMicros);
  }
}
