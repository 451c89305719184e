package iyagi.doctor;

import java.util.List;

/** Looks at one part. */
@FunctionalInterface
interface Check {
  /** What was found; nothing where the robot has no such part. */
  List<Finding> look();
}
