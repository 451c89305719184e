package iyagi.collect.jdbc;

import iyagi.collect.Letter;
import iyagi.report.Fact;
import iyagi.sql.Statements;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;

/** Sessions that have ended and who was there: what figures are added up from. */
final class Sessions {
  private record Ended(Letter.Event event, Fact.SessionEnded fact) {}

  private record Attended(Letter.Event event, Fact.SessionAttended fact) {}

  private Sessions() {}

  /** Takes what events say of sessions. */
  static void add(Statements d, List<Letter.Event> fresh) throws SQLException {
    for (Ended ended :
        fresh.stream()
            .filter(e -> e.fact().orElse(null) instanceof Fact.SessionEnded)
            .map(e -> new Ended(e, (Fact.SessionEnded) e.fact().orElseThrow()))
            .sorted(
                Comparator.comparing((Ended e) -> e.event().robot())
                    .thenComparing(e -> e.fact().session()))
            .toList()) {
      add(d, ended);
    }
    for (Attended attended :
        fresh.stream()
            .filter(e -> e.fact().orElse(null) instanceof Fact.SessionAttended)
            .map(e -> new Attended(e, (Fact.SessionAttended) e.fact().orElseThrow()))
            .sorted(
                Comparator.comparing((Attended e) -> e.event().robot())
                    .thenComparing(e -> e.fact().session()))
            .toList()) {
      add(d, attended);
    }
  }

  /**
   * A session counts once. A robot that begins anew with an older memory may end one a second time;
   * the longer one is the true one, whichever comes first.
   */
  private static void add(Statements d, Ended ended) throws SQLException {
    Fact.SessionEnded fact = ended.fact();
    d.run(
        """
        INSERT INTO ended (robot, session, event, kind, story, lang, ages, result, active_s, trial,
          resumed)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (robot, session) DO UPDATE SET
          event = excluded.event, kind = excluded.kind, story = excluded.story,
          lang = excluded.lang, ages = excluded.ages, result = excluded.result,
          active_s = excluded.active_s, trial = excluded.trial, resumed = excluded.resumed
        WHERE excluded.active_s > ended.active_s
          OR (excluded.active_s = ended.active_s AND excluded.event < ended.event)""",
        ended.event().robot(),
        fact.session(),
        ended.event().id(),
        fact.kind(),
        fact.story(),
        fact.lang(),
        fact.ages() == null ? "" : fact.ages(),
        fact.result(),
        fact.activeS(),
        fact.trial() ? 1 : 0,
        fact.resumes() == null ? 0 : 1);
  }

  /** The last one counts, however they come. */
  private static void add(Statements d, Attended attended) throws SQLException {
    d.run(
        """
        INSERT INTO attended (robot, session, epoch, seq, children, grown_ups)
        VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (robot, session) DO UPDATE SET
          epoch = excluded.epoch, seq = excluded.seq,
          children = excluded.children, grown_ups = excluded.grown_ups
        WHERE excluded.epoch <> attended.epoch OR excluded.seq > attended.seq""",
        attended.event().robot(),
        attended.fact().session(),
        attended.event().epoch(),
        attended.event().sequence(),
        (long) attended.fact().children(),
        (long) attended.fact().grownUps());
  }
}
