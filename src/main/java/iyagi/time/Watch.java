package iyagi.time;

/** Says where in time the robot is. Any thread. */
@FunctionalInterface
public interface Watch {
  /** Now. */
  Moment now();

  /**
   * The machine's own clocks.
   *
   * @param trusted whether somebody has vouched for the wall clock, as on a machine that is kept
   *     right by other means than NTP or a battery clock
   */
  static Watch system(boolean trusted) {
    return new SystemWatch(trusted);
  }
}
