package iyagi.sqlite;

import iyagi.report.Report;
import iyagi.session.Attendance;
import iyagi.session.Kind;
import iyagi.session.Remembered;
import iyagi.session.Remembered.Dating;
import iyagi.session.Result;
import iyagi.session.Session;
import iyagi.session.Tally;
import iyagi.session.Title;
import iyagi.sql.Statements;
import iyagi.time.ClockQuality;
import iyagi.time.Moment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Rows as what they stand for. */
final class Tables {
  private Tables() {}

  /** The highest sequence that was ever given. */
  static long last(Statements d) throws SQLException {
    return d.number("SELECT seq FROM sqlite_sequence WHERE name = 'outbox'");
  }

  static Report report(ResultSet row) throws SQLException {
    return new Report(
        row.getLong("seq"),
        row.getString("id"),
        row.getString("type"),
        row.getString("boot"),
        Duration.ofMillis(row.getLong("since_boot_ms")),
        Instant.ofEpochMilli(row.getLong("wall_ms")),
        ClockQuality.of(row.getString("clock")),
        row.getString("data"));
  }

  static Session session(ResultSet row) throws SQLException {
    return new Session(
        row.getString("id"),
        Kind.of(row.getString("kind")),
        new Title(
            row.getString("story"),
            row.getString("language"),
            row.getString("edition"),
            row.getString("title"),
            row.getString("ages"),
            row.getInt("pages")),
        moment(row, row.getString("boot"), row.getLong("since_boot_ms")),
        Optional.ofNullable(row.getString("resumes")),
        new Tally(
            row.getInt("page"),
            row.getInt("pages_read"),
            row.getInt("asked"),
            row.getInt("answered"),
            row.getInt("interruptions"),
            Duration.ofMillis(row.getLong("active_ms"))),
        end(row));
  }

  private static Optional<Session.End> end(ResultSet row) throws SQLException {
    String result = row.getString("result");
    return result == null
        ? Optional.empty()
        : Optional.of(
            new Session.End(
                Result.of(result),
                moment(row, row.getString("ended_boot"), row.getLong("ended_since_boot_ms"))));
  }

  private static Moment moment(ResultSet row, String boot, long sinceBootMillis)
      throws SQLException {
    return new Moment(
        boot,
        Duration.ofMillis(sinceBootMillis),
        Instant.ofEpochMilli(row.getLong("began_ms")),
        ClockQuality.of(row.getString("clock")));
  }

  static Remembered remembered(ResultSet row) throws SQLException {
    int children = row.getInt("children");
    boolean counted = !row.wasNull();
    return new Remembered(
        session(row),
        Instant.ofEpochMilli(row.getLong("began_ms")),
        Dating.valueOf(row.getString("dating").toUpperCase(Locale.ROOT)),
        counted
            ? Optional.of(new Attendance(children, row.getInt("grown_ups")))
            : Optional.empty());
  }
}
