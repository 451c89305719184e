package iyagi.collect.jdbc;

import iyagi.collect.Ledger;
import iyagi.collect.Letter;
import iyagi.collect.Tally;
import iyagi.sql.Statements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The ledger in a database. Rows are always written table by table and in the order of their keys,
 * so that collectors beside each other wait, and never wait for each other in a ring. Any thread.
 */
public final class JdbcLedger implements Ledger {
  private final JdbcDatabase database;

  /**
   * Opens nothing yet.
   *
   * @param url jdbc:sqlite:FILE or jdbc:postgresql://HOST/DATABASE
   */
  public JdbcLedger(String url) {
    database = new JdbcDatabase(url, Tables.ALL);
  }

  @Override
  public void open() {
    database.transaction(_ -> true);
  }

  @Override
  public Kept store(List<Letter> letters) {
    return database.transaction(
        d -> {
          List<Letter.Event> events = events(letters);
          Dating.Touched boots = Dating.lock(d, events);
          List<Letter.Event> fresh = new ArrayList<>();
          for (Letter.Event event : events) {
            if (insert(d, event) > 0) {
              fresh.add(event);
            }
          }
          Dating.date(d, fresh, boots);
          Sessions.add(d, fresh);
          Robots.update(d, letters);
          Asides.keep(d, letters);
          return new Kept(Watermarks.advance(d, letters), fresh);
        });
  }

  private static List<Letter.Event> events(List<Letter> letters) {
    Map<String, Letter.Event> byId = new TreeMap<>();
    List<Letter.Event> twins = new ArrayList<>();
    for (Letter letter : letters) {
      if (letter instanceof Letter.Event event && byId.putIfAbsent(event.id(), event) != null) {
        twins.add(event);
      }
    }
    List<Letter.Event> all = new ArrayList<>(byId.values());
    all.addAll(twins);
    all.sort(Comparator.comparing(Letter.Event::id));
    return all;
  }

  private static int insert(Statements d, Letter.Event event) throws SQLException {
    return d.run(
        """
        INSERT INTO event (id, robot, epoch, seq, type, boot, monoms, time_ms, clock, data,
          received_ms, sent_monoms, dated_ms, dating)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO NOTHING""",
        event.id(),
        event.robot(),
        event.epoch(),
        event.sequence(),
        event.type(),
        event.boot(),
        event.sinceBootMillis(),
        event.time().map(Instant::toEpochMilli).orElse(null),
        event.clock(),
        event.data(),
        event.received().toEpochMilli(),
        event
            .sent()
            .filter(sent -> sent.boot().equals(event.boot()))
            .map(Letter.Sent::sinceBootMillis)
            .orElse(null),
        event.time().orElse(event.received()).toEpochMilli(),
        event.time().isPresent() ? Dating.ROBOT : Dating.ESTIMATED);
  }

  @Override
  public List<Tally> tallies(Instant from, Instant until) {
    return database.transaction(
        d ->
            d.all(
                """
                SELECT e.robot, e.kind, e.lang, e.ages, e.story, e.result, e.trial, e.resumed,
                  count(*), sum(e.active_s), count(a.session),
                  coalesce(sum(a.children), 0), coalesce(sum(a.grown_ups), 0)
                FROM ended e
                JOIN event v ON v.id = e.event
                LEFT JOIN attended a ON a.robot = e.robot AND a.session = e.session
                WHERE v.dated_ms >= ? AND v.dated_ms < ?
                GROUP BY e.robot, e.kind, e.lang, e.ages, e.story, e.result, e.trial, e.resumed
                ORDER BY e.robot, e.kind, e.lang, e.ages, e.story, e.result, e.trial, e.resumed""",
                JdbcLedger::tally,
                from.toEpochMilli(),
                until.toEpochMilli()));
  }

  private static Tally tally(ResultSet row) throws SQLException {
    return new Tally(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getInt(7) != 0,
        row.getInt(8) != 0,
        row.getLong(9),
        row.getLong(10),
        row.getLong(11),
        row.getLong(12),
        row.getLong(13));
  }

  @Override
  public void close() {
    database.close();
  }
}
