package iyagi.sqlite;

import iyagi.report.Fact;
import iyagi.session.Result;
import iyagi.session.Session;
import java.time.LocalDate;

/** What a day comes to. */
record Day(int sessions, int completed, int trials, long activeSeconds) {
  static Day of(Session session) {
    boolean counts = !session.trial() && session.resumes().isEmpty();
    boolean completed = session.ended().orElseThrow().result() == Result.COMPLETED;
    return new Day(
        counts ? 1 : 0,
        completed ? 1 : 0,
        session.trial() ? 1 : 0,
        session.trial() ? 0 : session.tally().active().toSeconds());
  }

  Day plus(Day other) {
    return new Day(
        sessions + other.sessions,
        completed + other.completed,
        trials + other.trials,
        activeSeconds + other.activeSeconds);
  }

  Fact fact(LocalDate day) {
    return new Fact.DayClosed(day.toString(), sessions, completed, trials, activeSeconds);
  }
}
