package iyagi.motion;

import java.time.Duration;
import java.util.Set;

/** A movement as a pure function of time: the same moment always gives the same pose. */
public interface Trajectory {
  /** How long the movement lasts. Never negative. */
  Duration length();

  /** The joints that it moves. */
  Set<Joint> joints();

  /**
   * One joint's angle at a moment of the movement, in degrees.
   *
   * @param seconds from the start; before 0 and after {@link #length()} give the first and last
   *     angle
   * @return NaN for a joint that it does not move
   */
  double degrees(Joint joint, double seconds);
}
