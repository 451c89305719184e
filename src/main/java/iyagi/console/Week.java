package iyagi.console;

import iyagi.program.Due;
import iyagi.program.Entry;
import iyagi.program.Holiday;
import iyagi.program.Occasion;
import iyagi.program.Plan;
import iyagi.program.Programme;
import iyagi.program.Timetable;
import iyagi.score.Manner;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a week of a programme comes to, with what became of it. */
final class Week {
  private static final int DAYS = 7;

  private final Programme programme;
  private final Timetable timetable;
  private final List<Entry> journal;

  Week(Programme programme, ZoneId zone, List<Entry> journal) {
    this.programme = programme;
    this.timetable = new Timetable(programme, zone);
    this.journal = journal;
  }

  /**
   * One day.
   *
   * @param holiday its name; "" if it is none
   */
  record Day(String date, String holiday, List<Meeting> meetings) {}

  /**
   * One occasion.
   *
   * @param plan its id
   * @param title its theme; the id where the plan has been taken out
   * @param state "planned", "holiday", "quiet", or what became of it: "missed"
   * @param reason why; "" if there is none to tell
   * @param manner for whom: "calm"; "" for whoever the robot is set for
   */
  record Meeting(
      String plan, String title, String start, String state, String reason, String manner) {}

  List<Day> from(LocalDate monday) {
    return IntStream.range(0, DAYS).mapToObj(monday::plusDays).map(this::day).toList();
  }

  private Day day(LocalDate date) {
    List<Meeting> meetings = new ArrayList<>();
    List<Due> due = timetable.on(date);
    due.forEach(each -> meetings.add(meeting(each)));
    // A plan that was begun by hand, moved or taken out meanwhile.
    journal.stream()
        .filter(entry -> entry.when().toLocalDate().equals(date))
        .filter(entry -> due.stream().noneMatch(each -> same(entry, each.occasion())))
        .forEach(entry -> meetings.add(meeting(entry)));
    meetings.sort(Comparator.comparing(Meeting::start));
    String holiday =
        programme.holidays().stream()
            .filter(each -> each.on(date))
            .map(Holiday::name)
            .findFirst()
            .orElse("");
    return new Day(date.toString(), holiday, meetings);
  }

  private Meeting meeting(Due due) {
    Occasion occasion = due.occasion();
    Optional<Meeting> became =
        journal.stream().filter(e -> same(e, occasion)).findFirst().map(this::meeting);
    return became.orElseGet(
        () ->
            new Meeting(
                occasion.plan().id(),
                occasion.plan().title(),
                occasion.local().toLocalTime().toString(),
                due.left().map(Week::skip).orElse("planned"),
                "",
                manner(Optional.of(occasion.plan()))));
  }

  private static String skip(Due.Skip why) {
    return switch (why) {
      case Due.Skip.OnHoliday _ -> "holiday";
      case Due.Skip.InQuietHours _ -> "quiet";
    };
  }

  private Meeting meeting(Entry entry) {
    LocalDateTime when = entry.when();
    LocalTime minute = LocalTime.of(when.getHour(), when.getMinute());
    return new Meeting(
        entry.plan(),
        programme.plan(entry.plan()).map(Plan::title).orElse(entry.plan()),
        minute.toString(),
        word(entry.state()),
        entry.reason().map(Week::word).orElse(""),
        manner(programme.plan(entry.plan())));
  }

  private static String manner(Optional<Plan> plan) {
    return plan.flatMap(Plan::manner).map(Manner::word).orElse("");
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static boolean same(Entry entry, Occasion occasion) {
    return entry.plan().equals(occasion.plan().id()) && entry.when().equals(occasion.local());
  }
}
