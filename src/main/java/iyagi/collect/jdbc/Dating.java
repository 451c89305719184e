package iyagi.collect.jdbc;

import iyagi.collect.Letter;
import iyagi.report.Fact;
import iyagi.sql.Statements;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * When events happened. In this order: by the robot's own clock if that was right; by a later word
 * that it had become right in the same boot; by when something of that boot was sent and came; else
 * by when the event itself came, which is only an estimate. The row of a boot is locked first, so
 * that an event and the word that dates it cannot miss each other.
 */
final class Dating {
  /** The robot's clock was right. */
  static final String ROBOT = "robot";

  /** The robot's clock became right later. */
  static final String FIXED = "fixed";

  /** From when messages of that boot were sent and came. */
  static final String SENT = "sent";

  /** From when the event came. */
  static final String ESTIMATED = "estimated";

  /** A message that came so much faster is worth dating a whole boot anew. */
  private static final long FASTER_MILLIS = 1_000;

  private record Boot(String robot, String id) {}

  private record Dated(long millis, String how) {}

  private record Row(String id, long sinceBoot, long received, long dated, String how) {}

  /** Boots of which more is known than before. */
  record Touched(Set<Boot> boots) {}

  private Dating() {}

  /** Locks the boots that events are about, and notes when they began as far as these tell. */
  static Touched lock(Statements d, List<Letter.Event> events) throws SQLException {
    Map<Boot, Optional<Long>> began =
        new TreeMap<>(Comparator.comparing(Boot::robot).thenComparing(Boot::id));
    for (Letter.Event event : events) {
      began.putIfAbsent(new Boot(event.robot(), event.boot()), Optional.empty());
      event
          .sent()
          .ifPresent(
              sent ->
                  began.merge(
                      new Boot(event.robot(), sent.boot()),
                      Optional.of(event.received().toEpochMilli() - sent.sinceBootMillis()),
                      Dating::earlier));
    }
    Set<Boot> touched = new HashSet<>();
    for (Map.Entry<Boot, Optional<Long>> boot : began.entrySet()) {
      if (lock(d, boot.getKey(), boot.getValue())) {
        touched.add(boot.getKey());
      }
    }
    return new Touched(touched);
  }

  private static Optional<Long> earlier(Optional<Long> one, Optional<Long> other) {
    return one.isPresent() && one.get() <= other.orElse(Long.MAX_VALUE) ? one : other;
  }

  /** Whether it began earlier than was known. */
  private static boolean lock(Statements d, Boot boot, Optional<Long> began) throws SQLException {
    d.run(
        """
        INSERT INTO boot (robot, boot, began_ms) VALUES (?, ?, NULL)
        ON CONFLICT (robot, boot) DO UPDATE SET began_ms = boot.began_ms""",
        boot.robot(),
        boot.id());
    return began.isPresent()
        && d.run(
                """
                UPDATE boot SET began_ms = ?
                WHERE robot = ? AND boot = ? AND (began_ms IS NULL OR began_ms > ?)""",
                began.get(),
                boot.robot(),
                boot.id(),
                began.get() + FASTER_MILLIS)
            > 0;
  }

  /** Dates new events, and older ones of which more is known now. */
  static void date(Statements d, List<Letter.Event> fresh, Touched touched) throws SQLException {
    Set<Boot> boots = new HashSet<>(touched.boots());
    for (Letter.Event event : fresh) {
      if (event.fact().orElse(null) instanceof Fact.ClockFixed fix) {
        fix(d, new Boot(event.robot(), event.boot()), fix);
        boots.add(new Boot(event.robot(), event.boot()));
      }
    }
    for (Letter.Event event : fresh) {
      Boot boot = new Boot(event.robot(), event.boot());
      if (event.time().isEmpty() && !boots.contains(boot)) {
        long received = event.received().toEpochMilli();
        date(d, boot, new Row(event.id(), event.sinceBootMillis(), received, received, ESTIMATED));
      }
    }
    for (Boot boot : boots) {
      again(d, boot);
    }
  }

  private static void fix(Statements d, Boot boot, Fact.ClockFixed fix) throws SQLException {
    d.run(
        """
        INSERT INTO fix (robot, boot, monoms, utc_ms) VALUES (?, ?, ?, ?)
        ON CONFLICT (robot, boot, monoms) DO UPDATE SET utc_ms = excluded.utc_ms""",
        boot.robot(),
        boot.id(),
        fix.monoms(),
        Instant.parse(fix.utc()).toEpochMilli());
  }

  private static void again(Statements d, Boot boot) throws SQLException {
    for (Row row :
        d.all(
            """
            SELECT id, monoms, received_ms, dated_ms, dating FROM event
            WHERE robot = ? AND boot = ? AND time_ms IS NULL ORDER BY id""",
            r -> new Row(r.getString(1), r.getLong(2), r.getLong(3), r.getLong(4), r.getString(5)),
            boot.robot(),
            boot.id())) {
      date(d, boot, row);
    }
  }

  private static void date(Statements d, Boot boot, Row row) throws SQLException {
    Optional<Dated> known = fixed(d, boot, row.sinceBoot());
    if (known.isEmpty()) {
      known = sent(d, boot, row.sinceBoot());
    }
    Dated dated = known.orElse(new Dated(row.received(), ESTIMATED));
    if (dated.millis() != row.dated() || !dated.how().equals(row.how())) {
      d.run(
          "UPDATE event SET dated_ms = ?, dating = ? WHERE id = ?",
          dated.millis(),
          dated.how(),
          row.id());
    }
  }

  /** By the word about the clock that is nearest, for clocks are set more than once. */
  private static Optional<Dated> fixed(Statements d, Boot boot, long sinceBoot)
      throws SQLException {
    return d.one(
        """
        SELECT utc_ms - monoms FROM fix WHERE robot = ? AND boot = ?
        ORDER BY abs(monoms - ?), monoms LIMIT 1""",
        row -> new Dated(row.getLong(1) + sinceBoot, FIXED),
        boot.robot(),
        boot.id(),
        sinceBoot);
  }

  private static Optional<Dated> sent(Statements d, Boot boot, long sinceBoot) throws SQLException {
    return d.one(
        "SELECT began_ms FROM boot WHERE robot = ? AND boot = ? AND began_ms IS NOT NULL",
        row -> new Dated(row.getLong(1) + sinceBoot, SENT),
        boot.robot(),
        boot.id());
  }
}
