package iyagi.motion;

import java.util.Arrays;
import java.util.Map;

/**
 * Angles of several joints at one moment, in degrees. Joints that it does not name are left to
 * others. Immutable.
 */
public final class Pose {
  /** Names no joint. */
  public static final Pose NONE = new Pose(new double[0]);

  private static final int JOINTS = Joint.values().length;
  private final double[] degrees;

  private Pose(double[] degrees) {
    this.degrees = degrees;
  }

  /**
   * The angles given.
   *
   * @throws IllegalArgumentException if one is not a finite number
   */
  public static Pose of(Map<Joint, Double> angles) {
    double[] degrees = new double[JOINTS];
    Arrays.fill(degrees, Double.NaN);
    angles.forEach(
        (joint, angle) -> {
          if (!Double.isFinite(angle)) {
            throw new IllegalArgumentException(joint.key() + " = " + angle + "° is no angle");
          }
          degrees[joint.ordinal()] = angle;
        });
    return new Pose(degrees);
  }

  /** Whether this pose says anything of the joint. */
  public boolean has(Joint joint) {
    return degrees.length > 0 && !Double.isNaN(degrees[joint.ordinal()]);
  }

  /** The joint's angle in degrees, or the other value where the pose does not name the joint. */
  public double degrees(Joint joint, double otherwise) {
    return has(joint) ? degrees[joint.ordinal()] : otherwise;
  }

  /** This pose with one angle set. */
  public Pose with(Joint joint, double angle) {
    double[] next = degrees.length == 0 ? new double[JOINTS] : degrees.clone();
    if (degrees.length == 0) {
      Arrays.fill(next, Double.NaN);
    }
    next[joint.ordinal()] = angle;
    return new Pose(next);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Pose pose && Arrays.equals(degrees, pose.degrees);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(degrees);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Joint joint : Joint.values()) {
      if (has(joint)) {
        text.append(text.isEmpty() ? "" : ", ")
            .append(joint.key())
            .append(' ')
            .append(degrees(joint, 0))
            .append('°');
      }
    }
    return text.toString();
  }
}
