package iyagi.program;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * A plan on one day.
 *
 * @param plan what is read
 * @param local when, by the clock on the wall
 * @param at when; where summer time leaves out the hour, an hour later by the clock, and where an
 *     hour comes twice, the first time
 */
public record Occasion(Plan plan, LocalDateTime local, Instant at) {
  static Occasion of(Plan plan, LocalDateTime local, ZoneId zone) {
    return new Occasion(plan, local, local.atZone(zone).toInstant());
  }

  /** Until when it may still begin. */
  public Instant latest() {
    return at.plus(plan.grace());
  }
}
