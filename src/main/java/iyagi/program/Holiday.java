package iyagi.program;

import java.time.LocalDate;

/**
 * Days on which nothing is read by itself.
 *
 * @param from the first day
 * @param until the last day
 * @param name for people, 1 to 100 characters: "Christmas"
 */
public record Holiday(LocalDate from, LocalDate until, String name) {
  /** Checks the order and the name. */
  public Holiday {
    Checks.text("name", name, 1, 100);
    if (until.isBefore(from)) {
      throw Checks.wrong("until = {0} is before from = {1}", until, from);
    }
  }

  /** Whether this day is one of them. */
  public boolean on(LocalDate date) {
    return !date.isBefore(from) && !date.isAfter(until);
  }
}
