package iyagi.motion;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A moving part of a robot. Movements are written in degrees for a body with the ranges given here;
 * a robot whose joint reaches less far clamps, except for the mouth and the eyelids, which scale,
 * so that shut is always shut.
 */
public enum Joint {
  /** 0 shut, 25 open. */
  MOUTH(0, 25, 500, 15_000),
  /** To the robot's left is positive. */
  HEAD_YAW(-60, 60, 120, 1_200),
  /** Up is positive. */
  HEAD_PITCH(-25, 25, 120, 1_200),
  /** Tilted to the robot's left is positive. */
  HEAD_ROLL(-20, 20, 120, 1_200),
  /** 0 hangs down, 120 is up beside the head. */
  LEFT_ARM(0, 120, 150, 1_500),
  /** 0 hangs down, 120 is up beside the head. */
  RIGHT_ARM(0, 120, 150, 1_500),
  /** 0 open, 30 shut. */
  EYELIDS(0, 30, 300, 15_000),
  /** To the robot's left is positive. */
  WAIST(-30, 30, 60, 600);

  private final double low;
  private final double high;
  private final double speedCeiling;
  private final double accelerationCeiling;

  Joint(double low, double high, double speedCeiling, double accelerationCeiling) {
    this.low = low;
    this.high = high;
    this.speedCeiling = speedCeiling;
    this.accelerationCeiling = accelerationCeiling;
  }

  /** The lowest angle that a movement asks for, in degrees. */
  public double low() {
    return low;
  }

  /** The highest angle that a movement asks for, in degrees. */
  public double high() {
    return high;
  }

  /**
   * The highest speed that any profile may allow, in degrees a second. A 9 g servo could do 500 to
   * 600 (0.10 to 0.12 s for 60°, SG90 and MG90S data sheets); these are our own, lower figures for
   * parts that a toddler can reach. Jaw and eyelids are light and have to keep up with speech.
   */
  public double speedCeiling() {
    return speedCeiling;
  }

  /**
   * The highest acceleration that any profile may allow, in degrees a second squared: heavy parts
   * take at least a tenth of a second to full speed, jaw and eyelids have to be free for speech and
   * blinks.
   */
  public double accelerationCeiling() {
    return accelerationCeiling;
  }

  /** Whether this joint's movements are scaled to the robot's own range instead of clamped. */
  public boolean scales() {
    return this == MOUTH || this == EYELIDS;
  }

  /** As written in profiles and scores: "head-yaw". */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The joint with that key. */
  public static Optional<Joint> of(String key) {
    return Arrays.stream(values()).filter(j -> j.key().equals(key)).findFirst();
  }
}
