package iyagi.sqlite;

import iyagi.report.Fact;
import iyagi.report.Json;
import iyagi.report.Outbox;
import iyagi.report.Rounding;
import iyagi.sql.Statements;
import iyagi.time.Moment;
import java.sql.SQLException;
import java.util.UUID;

/** Puts facts into the outbox, within somebody else's transaction. */
final class Posting {
  /** So many are given up at once, when too many wait. */
  private static final int GIVEN_UP = 1_000;

  private Posting() {}

  static void post(Statements d, Fact fact, Moment at) throws SQLException {
    insert(d, fact, at);
    long last = Tables.last(d);
    long confirmed = Meta.number(d, Meta.CONFIRMED);
    if (last - confirmed > Outbox.MOST_WAITING) {
      long upTo = confirmed + GIVEN_UP;
      d.run("DELETE FROM outbox WHERE seq <= ?", upTo);
      Meta.set(d, Meta.CONFIRMED, upTo);
      insert(d, new Fact.OutboxGap(confirmed + 1, upTo), at);
    }
  }

  private static void insert(Statements d, Fact fact, Moment at) throws SQLException {
    d.run(
        """
        INSERT INTO outbox (id, type, boot, since_boot_ms, wall_ms, clock, data)
        VALUES (?, ?, ?, ?, ?, ?, ?)""",
        // Version 4: one that holds the time would tell more than the rounded times do.
        UUID.randomUUID().toString(),
        fact.type(),
        at.boot(),
        Rounding.of(at.sinceBoot()).toMillis(),
        Rounding.of(at.wall()).toEpochMilli(),
        at.quality().word(),
        Json.text(fact));
  }
}
