package iyagi.time;

import java.time.Duration;
import java.time.Instant;

/**
 * Where in time the robot is, by both of its clocks.
 *
 * @param boot which run of the machine: a random id that the kernel makes at power-on
 * @param sinceBoot monotonic, goes on over restarts of the program; never set by anybody
 * @param wall what the wall clock says
 * @param quality whether the wall clock can be believed
 */
public record Moment(String boot, Duration sinceBoot, Instant wall, ClockQuality quality) {
  /** When the machine was switched on, if the wall clock is right. */
  public Instant bootWall() {
    return wall.minus(sinceBoot);
  }
}
