package iyagi.collect.jdbc;

import iyagi.collect.Ledger.Unkept;
import iyagi.sql.Statements;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A database over plain JDBC. The connection is opened when it is needed, and anew after every
 * failure. Any thread; one at a time has it.
 */
final class JdbcDatabase implements AutoCloseable {
  private static final String SQLITE = "jdbc:sqlite:";
  private static final int ATTEMPTS = 4;
  private static final int MAKING_ATTEMPTS = 200;

  /** sqlite3.h. */
  private static final int SQLITE_BUSY = 5;

  /**
   * PostgreSQL, appendix A: two writers were in each other's way, or made the tables in one moment;
   * the same again will do.
   */
  private static final Set<String> AGAIN = Set.of("40001", "40P01", "23505", "42P07");

  /** Work within one transaction. */
  interface Work<T> {
    T with(Statements statements) throws SQLException;
  }

  private final String url;
  private final List<String> schema;
  private final ReentrantLock lock = new ReentrantLock();
  private Connection connection;
  private Statements statements;

  /**
   * Opens nothing yet.
   *
   * @param url jdbc:sqlite:… or jdbc:postgresql://…
   * @param schema statements that do nothing where they have been done
   */
  JdbcDatabase(String url, List<String> schema) {
    this.url = url;
    this.schema = schema;
  }

  /**
   * Does work in one transaction: all of it outlives a power failure afterwards, or nothing is
   * there.
   *
   * @throws Unkept if it could not be done
   */
  <T> T transaction(Work<T> work) {
    lock.lock();
    try {
      for (int attempt = 1; ; attempt++) {
        try {
          return once(work);
        } catch (SQLException e) {
          boolean again =
              beingMade(e)
                  ? attempt < MAKING_ATTEMPTS
                  : attempt < ATTEMPTS && AGAIN.contains(String.valueOf(e.getSQLState()));
          forget();
          if (!again) {
            throw new Unkept("The database " + words() + " cannot be used: " + reason(e), e);
          }
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /** SQLite waits for no other program while a new file gets its write-ahead log. */
  private boolean beingMade(SQLException e) {
    return connection == null && url.startsWith(SQLITE) && e.getErrorCode() == SQLITE_BUSY;
  }

  private <T> T once(Work<T> work) throws SQLException {
    if (connection == null) {
      open();
    }
    // Only while there is work: SQLite's driver begins at once, and would keep others out.
    connection.setAutoCommit(false);
    T result = work.with(statements);
    connection.commit();
    connection.setAutoCommit(true);
    return result;
  }

  private void open() throws SQLException {
    connection = DriverManager.getConnection(url, properties());
    statements = new Statements(connection);
    connection.setAutoCommit(false);
    for (String sql : schema) {
      statements.run(sql);
    }
    connection.commit();
    connection.setAutoCommit(true);
  }

  private Properties properties() {
    Properties properties = new Properties();
    if (url.startsWith(SQLITE)) {
      properties.setProperty("journal_mode", "WAL");
      // A robot deletes what has been confirmed: a pulled plug must not undo it.
      properties.setProperty("synchronous", "FULL");
      properties.setProperty("busy_timeout", "10000");
      properties.setProperty("transaction_mode", "IMMEDIATE");
    } else {
      properties.setProperty("connectTimeout", "10");
      properties.setProperty("socketTimeout", "30");
      properties.setProperty("tcpKeepAlive", "true");
      properties.setProperty("ApplicationName", "iyagi collect");
    }
    return properties;
  }

  /** Where it is, without a password that may stand in the address. */
  private String words() {
    return url.startsWith(SQLITE) ? url.substring(SQLITE.length()) : url.replaceAll("\\?.*", "");
  }

  private String reason(SQLException e) {
    return url.startsWith(SQLITE) ? Reasons.ofSqlite(e) : Reasons.ofPostgres(e);
  }

  /** Closes a connection of which nobody knows what state it is in. */
  private void forget() {
    statements = null;
    Connection old = connection;
    connection = null;
    if (old != null) {
      try {
        old.close();
      } catch (SQLException gone) {
        // it was broken anyway
      }
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      forget();
    } finally {
      lock.unlock();
    }
  }
}
