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
  MOUTH(0, 25),
  /** To the robot's left is positive. */
  HEAD_YAW(-60, 60),
  /** Up is positive. */
  HEAD_PITCH(-25, 25),
  /** Tilted to the robot's left is positive. */
  HEAD_ROLL(-20, 20),
  /** 0 hangs down, 120 is up beside the head. */
  LEFT_ARM(0, 120),
  /** 0 hangs down, 120 is up beside the head. */
  RIGHT_ARM(0, 120),
  /** 0 open, 30 shut. */
  EYELIDS(0, 30),
  /** To the robot's left is positive. */
  WAIST(-30, 30);

  private final double low;
  private final double high;

  Joint(double low, double high) {
    this.low = low;
    this.high = high;
  }

  /** The lowest angle that a movement asks for, in degrees. */
  public double low() {
    return low;
  }

  /** The highest angle that a movement asks for, in degrees. */
  public double high() {
    return high;
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
