package iyagi.performance;

import iyagi.motion.Pose;

/**
 * Somebody who moves the servos for a while instead of the motion loop, while nothing is played.
 */
public interface Guest {
  /** One tick, on the loop's thread. Never throws, never waits but for the bus. */
  void tick();

  /** Where the joints were told to be last, in degrees as movements are written. */
  Pose shown();
}
