package iyagi.console;

import iyagi.program.Due;
import iyagi.program.Entry;
import iyagi.program.ProgrammeState;
import iyagi.program.Timekeeper;
import iyagi.program.Timetable;
import iyagi.time.Moment;
import iyagi.time.Watch;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** What the reading programme has for the robot now or in a moment. Any thread. */
final class Soon {
  private final Timekeeper keeper;
  private final Watch watch;
  private final ZoneId zone;

  Soon(Robot robot) {
    this(robot.keeper(), robot.watch(), robot.settings().zone());
  }

  private Soon(Timekeeper keeper, Watch watch, ZoneId zone) {
    this.keeper = keeper;
    this.watch = watch;
    this.zone = zone;
  }

  /** Whether it is quiet hours now: nobody expects the robot to sound. */
  boolean quiet() {
    return new Timetable(keeper.state().programme(), zone).quiet(watch.now().wall());
  }

  /** When it needs the robot, if that is within a time, its announcement included. */
  Optional<Instant> within(Duration time) {
    ProgrammeState state = keeper.state();
    Moment now = watch.now();
    if (state.running().isPresent()) {
      return Optional.of(now.wall());
    }
    Optional<Instant> waits =
        keeper.latest().stream()
            .filter(entry -> entry.state() == Entry.State.WAITING)
            .map(Entry::at)
            .findFirst();
    if (waits.isPresent() || !now.quality().good()) {
      return waits;
    }
    Instant until = now.wall().plus(time).plus(state.programme().announce());
    return new Timetable(state.programme(), zone)
        .between(now.wall(), until).stream()
            .filter(due -> due.left().isEmpty())
            .map(Due::occasion)
            .map(occasion -> occasion.at())
            .findFirst();
  }
}
