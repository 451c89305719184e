package iyagi.program;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;

/** On which days a plan is carried out. */
public sealed interface When {
  /** Whether it is on this day. */
  boolean on(LocalDate date);

  /** On one day. */
  record Once(LocalDate date) implements When {
    @Override
    public boolean on(LocalDate day) {
      return day.equals(date);
    }
  }

  /**
   * Every week.
   *
   * @param day of the week
   * @param from the first day it may be; empty for always
   * @param until the last day it may be; empty for ever
   */
  record Weekly(DayOfWeek day, Optional<LocalDate> from, Optional<LocalDate> until)
      implements When {
    /** Checks the order. */
    public Weekly {
      if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
        throw Checks.wrong("until = {0} is before from = {1}", until.get(), from.get());
      }
    }

    @Override
    public boolean on(LocalDate date) {
      return date.getDayOfWeek() == day
          && from.map(first -> !date.isBefore(first)).orElse(true)
          && until.map(last -> !date.isAfter(last)).orElse(true);
    }
  }
}
