package iyagi.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What robots have made beside what the library has, read from the files of both.
 *
 * @param sessions that ended, in the robots' memories
 * @param lost of those, how many the library does not have
 * @param doubled how many it has twice or more
 * @param strange how many it has that no robot made
 * @param reports given a sequence by the robots
 * @param stored in the ledger
 */
public record Arrivals(
    int sessions, int lost, int doubled, int strange, long reports, long stored) {
  private static final String MADE = "SELECT id FROM session WHERE result IS NOT NULL";
  private static final String ARRIVED =
      "SELECT json_extract(data, '$.session') FROM event WHERE type = 'iyagi.session.ended'";

  /** Reads everything. */
  public static Arrivals compare(Path robots, Path ledger) throws IOException, SQLException {
    Set<String> made = new HashSet<>();
    long reports = 0;
    List<Path> folders;
    try (Stream<Path> all = Files.list(robots)) {
      folders = all.toList();
    }
    for (Path folder : folders) {
      Path file = folder.resolve("iyagi.db");
      made.addAll(column(file, MADE));
      reports += number(file, "SELECT seq FROM sqlite_sequence WHERE name = 'outbox'");
    }
    List<String> arrived = column(ledger, ARRIVED);
    Set<String> there = new HashSet<>(arrived);
    Set<String> lost = new HashSet<>(made);
    lost.removeAll(there);
    Set<String> strange = new HashSet<>(there);
    strange.removeAll(made);
    return new Arrivals(
        made.size(),
        lost.size(),
        arrived.size() - there.size(),
        strange.size(),
        reports,
        number(ledger, "SELECT count(*) FROM event"));
  }

  private static long number(Path file, String sql) throws SQLException {
    List<String> rows = column(file, sql);
    return rows.isEmpty() ? 0 : Long.parseLong(rows.getFirst());
  }

  private static List<String> column(Path file, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }

  /** Whether every session of every robot is there once, and nothing else. */
  public boolean clean() {
    return lost == 0 && doubled == 0 && strange == 0 && reports == stored;
  }
}
