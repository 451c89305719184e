package iyagi.program;

import java.time.LocalTime;

/**
 * Hours of every day in which the robot says nothing by itself.
 *
 * @param from the first quiet minute
 * @param to the first minute that is not; before {@code from} where the hours go over midnight
 */
public record QuietHours(LocalTime from, LocalTime to) {
  /** Checks that there is a time between. */
  public QuietHours {
    if (from.equals(to)) {
      throw Checks.wrong(
          "from = {0} and to = {1} are the same; quiet hours need both ends", from, to);
    }
  }

  /** Whether this time of the day is quiet. */
  public boolean at(LocalTime time) {
    boolean after = !time.isBefore(from);
    boolean before = time.isBefore(to);
    return from.isBefore(to) ? after && before : after || before;
  }
}
