package iyagi.program;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Everything that a library has planned for its robot.
 *
 * @param revision one more with every change; 0 for a programme that nobody has written yet
 * @param announce how long before a start it is announced, 0 to 30 min; 0 for not at all
 * @param quiet hours in which nothing is said by itself
 * @param holidays days on which nothing is read by itself
 * @param plans up to 200, each with an id of its own
 */
public record Programme(
    long revision,
    Duration announce,
    List<QuietHours> quiet,
    List<Holiday> holidays,
    List<Plan> plans) {
  /** How long before where nobody says otherwise. */
  public static final Duration USUAL_ANNOUNCE = Duration.ofMinutes(5);

  /** Nothing is planned. */
  public static final Programme NOTHING =
      new Programme(0, USUAL_ANNOUNCE, List.of(), List.of(), List.of());

  private static final int MOST = 200;

  /** Checks and copies. */
  public Programme {
    quiet = List.copyOf(quiet);
    holidays = List.copyOf(holidays);
    plans = List.copyOf(plans);
    Checks.minutes("announce-minutes", announce, 0, 30);
    Set<String> ids = new HashSet<>();
    for (Plan plan : plans) {
      if (!ids.add(plan.id())) {
        throw Checks.wrong("plans has the id '{0}' twice", plan.id());
      }
    }
    if (plans.size() > MOST || holidays.size() > MOST || quiet.size() > MOST) {
      throw Checks.wrong("more than {0} plans, holidays or quiet hours; take old ones out", MOST);
    }
  }

  /** The plan of that id. */
  public Optional<Plan> plan(String id) {
    return plans.stream().filter(plan -> plan.id().equals(id)).findFirst();
  }

  /** With this plan, in place of the one of the same id if there is one; the next revision. */
  public Programme with(Plan plan) {
    List<Plan> changed = new ArrayList<>(plans);
    changed.removeIf(each -> each.id().equals(plan.id()));
    changed.add(plan);
    return new Programme(revision + 1, announce, quiet, holidays, changed);
  }

  /** The same days and hours with nothing but this plan. */
  Programme only(Plan plan) {
    return new Programme(revision, announce, quiet, holidays, List.of(plan));
  }

  /** Without the plan of that id; the next revision. */
  public Programme without(String id) {
    List<Plan> left = without(plans, plan -> plan.id().equals(id));
    return new Programme(revision + 1, announce, quiet, holidays, left);
  }

  /** With these days; the next revision. */
  public Programme with(Holiday holiday) {
    List<Holiday> changed =
        new ArrayList<>(without(holidays, each -> each.from().equals(holiday.from())));
    changed.add(holiday);
    return new Programme(revision + 1, announce, quiet, changed, plans);
  }

  /** Without these days; the next revision. */
  public Programme without(Holiday holiday) {
    return new Programme(revision + 1, announce, quiet, without(holidays, holiday::equals), plans);
  }

  /** With these hours in place of all others; the next revision. */
  public Programme withQuiet(List<QuietHours> hours) {
    return new Programme(revision + 1, announce, hours, holidays, plans);
  }

  /** Announced so long before; the next revision. */
  public Programme announced(Duration before) {
    return new Programme(revision + 1, before, quiet, holidays, plans);
  }

  private static <T> List<T> without(List<T> all, Predicate<T> gone) {
    Stream<T> left = all.stream().filter(gone.negate());
    return left.toList();
  }
}
