package iyagi.sqlite;

import iyagi.report.Fact;
import iyagi.report.Outbox;
import iyagi.session.Attendance;
import iyagi.session.Note;
import iyagi.session.Remembered;
import iyagi.session.Remembered.Dating;
import iyagi.session.Result;
import iyagi.session.Session;
import iyagi.session.SessionLog;
import iyagi.session.Tally;
import iyagi.session.Title;
import iyagi.sql.Statements;
import iyagi.time.ClockQuality;
import iyagi.time.Moment;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Sessions in the file. */
final class SqliteSessions implements SessionLog {
  private static final String OPEN = "SELECT * FROM session WHERE result IS NULL ORDER BY n";

  private final Database database;
  private final ZoneId zone;
  private final String owner = Owner.self();

  SqliteSessions(Database database, ZoneId zone) {
    this.database = database;
    this.zone = zone;
  }

  @Override
  public void opened(Session session) {
    database.write(
        d -> {
          insert(d, session);
          Posting.post(d, Fact.started(session), session.began());
          return null;
        });
  }

  @Override
  public void reached(Session session) {
    database.write(d -> count(d, session));
  }

  @Override
  public void closed(Session session) {
    database.write(
        d -> {
          if (d.number("SELECT count(*) FROM session WHERE id = ?", session.id()) == 0) {
            // Its beginning could not be kept, as on a full disk.
            insert(d, session);
            Posting.post(d, Fact.started(session), session.began());
          }
          close(d, session);
          return null;
        });
  }

  @Override
  public List<Session> closeAbandoned(Moment now) {
    return database.write(
        d -> {
          List<Session> abandoned = new ArrayList<>();
          List<String> owners = d.all(OPEN, row -> row.getString("owner"));
          List<Session> open = d.all(OPEN, Tables::session);
          for (int i = 0; i < open.size(); i++) {
            boolean sameBoot = open.get(i).began().boot().equals(now.boot());
            if (!sameBoot || !Owner.alive(owners.get(i))) {
              Result result = sameBoot ? Result.RESTARTED : Result.POWER_LOSS;
              Session ended = open.get(i).end(result, now);
              close(d, ended);
              abandoned.add(ended);
            }
          }
          return abandoned;
        });
  }

  @Override
  public boolean attended(String id, Attendance attendance, Moment at) {
    return database.write(
        d -> {
          int known =
              d.run(
                  "UPDATE session SET children = ?, grown_ups = ? WHERE id = ?",
                  attendance.children(),
                  attendance.grownUps(),
                  id);
          if (known > 0) {
            Posting.post(d, Fact.attended(id, attendance), at);
          }
          return known > 0;
        });
  }

  @Override
  public void clockFixed(Moment now) {
    long bootWall = now.bootWall().toEpochMilli();
    database.write(
        d -> {
          d.run(
              """
              INSERT INTO clock_fix (boot, boot_wall_ms, source) VALUES (?, ?, ?)
              ON CONFLICT (boot) DO UPDATE
              SET boot_wall_ms = excluded.boot_wall_ms, source = excluded.source""",
              now.boot(),
              bootWall,
              now.quality().word());
          d.run(
              """
              UPDATE session SET began_ms = ? + since_boot_ms, dating = 'corrected'
              WHERE boot = ? AND dating <> 'known'""",
              bootWall,
              now.boot());
          good(d, now);
          String utc = Instant.ofEpochSecond(now.wall().getEpochSecond()).toString();
          Posting.post(
              d, new Fact.ClockFixed(utc, now.sinceBoot().toMillis(), now.quality().word()), now);
          return null;
        });
  }

  @Override
  public void closeDays(LocalDate today) {
    LocalDate before =
        database
            .read(d -> Meta.get(d, Meta.DAY_CLOSED))
            .map(LocalDate::parse)
            .orElse(today.minusDays(366));
    if (!before.isBefore(today.minusDays(1))) {
      return;
    }
    TreeMap<LocalDate, Day> days = new TreeMap<>();
    for (Remembered each : between(before.plusDays(1), today)) {
      if (each.session().ended().isPresent() && each.dating() != Dating.ESTIMATED) {
        LocalDate day = each.began().atZone(zone).toLocalDate();
        days.merge(day, Day.of(each.session()), Day::plus);
      }
    }
    database.write(
        d -> {
          for (var day : days.entrySet()) {
            Moment end = endOf(day.getKey(), d);
            Posting.post(d, day.getValue().fact(day.getKey()), end);
          }
          Meta.set(d, Meta.DAY_CLOSED, today.minusDays(1));
          return d.run(
              "DELETE FROM outbox WHERE seq <= ? AND wall_ms < ?",
              Meta.number(d, Meta.CONFIRMED),
              today.atStartOfDay(zone).toInstant().minus(Outbox.KEPT).toEpochMilli());
        });
  }

