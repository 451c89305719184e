package iyagi.bench;

import iyagi.session.Kind;
import iyagi.session.Result;
import iyagi.session.Session;
import iyagi.session.Sessions;
import iyagi.sqlite.SqliteMemory;
import iyagi.time.NanoClock;
import iyagi.time.Watch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.UUID;
import org.sqlite.SQLiteConfig;

/**
 * How many session events a second the robot's memory keeps durably, each with its report in one
 * transaction, beside plain JDBC that writes the same rows into the same tables with the same
 * pragmas. Both take turns, so that a slow moment of the disk meets both.
 */
public final class OutboxBench {
  private static final NanoClock CLOCK = NanoClock.system();
  private static final int ROUNDS = 40;
  private static final int SESSIONS = 50;

  private OutboxBench() {}

  /** Measures both. */
  public static void main(String[] args) throws Exception {
    Sheet.open("Durable outbox: a session's event and its report in one transaction");
    Watch watch = Watch.system(true);
    try (Scratch scratch = new Scratch()) {
      Path ours = scratch.folder().resolve("ours");
      Path plain = scratch.folder().resolve("plain");
      try (SqliteMemory same = SqliteMemory.open(plain, watch, ZoneOffset.UTC)) {
        same.sessions().opened(Sessions.begun(Kind.FREE, watch.now()));
      }
      try (SqliteMemory memory = SqliteMemory.open(ours, watch, ZoneOffset.UTC);
          Plain yardstick = new Plain(plain.resolve(SqliteMemory.FILE))) {
        measure(memory, yardstick, watch);
      }
      Sheet.line(
          "bytes of the two files: ours %d, plain %d",
          Files.size(ours.resolve(SqliteMemory.FILE)),
          Files.size(plain.resolve(SqliteMemory.FILE)));
    }
    Sheet.goal("at least 0.8 of plain SQLite");
  }

  private static void measure(SqliteMemory memory, Plain yardstick, Watch watch)
      throws SQLException {
    long[] ours = new long[ROUNDS * SESSIONS * 2];
    long[] plain = new long[ROUNDS * SESSIONS * 2];
    for (int round = 0; round < ROUNDS; round++) {
      int at = round * SESSIONS * 2;
      if (round % 2 == 0) {
        ours(memory, watch, ours, at);
        plain(yardstick, watch, plain, at);
      } else {
        plain(yardstick, watch, plain, at);
        ours(memory, watch, ours, at);
      }
    }
    tell("ours:       ", ours);
    tell("plain JDBC: ", plain);
    Sheet.line("ours is %.2f of plain", sum(plain) / sum(ours));
    Sheet.line("by the medians %.2f", new Spread(plain).millis(0.5) / new Spread(ours).millis(0.5));
  }

  private static void ours(SqliteMemory memory, Watch watch, long[] nanos, int at) {
    for (int i = 0; i < SESSIONS; i++) {
      Session session = Sessions.begun(Kind.PROGRAMME, watch.now());
      long begin = CLOCK.nanos();
      memory.sessions().opened(session);
      long opened = CLOCK.nanos();
      memory.sessions().closed(Sessions.onPage(session, 12).end(Result.COMPLETED, watch.now()));
      nanos[at + 2 * i] = opened - begin;
      nanos[at + 2 * i + 1] = CLOCK.nanos() - opened;
    }
  }

  private static void plain(Plain yardstick, Watch watch, long[] nanos, int at)
      throws SQLException {
    for (int i = 0; i < SESSIONS; i++) {
      Session session = Sessions.begun(Kind.PROGRAMME, watch.now());
      long begin = CLOCK.nanos();
      yardstick.opened(session);
      long opened = CLOCK.nanos();
      yardstick.closed(session);
      nanos[at + 2 * i] = opened - begin;
      nanos[at + 2 * i + 1] = CLOCK.nanos() - opened;
    }
  }

  private static void tell(String name, long[] nanos) {
    Sheet.line(
        "%s %.0f events a second; %s", name, nanos.length / sum(nanos), new Spread(nanos).text());
  }

  private static double sum(long[] nanos) {
    long sum = 0;
    for (long each : nanos) {
      sum += each;
    }
    return sum / 1e9;
  }

  /** The yardstick: prepared statements, and nothing around them. */
  private static final class Plain implements AutoCloseable {
    private static final String STARTED =
        """
        {"session":"%s","kind":"programme","story":"bear","lang":"en","edition":"ab12","ages":"2-4",\
        "pages":12}""";
    private static final String ENDED =
        """
        {"session":"%s","kind":"programme","story":"bear","lang":"en","edition":"ab12","ages":"2-4",\
        "result":"completed","pagesRead":12,"pagesTotal":12,"asked":2,"answered":1,\
        "interruptions":1,"activeS":480,"trial":false}""";

    private final Connection connection;
    private final PreparedStatement session;
    private final PreparedStatement end;
    private final PreparedStatement report;

    Plain(Path file) throws SQLException {
      SQLiteConfig config = new SQLiteConfig();
      config.setJournalMode(SQLiteConfig.JournalMode.WAL);
      config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
      config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
      connection = config.createConnection("jdbc:sqlite:" + file);
      connection.setAutoCommit(false);
      session =
          connection.prepareStatement(
              """
              INSERT INTO session (id, kind, story, language, edition, title, ages, pages, boot,
                since_boot_ms, began_ms, dating, clock, page, pages_read, asked, answered,
                interruptions, active_ms, owner)
              VALUES (?, 'programme', 'bear', 'en', 'ab12', 'The Bear', '2-4', 12, ?, 86400000,
                1764000000000, 'known', 'ntp', 0, 0, 0, 0, 0, 0, '1234567:1234567')""");
      end =
          connection.prepareStatement(
              """
              UPDATE session SET page = 12, pages_read = 12, asked = 2, answered = 1,
                interruptions = 1, active_ms = 480000, result = 'completed', ended_boot = ?,
                ended_since_boot_ms = 86400000
              WHERE id = ?""");
      report =
          connection.prepareStatement(
              """
              INSERT INTO outbox (id, type, boot, since_boot_ms, wall_ms, clock, data)
              VALUES (?, ?, ?, 86400000, 1764000000000, 'ntp', ?)""");
    }

    void opened(Session of) throws SQLException {
      session.setString(1, of.id());
      session.setString(2, of.began().boot());
      session.executeUpdate();
      report(of, "iyagi.session.started", STARTED);
      connection.commit();
    }

    void closed(Session of) throws SQLException {
      end.setString(1, of.began().boot());
      end.setString(2, of.id());
      end.executeUpdate();
      report(of, "iyagi.session.ended", ENDED);
      connection.commit();
    }

    private void report(Session of, String type, String data) throws SQLException {
      report.setString(1, UUID.randomUUID().toString());
      report.setString(2, type);
      report.setString(3, of.began().boot());
      report.setString(4, data.formatted(of.id()));
      report.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
      connection.close();
    }
  }
}
