package iyagi.sqlite;

import iyagi.sql.Statements;
import java.sql.SQLException;
import java.util.Optional;

/** Single values that are remembered. */
final class Meta {
  static final String EPOCH = "epoch";
  static final String CONFIRMED = "confirmed";
  static final String AGAIN = "again";
  static final String CONNECTIONS = "connections";
  static final String DESIRED = "desired";

  /** The last time that the wall clock was right, in milliseconds since 1970. */
  static final String LAST_GOOD = "last-good";

  /** Days up to this one have been reported. */
  static final String DAY_CLOSED = "day-closed";

  private Meta() {}

  static Optional<String> get(Statements d, String key) throws SQLException {
    return d.one("SELECT v FROM meta WHERE k = ?", row -> row.getString(1), key);
  }

  static long number(Statements d, String key) throws SQLException {
    return get(d, key).map(Long::parseLong).orElse(0L);
  }

  static void set(Statements d, String key, Object value) throws SQLException {
    d.run(
        "INSERT INTO meta (k, v) VALUES (?, ?) ON CONFLICT (k) DO UPDATE SET v = excluded.v",
        key,
        value.toString());
  }

  static void setIfMissing(Statements d, String key, String value) throws SQLException {
    d.run("INSERT INTO meta (k, v) VALUES (?, ?) ON CONFLICT (k) DO NOTHING", key, value);
  }

  static void clear(Statements d, String key) throws SQLException {
    d.run("DELETE FROM meta WHERE k = ?", key);
  }
}