  /** By the last clock fix of this file: days are only closed when there has been one. */
  private Moment endOf(LocalDate day, Statements d) throws SQLException {
    Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
    return d.one(
            "SELECT * FROM clock_fix ORDER BY boot_wall_ms DESC LIMIT 1",
            row -> {
              long since = end.toEpochMilli() - row.getLong("boot_wall_ms");
              return new Moment(
                  row.getString("boot"),
                  Duration.ofMillis(Math.max(0, since)),
                  end,
                  ClockQuality.of(row.getString("source")));
            })
        .orElseThrow(() -> new SQLException("no day can be closed before the clock is right"));
  }

  @Override
  public void noted(Note note, Moment at) {
    database.write(
        d -> {
          Posting.post(d, Fact.of(note), at);
          return null;
        });
  }

  @Override
  public List<Remembered> latest(int most) {
    return database.read(
        d -> d.all("SELECT * FROM session ORDER BY n DESC LIMIT ?", Tables::remembered, most));
  }

  @Override
  public List<Remembered> between(LocalDate from, LocalDate before) {
    return database.read(
        d ->
            d.all(
                "SELECT * FROM session WHERE began_ms >= ? AND began_ms < ? ORDER BY began_ms, n",
                Tables::remembered,
                from.atStartOfDay(zone).toInstant().toEpochMilli(),
                before.atStartOfDay(zone).toInstant().toEpochMilli()));
  }

  @Override
  public Optional<Session> resumable() {
    return database.read(
        d ->
            d.one(
                """
                SELECT * FROM session s
                WHERE n = (SELECT max(n) FROM session WHERE kind = 'programme')
                AND result IN ('power-loss', 'restarted')
                AND NOT EXISTS (SELECT 1 FROM session r WHERE r.resumes = s.id)""",
                Tables::session));
  }

  private void insert(Statements d, Session session) throws SQLException {
    Title title = session.title();
    Moment began = session.began();
    d.run(
        """
        INSERT INTO session (id, kind, story, language, edition, title, ages, pages, resumes, boot,
          since_boot_ms, began_ms, dating, clock, page, pages_read, asked, answered, interruptions,
          active_ms, owner)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, 0, 0, ?)""",
        session.id(),
        session.kind().word(),
        title.story(),
        title.language(),
        title.edition(),
        title.title(),
        title.ages(),
        title.pages(),
        session.resumes().orElse(null),
        began.boot(),
        began.sinceBoot().toMillis(),
        date(d, began),
        dating(d, began).word(),
        began.quality().word(),
        owner);
    good(d, began);
  }

  /** The robot's clock never goes behind what it once knew to be right. */
  private static long date(Statements d, Moment began) throws SQLException {
    long wall = began.wall().toEpochMilli();
    if (began.quality().good()) {
      return wall;
    }
    Optional<Long> fix =
        d.one("SELECT boot_wall_ms FROM clock_fix WHERE boot = ?", r -> r.getLong(1), began.boot());
    return fix.isPresent()
        ? fix.get() + began.sinceBoot().toMillis()
        : Math.max(wall, Meta.number(d, Meta.LAST_GOOD));
  }

  private static Dating dating(Statements d, Moment began) throws SQLException {
    if (began.quality().good()) {
      return Dating.KNOWN;
    }
    return d.number("SELECT count(*) FROM clock_fix WHERE boot = ?", began.boot()) > 0
        ? Dating.CORRECTED
        : Dating.ESTIMATED;
  }

  private static void good(Statements d, Moment now) throws SQLException {
    if (now.quality().good()) {
      Meta.set(d, Meta.LAST_GOOD, now.wall().toEpochMilli());
    }
  }

  private static int count(Statements d, Session session) throws SQLException {
    Tally tally = session.tally();
    return d.run(
        """
        UPDATE session SET page = ?, pages_read = ?, asked = ?, answered = ?, interruptions = ?,
          active_ms = ?
        WHERE id = ? AND result IS NULL""",
        tally.page(),
        tally.pagesRead(),
        tally.asked(),
        tally.answered(),
        tally.interruptions(),
        tally.active().toMillis(),
        session.id());
  }

  /** Only the first end of a session counts, and only that one is reported. */
  private static void close(Statements d, Session session) throws SQLException {
    Session.End end = session.ended().orElseThrow();
    if (count(d, session) > 0) {
      d.run(
          "UPDATE session SET result = ?, ended_boot = ?, ended_since_boot_ms = ? WHERE id = ?",
          end.result().word(),
          end.at().boot(),
          end.at().sinceBoot().toMillis(),
          session.id());
      Posting.post(d, Fact.ended(session), end.at());
      good(d, end.at());
    }
  }
}
