package iyagi.calibration;

import iyagi.motion.Calibration;
import iyagi.motion.Joint;
import iyagi.motion.JointProfile;
import iyagi.motion.Limits;
import iyagi.settings.JointCalibration;
import java.time.Duration;

/**
 * A joint while it is measured: what its profile says of angles counts for nothing yet, so its
 * "degrees" are pulses, ten microseconds each (a 9 g servo turns 180° over about 1900 µs).
 */
final class BenchJoint {
  /** In µs a second: 20° a second. Slow enough to take a finger away, or to type "off". */
  static final double SLOW_MICROS = 200;

  private static final double MICROS_PER_DEGREE = 10;
  private static final double GENTLE_MICROS = 800;
  private static final double MIDDLE_MICROS =
      (JointCalibration.SHORTEST_MICROS + JointCalibration.LONGEST_MICROS) / 2;
  private static final double HALF_MICROS = JointCalibration.LONGEST_MICROS - MIDDLE_MICROS;

  private BenchJoint() {}

  /** For measuring: never faster than 20° a second, nor than its make allows. */
  static JointProfile slow(JointProfile make) {
    return with(
        make, Math.min(SLOW_MICROS, speed(make)), Math.min(GENTLE_MICROS, acceleration(make)));
  }

  /** For tapping to clicks: as fast as its make allows. */
  static JointProfile quick(JointProfile make) {
    return with(make, speed(make), acceleration(make));
  }

  /** In µs a second. */
  static double speed(JointProfile make) {
    return make.limits().maxSpeed() * microsPerDegree(make);
  }

  /** In µs a second squared. */
  static double acceleration(JointProfile make) {
    return make.limits().maxAcceleration() * microsPerDegree(make);
  }

  private static double microsPerDegree(JointProfile make) {
    Calibration pulses = make.calibration();
    return (pulses.maxPulseMicros() - pulses.minPulseMicros())
        / (make.limits().maxDegrees() - make.limits().minDegrees());
  }

  private static JointProfile with(JointProfile make, double speed, double acceleration) {
    Joint joint = make.joint();
    double half = HALF_MICROS / MICROS_PER_DEGREE;
    return new JointProfile(
        joint,
        make.channel(),
        new Limits(
            -half,
            half,
            0,
            Math.clamp(speed / MICROS_PER_DEGREE, Limits.SLOWEST, joint.speedCeiling()),
            Math.clamp(
                acceleration / MICROS_PER_DEGREE, Limits.GENTLEST, joint.accelerationCeiling())),
        new Calibration(
            JointCalibration.SHORTEST_MICROS, JointCalibration.LONGEST_MICROS, false, 0),
        Duration.ZERO,
        Duration.ZERO,
        100);
  }
}
