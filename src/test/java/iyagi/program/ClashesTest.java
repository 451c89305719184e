package iyagi.program;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iyagi.words.Sentence;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holidays and quiet hours take of a plan is said when it is planned. */
final class ClashesTest {
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");
  private static final Programme DAYS =
      Programme.NOTHING
          .withQuiet(
              List.of(
                  new QuietHours(LocalTime.of(12, 30), LocalTime.of(14, 0)),
                  new QuietHours(LocalTime.of(18, 0), LocalTime.of(9, 0))))
          .with(new Holiday(LocalDate.of(2026, 12, 24), LocalDate.of(2027, 1, 3), "Winter"));

  private static List<String> told(When when, String start) {
    Plan plan = Hall.plan("p", when, start, Hall.story("a"));
    return Clashes.of(plan, DAYS, SEOUL, NOW).stream().map(Sentence::toString).toList();
  }

  private static When on(int month, int day) {
    return new When.Once(LocalDate.of(2026, month, day));
  }

  @Test
  void aStartInQuietHoursOrShortBeforeThemBeginsNothing() {
    assertEquals(
        List.of("19:00 is in quiet hours (18:00 to 09:00): nothing would begin."),
        told(on(12, 10), "19:00"));
    assertEquals(
        List.of("12:26 is less than 5 minutes before quiet hours: nothing would begin."),
        told(on(12, 8), "12:26"));
    assertEquals(
        List.of("Quiet hours begin within its 25 minutes: the robot would say goodbye before."),
        told(on(12, 10), "12:10"));
    assertEquals(List.of(), told(on(12, 10), "12:05"));
    assertEquals(List.of(), told(on(12, 10), "09:00"));
  }

  @Test
  void holidaysAreCountedForEveryWeekAndNamedForOneDay() {
    assertEquals(
        List.of("2026-12-25 is a holiday (Winter): it would be left out."),
        told(on(12, 25), "10:30"));
    assertEquals(
        List.of(
            "2 times it falls on a holiday and would be left out, first on 2026-12-26 (Winter)."),
        told(Hall.weekly(DayOfWeek.SATURDAY), "10:30"));
    assertEquals(2, told(on(12, 25), "18:00").size());
    assertEquals(List.of(), told(on(11, 24), "18:00"), "what is over loses nothing");
  }
}
