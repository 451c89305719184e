package iyagi.console;

import iyagi.program.Clashes;
import iyagi.program.Due;
import iyagi.program.Holiday;
import iyagi.program.Occasion;
import iyagi.program.Plan;
import iyagi.program.Programme;
import iyagi.program.Timetable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * What a changed programme would take of what is planned now: in the coming year, and on holidays
 * that are new, whenever they are.
 */
final class Losses {
  private static final int DAYS = 366;

  private final Timetable before;
  private final Timetable after;
  private final NavigableSet<LocalDate> days = new TreeSet<>();
  private final Instant now;

  private Losses(Programme there, Programme changed, ZoneId zone, Instant now) {
    before = new Timetable(there, zone);
    after = new Timetable(changed, zone);
    this.now = now;
    LocalDate today = now.atZone(zone).toLocalDate();
    IntStream.range(0, DAYS).mapToObj(today::plusDays).forEach(days::add);
    for (Holiday holiday : changed.holidays()) {
      if (!there.holidays().contains(holiday) && holiday.until().isAfter(today)) {
        holiday.from().datesUntil(holiday.until()).limit(DAYS).forEach(days::add);
        days.add(holiday.until());
      }
    }
  }

  /**
   * What becomes of a plan.
   *
   * @param title its theme
   * @param count how often it happens
   * @param first on which day for the first time: "2026-12-24"
   */
  record Loss(String title, long count, String first) {}

  /**
   * Everything.
   *
   * @param lost what would not begin
   * @param shortened what would have to say goodbye before quiet hours
   * @param own what holidays and quiet hours take of plans that are new or changed
   */
  record Found(List<Loss> lost, List<Loss> shortened, List<Phrased> own) {}

  /**
   * Compares two programmes, of which the second is wanted.
   *
   * @param language of the browser
   */
  static Found of(Programme there, Programme changed, ZoneId zone, Instant now, String language) {
    Losses losses = new Losses(there, changed, zone, now);
    List<Phrased> own =
        changed.plans().stream()
            .filter(plan -> !there.plans().contains(plan))
            .flatMap(plan -> Clashes.of(plan, changed, zone, now).stream())
            .map(clash -> Phrased.of(clash, language))
            .toList();
    return new Found(losses.all(losses.after::leavesOut), losses.all(losses.after::shortens), own);
  }

  private List<Loss> all(Predicate<Occasion> bad) {
    Map<String, List<LocalDate>> found = new TreeMap<>();
    for (LocalDate day : days) {
      for (Due due : before.on(day)) {
        Occasion occasion = due.occasion();
        boolean fine = !before.leavesOut(occasion) && !before.shortens(occasion);
        if (fine && occasion.at().isAfter(now) && bad.test(occasion)) {
          found.computeIfAbsent(occasion.plan().id(), _ -> new ArrayList<>()).add(day);
        }
      }
    }
    return found.entrySet().stream().map(each -> loss(each.getKey(), each.getValue())).toList();
  }

  private Loss loss(String id, List<LocalDate> on) {
    String title = before.programme().plan(id).map(Plan::title).orElse(id);
    return new Loss(title, on.size(), on.getFirst().toString());
  }
}
