package iyagi.program;

import iyagi.words.Sentence;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What holidays and quiet hours take of a plan's own time, to be told before it is kept: of one day
 * whenever it is, of every week in the coming year.
 */
public final class Clashes {
  private static final int DAYS = 366;

  private final Plan plan;
  private final Timetable timetable;
  private final List<Due> due;

  private Clashes(Plan plan, Programme programme, ZoneId zone, Instant now) {
    this.plan = plan;
    timetable = new Timetable(programme.only(plan), zone);
    LocalDate today = now.atZone(zone).toLocalDate();
    Stream<LocalDate> days =
        switch (plan.when()) {
          case When.Once(LocalDate date) -> Stream.of(date);
          case When.Weekly(_, Optional<LocalDate> from, _) ->
              IntStream.range(0, DAYS)
                  .mapToObj(from.filter(today::isBefore).orElse(today)::plusDays);
        };
    due =
        days.flatMap(day -> timetable.on(day).stream())
            .filter(each -> each.occasion().at().isAfter(now))
            .toList();
  }

  /**
   * Says what is lost, most of all first; nothing if all is well or over.
   *
   * @param programme whose holidays and quiet hours hold
   */
  public static List<Sentence> of(Plan plan, Programme programme, ZoneId zone, Instant now) {
    Clashes clashes = new Clashes(plan, programme, zone, now);
    List<Sentence> told = new ArrayList<>();
    clashes.quiet().ifPresent(told::add);
    clashes.holidays().ifPresent(told::add);
    return told;
  }

  /** It begins at the same time of the day each time, so what is so once is so always. */
  private Optional<Sentence> quiet() {
    Optional<QuietHours> in =
        timetable.programme().quiet().stream().filter(hours -> hours.at(plan.start())).findFirst();
    if (due.isEmpty()) {
      return Optional.empty();
    }
    if (in.isPresent()) {
      return Optional.of(
          Sentence.of(
              "{0} is in quiet hours ({1} to {2}): nothing would begin.",
              plan.start(), in.get().from(), in.get().to()));
    }
    if (any(timetable::leavesOut)) {
      return Optional.of(
          Sentence.of(
              "{0} is less than {1} minutes before quiet hours: nothing would begin.",
              plan.start(), Timetable.TOO_SHORT.toMinutes()));
    }
    return any(timetable::shortens)
        ? Optional.of(
            Sentence.of(
                "Quiet hours begin within its {0} minutes: the robot would say goodbye before.",
                plan.cap().toMinutes()))
        : Optional.empty();
  }

  private boolean any(Predicate<Occasion> bad) {
    return due.stream().filter(each -> each.left().isEmpty()).map(Due::occasion).anyMatch(bad);
  }

  private Optional<Sentence> holidays() {
    List<Due> left = due.stream().filter(each -> holiday(each).isPresent()).toList();
    if (left.isEmpty()) {
      return Optional.empty();
    }
    LocalDate first = left.getFirst().occasion().local().toLocalDate();
    String name = holiday(left.getFirst()).orElseThrow().name();
    return Optional.of(
        left.size() == 1
            ? Sentence.of("{0} is a holiday ({1}): it would be left out.", first, name)
            : Sentence.of(
                "{0} times it falls on a holiday and would be left out, first on {1} ({2}).",
                left.size(), first, name));
  }

  private static Optional<Holiday> holiday(Due due) {
    return due.left()
        .flatMap(
            why ->
                why instanceof Due.Skip.OnHoliday(Holiday holiday)
                    ? Optional.of(holiday)
                    : Optional.empty());
  }
}
