package iyagi.session;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A session with its date and its attendance.
 *
 * @param began when, as well as it is known
 * @param dating how well that is
 * @param attendance if somebody has typed it
 */
public record Remembered(
    Session session, Instant began, Dating dating, Optional<Attendance> attendance) {
  /** How well the date of a session is known. */
  public enum Dating {
    /** The clock was right when it began. */
    KNOWN,
    /** The clock was not right, and the date was worked out when it became so. */
    CORRECTED,
    /** The clock has not been right since; the date is a guess. */
    ESTIMATED;

    /** As files write it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
