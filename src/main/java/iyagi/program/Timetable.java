package iyagi.program;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** What a programme comes to in a time zone. Pure: the same question has always one answer. */
public final class Timetable {
  /** How far ahead the next occasions are looked for. */
  private static final int HORIZON_DAYS = 400;

  /** Nothing is begun that quiet hours would end at once. */
  static final Duration TOO_SHORT = Duration.ofMinutes(5);

  private static final Comparator<Due> ORDER =
      Comparator.comparing((Due due) -> due.occasion().at())
          .thenComparing(due -> due.occasion().plan().id());

  private final Programme programme;
  private final ZoneId zone;

  /** The timetable of a programme, by the clock of a zone. */
  public Timetable(Programme programme, ZoneId zone) {
    this.programme = programme;
    this.zone = zone;
  }

  /** Every occasion after one moment and not after another, in order. */
  public List<Due> between(Instant after, Instant until) {
    List<Due> found = new ArrayList<>();
    // A start in a left-out hour is an hour later than it says, so the day before counts, too.
    LocalDate last = until.atZone(zone).toLocalDate();
    for (LocalDate day = after.atZone(zone).toLocalDate().minusDays(1);
        !day.isAfter(last);
        day = day.plusDays(1)) {
      for (Due due : on(day)) {
        if (due.occasion().at().isAfter(after) && !due.occasion().at().isAfter(until)) {
          found.add(due);
        }
      }
    }
    found.sort(ORDER);
    return List.copyOf(found);
  }

  /** Every occasion of a day, in order. */
  public List<Due> on(LocalDate day) {
    return programme.plans().stream()
        .filter(plan -> plan.when().on(day))
        .map(plan -> due(Occasion.of(plan, LocalDateTime.of(day, plan.start()), zone)))
        .sorted(ORDER)
        .toList();
  }

  /** The next occasions after a moment, at most so many, within the coming 400 days. */
  public List<Due> next(Instant after, int most) {
    return between(after, after.plus(Duration.ofDays(HORIZON_DAYS))).stream().limit(most).toList();
  }

  private Due due(Occasion occasion) {
    return new Due(occasion, skip(occasion));
  }

  private Optional<Due.Skip> skip(Occasion occasion) {
    Optional<Due.Skip> holiday =
        programme.holidays().stream()
            .filter(each -> each.on(occasion.local().toLocalDate()))
            .findFirst()
            .map(Due.Skip.OnHoliday::new);
    Optional<Due.Skip> hours = quietHours(occasion.at()).map(Due.Skip.InQuietHours::new);
    return holiday.or(() -> hours);
  }

  /**
   * Whether this programme would not let an occasion of whatever programme begin: on its holidays,
   * in its quiet hours, or so short before them that nothing is begun any more.
   */
  public boolean leavesOut(Occasion occasion) {
    return skip(occasion).isPresent() || quietWithin(occasion.at(), TOO_SHORT);
  }

  /** Whether an occasion would begin, but had to end before quiet hours instead of at its time. */
  public boolean shortens(Occasion occasion) {
    return !leavesOut(occasion)
        && LongStream.range(0, occasion.plan().cap().toMinutes())
            .anyMatch(minute -> quiet(occasion.at().plus(Duration.ofMinutes(minute))));
  }

  /** Whether nothing may be said by itself now. */
  public boolean quiet(Instant at) {
    return quietHours(at).isPresent();
  }

  private Optional<QuietHours> quietHours(Instant at) {
    return programme.quiet().stream()
        .filter(hours -> hours.at(at.atZone(zone).toLocalTime()))
        .findFirst();
  }

  /** Whether it is or becomes quiet within a time, which has to be shorter than quiet hours are. */
  boolean quietWithin(Instant now, Duration time) {
    return quiet(now) || quiet(now.plus(time));
  }

  ZoneId zone() {
    return zone;
  }

  /** Of which it is the timetable. */
  public Programme programme() {
    return programme;
  }
}
