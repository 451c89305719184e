package iyagi.sqlite;

import iyagi.session.SessionLog.Unkept;
import iyagi.sql.Statements;
import iyagi.words.Reason;
import iyagi.words.Sentence;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * One SQLite file, open. Any thread; one at a time has it. Other programs may have it open, too:
 * they are waited for.
 */
final class Database implements AutoCloseable {
  private static final int WAIT_MILLIS = 10_000;
  private static final int MAKING_ATTEMPTS = 200;

  /** Work within one transaction. */
  interface Work<T> {
    T with(Statements statements) throws SQLException;
  }

  private final Path file;
  private final Connection connection;
  private final Statements statements;
  private final ReentrantLock lock = new ReentrantLock();

  /**
   * Opens a file, or makes it.
   *
   * @throws SQLException if that cannot be done, or it is no sound database
   */
  Database(Path file) throws SQLException {
    this.file = file;
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(WAIT_MILLIS);
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    // FULL: a session that has been reported must not be undone by a pulled plug.
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    connection = connect(config, file);
    statements = new Statements(connection);
    try {
      check();
      Schema.lay(this, statements);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /**
   * SQLite waits for no other program while a new file gets its write-ahead log, so whoever comes
   * second tries again.
   */
  private static Connection connect(SQLiteConfig config, Path file) throws SQLException {
    for (int attempt = 1; ; attempt++) {
      try {
        return config.createConnection("jdbc:sqlite:" + file);
      } catch (SQLiteException e) {
        if (e.getResultCode() != SQLiteErrorCode.SQLITE_BUSY || attempt == MAKING_ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private void check() throws SQLException {
    String word =
        statements.one("PRAGMA quick_check(1)", row -> row.getString(1)).orElse("nothing");
    if (!word.equals("ok")) {
      throw new SQLiteException(word, SQLiteErrorCode.SQLITE_CORRUPT);
    }
  }

  /** Whether such a failure says that the file itself is damaged. */
  static boolean damaged(SQLException failure) {
    return failure instanceof SQLiteException e
        && switch (e.getResultCode()) {
          case SQLITE_CORRUPT, SQLITE_CORRUPT_VTAB, SQLITE_CORRUPT_INDEX, SQLITE_NOTADB -> true;
          default -> false;
        };
  }

  /** Whether such a failure says nothing of the file itself: it may be opened another time. */
  static boolean passing(SQLException failure) {
    return failure instanceof SQLiteException e
        && switch (e.getResultCode()) {
          case SQLITE_BUSY,
              SQLITE_LOCKED,
              SQLITE_FULL,
              SQLITE_CANTOPEN,
              SQLITE_PERM,
              SQLITE_READONLY,
              SQLITE_READONLY_DIRECTORY ->
              true;
          default -> false;
        };
  }

  /**
   * Does work in one transaction: all of it is on the disk afterwards, or nothing.
   *
   * @throws Unkept if it could not be done; nothing of it is there then
   */
  <T> T write(Work<T> work) {
    lock.lock();
    try {
      connection.setAutoCommit(false);
      try {
        T result = work.with(statements);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw unkept(e);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Asks something.
   *
   * @throws Unkept if the file cannot be read
   */
  <T> T read(Work<T> work) {
    lock.lock();
    try {
      return work.with(statements);
    } catch (SQLException e) {
      throw unkept(e);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Writes all of it, as it is now, into a file that is not there yet. By a connection of its own,
   * so that others write meanwhile: SQLite refuses VACUUM where the driver's own COMMIT is not put
   * away, which it never is.
   *
   * @throws Unkept if it cannot be read, or not written there
   */
  void copyTo(Path copy) {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(WAIT_MILLIS);
    try (Connection reading = connect(config, file);
        PreparedStatement vacuum = reading.prepareStatement("VACUUM INTO ?")) {
      vacuum.setString(1, copy.toString());
      vacuum.executeUpdate();
    } catch (SQLException e) {
      throw unkept(e);
    }
  }

  private Unkept unkept(SQLException e) {
    return new Unkept(Sentence.of("the robot's memory, {0}, {1}", file, reason(e)), e);
  }

  /** What such a failure means, to stand behind the file's name. */
  static Sentence reason(SQLException e) {
    if (!(e instanceof SQLiteException sqlite)) {
      // Our own words: a file of a newer program.
      return Sentence.of("cannot be used: {0}", Reason.told(e));
    }
    return switch (sqlite.getResultCode()) {
      case SQLITE_FULL -> Sentence.of("cannot be written: the disk is full; make room on it");
      case SQLITE_READONLY, SQLITE_READONLY_DBMOVED, SQLITE_READONLY_DIRECTORY ->
          Sentence.of(
              "cannot be written: it is read-only; check the rights of the file and its folder");
      case SQLITE_CANTOPEN, SQLITE_PERM ->
          Sentence.of("cannot be opened; check the folder and its rights");
      case SQLITE_BUSY, SQLITE_LOCKED ->
          Sentence.of("is held by another program for more than 10 s; end that program");
      case SQLITE_CORRUPT, SQLITE_NOTADB ->
          Sentence.of(
              "is damaged; it is put aside and a new one begun when the program is started again");
      case SQLITE_IOERR ->
          Sentence.of("cannot be read or written; check the disk, it may be worn out");
      default ->
          Sentence.of(
              "cannot be used; tell whoever looks after the robot: SQLite says {0}",
              sqlite.getResultCode().toString());
    };
  }

  @Override
  public void close() {
    lock.lock();
    try {
      connection.close();
    } catch (SQLException e) {
      throw unkept(e);
    } finally {
      lock.unlock();
    }
  }
}
