package iyagi.bench;

import iyagi.report.Memory;
import iyagi.session.Kind;
import iyagi.session.Result;
import iyagi.session.Sessions;
import iyagi.sqlite.SqliteMemory;
import iyagi.time.Watch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * A robot's memory in which many reports wait. The first are written by the product itself; the
 * others are the same rows with ids of their own, written in one go. A copy serves each attempt.
 */
final class Backlog {
  private final Path file;
  private final Watch watch;
  private final Path folder;
  private int copies;

  Backlog(Path folder, Watch watch, int reports) throws SQLException, IOException {
    this.folder = folder;
    this.watch = watch;
    Path first = folder.resolve("backlog");
    file = first.resolve(SqliteMemory.FILE);
    try (SqliteMemory memory = SqliteMemory.open(first, watch, ZoneOffset.UTC)) {
      var session = Sessions.begun(Kind.PROGRAMME, watch.now());
      memory.sessions().opened(session);
      memory.sessions().closed(Sessions.onPage(session, 12).end(Result.COMPLETED, watch.now()));
    }
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      connection.setAutoCommit(false);
      fill(connection, reports - 2);
      connection.commit();
    }
  }

  private static void fill(Connection connection, int more) throws SQLException {
    String copy =
        """
        INSERT INTO outbox (id, type, boot, since_boot_ms, wall_ms, clock, data)
        SELECT ?, type, boot, since_boot_ms, wall_ms, clock, data FROM outbox WHERE seq = ?""";
    try (PreparedStatement insert = connection.prepareStatement(copy)) {
      for (int i = 0; i < more; i++) {
        insert.setString(1, UUID.randomUUID().toString());
        insert.setInt(2, 1 + i % 2);
        insert.executeUpdate();
      }
    }
  }

  /** The folder of a fresh copy. */
  Path copy() throws IOException, SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }
    copies++;
    Path into = Files.createDirectory(folder.resolve("copy-" + copies));
    Files.copy(file, into.resolve(SqliteMemory.FILE));
    return into;
  }

  /** Opens a copy. */
  Memory open(Path copy) {
    return SqliteMemory.open(copy, watch, ZoneOffset.UTC);
  }
}
