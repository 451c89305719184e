package iyagi.collect.jdbc;

import iyagi.collect.Letter;
import iyagi.sql.Statements;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What robots last said of themselves. */
final class Robots {
  private Robots() {}

  /** Takes what is not an event; of one robot and subject the last. */
  static void update(Statements d, List<Letter> letters) throws SQLException {
    Map<String, Letter> last = new TreeMap<>();
    for (Letter letter : letters) {
      switch (letter) {
        case Letter.Event _, Letter.Unread _ -> {}
        case Letter.Info info -> last.put(info.robot() + " info", info);
        case Letter.Word word -> last.put(word.robot() + " " + word.subject(), word);
      }
    }
    for (Letter letter : last.values()) {
      switch (letter) {
        case Letter.Event _, Letter.Unread _ -> {}
        case Letter.Info info -> info(d, info);
        case Letter.Word word -> word(d, word);
      }
    }
  }

  private static void info(Statements d, Letter.Info info) throws SQLException {
    d.run(
        """
        INSERT INTO robot (robot, epoch, info, info_ms) VALUES (?, ?, ?, ?)
        ON CONFLICT (robot) DO UPDATE SET
          epoch = excluded.epoch, info = excluded.info, info_ms = excluded.info_ms
        WHERE excluded.info_ms >= robot.info_ms""",
        info.robot(),
        info.epoch(),
        info.json(),
        info.received().toEpochMilli());
  }

  private static void word(Statements d, Letter.Word word) throws SQLException {
    d.run(
        switch (word.subject()) {
          case STATE -> sql("state");
          case HEALTH -> sql("health");
          case LIBRARY -> sql("library");
        },
        word.robot(),
        word.json(),
        word.received().toEpochMilli());
  }

  private static String sql(String column) {
    return """
    INSERT INTO robot (robot, %1$s, %1$s_ms) VALUES (?, ?, ?)
    ON CONFLICT (robot) DO UPDATE SET %1$s = excluded.%1$s, %1$s_ms = excluded.%1$s_ms
    WHERE excluded.%1$s_ms >= robot.%1$s_ms"""
        .formatted(column);
  }
}
