package iyagi.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TimetableTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final Plan TUESDAY = Hall.tuesdays(Hall.story("bear"));

  private static List<Due> year(Programme programme, ZoneId zone) {
    Instant from = LocalDateTime.of(2026, 1, 1, 0, 0).atZone(zone).toInstant();
    Instant until = LocalDateTime.of(2027, 1, 1, 0, 0).atZone(zone).toInstant();
    return new Timetable(programme, zone).between(from, until);
  }

  private static List<LocalDateTime> tuesdays() {
    List<LocalDateTime> all = new ArrayList<>();
    for (LocalDate day = LocalDate.of(2026, 1, 6); day.getYear() == 2026; day = day.plusWeeks(1)) {
      all.add(day.atTime(10, 30));
    }
    return all;
  }

  @Test
  void aWeeklyPlanIsAtTheSameTimeOnTheWallInSummerAndWinter() {
    for (ZoneId zone : List.of(BERLIN, SEOUL)) {
      List<Due> due = year(Hall.programme(TUESDAY), zone);
      assertEquals(52, due.size());
      assertEquals(
          tuesdays(),
          due.stream().map(d -> LocalDateTime.ofInstant(d.occasion().at(), zone)).toList());
    }
  }

  @Test
  void aStartInTheHourThatSummerTimeLeavesOutIsOnceAnHourLater() {
    Plan night =
        Hall.plan("night", new When.Once(LocalDate.of(2026, 3, 29)), "02:30", Hall.story("a"));
    List<Due> due = year(Hall.programme(night), BERLIN);
    assertEquals(
        List.of(Instant.parse("2026-03-29T01:30:00Z")),
        due.stream().map(d -> d.occasion().at()).toList());
  }

  @Test
  void aStartInTheHourThatComesTwiceIsOnceTheFirstTime() {
    Plan night =
        Hall.plan("night", new When.Once(LocalDate.of(2026, 10, 25)), "02:30", Hall.story("a"));
    assertEquals(
        List.of(Instant.parse("2026-10-25T00:30:00Z")),
        year(Hall.programme(night), BERLIN).stream().map(d -> d.occasion().at()).toList());
  }

  @Test
  void everyWayOfCuttingTheYearGivesEachOccasionOnce() {
    Timetable timetable = new Timetable(Hall.programme(TUESDAY), BERLIN);
    Instant from = Instant.parse("2025-12-31T23:00:00Z");
    int found = 0;
    for (int hours = 0; hours < 365 * 24; hours += 7) {
      Instant then = from.plus(Duration.ofHours(hours));
      found += timetable.between(then, then.plus(Duration.ofHours(7))).size();
    }
    assertEquals(52, found);
  }

  @Test
  void holidaysAndQuietHoursLeaveOutWithTheReason() {
    Holiday easter = new Holiday(LocalDate.of(2026, 4, 3), LocalDate.of(2026, 4, 7), "Easter");
    List<Due> due = year(Hall.programme(TUESDAY).with(easter), SEOUL);
    List<Due> left = due.stream().filter(d -> d.left().isPresent()).toList();
    assertEquals(1, left.size());
    assertEquals(LocalDate.of(2026, 4, 7), left.getFirst().occasion().local().toLocalDate());
    assertEquals("left out: Easter", left.getFirst().words().toString());
    QuietHours noon = new QuietHours(LocalTime.of(10, 30), LocalTime.of(12, 0));
    List<Due> quiet = year(Hall.programme(TUESDAY).withQuiet(List.of(noon)), SEOUL);
    assertTrue(
        quiet.stream().allMatch(d -> d.words().toString().contains("quiet hours from 10:30")));
  }

  @Test
  void quietHoursGoOverMidnight() {
    QuietHours night = new QuietHours(LocalTime.of(18, 0), LocalTime.of(9, 0));
    assertTrue(night.at(LocalTime.of(23, 0)) && night.at(LocalTime.of(8, 59)));
    assertTrue(night.at(LocalTime.of(18, 0)) && !night.at(LocalTime.of(9, 0)));
  }

  @Test
  void aWeeklyPlanKeepsToItsFirstAndLastDay() {
    When when =
        new When.Weekly(
            DayOfWeek.TUESDAY,
            Optional.of(LocalDate.of(2026, 3, 3)),
            Optional.of(LocalDate.of(2026, 3, 16)));
    List<Due> due =
        year(Hall.programme(Hall.plan("spring", when, "10:30", Hall.story("a"))), SEOUL);
    assertEquals(
        List.of(LocalDate.of(2026, 3, 3), LocalDate.of(2026, 3, 10)),
        due.stream().map(d -> d.occasion().local().toLocalDate()).toList());
  }
}
