package iyagi.collect.jdbc;

import iyagi.collect.Letter;
import iyagi.sql.Statements;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reports that cannot be read, as they came, for whoever can read them one day. */
final class Asides {
  private Asides() {}

  /** Keeps each once, however often it comes. */
  static void keep(Statements d, List<Letter> letters) throws SQLException {
    Map<String, Letter.Unread> byHash = new TreeMap<>();
    for (Letter letter : letters) {
      if (letter instanceof Letter.Unread unread) {
        byHash.putIfAbsent(hash(unread), unread);
      }
    }
    for (Map.Entry<String, Letter.Unread> one : byHash.entrySet()) {
      insert(d, one.getKey(), one.getValue());
    }
  }

  private static void insert(Statements d, String hash, Letter.Unread unread) throws SQLException {
    d.run(
        """
        INSERT INTO set_aside (hash, robot, topic, epoch, seq, body_base64, received_ms)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (hash) DO NOTHING""",
        hash,
        unread.robot(),
        unread.topic(),
        unread.place().map(Letter.Place::epoch).orElse(null),
        unread.place().map(Letter.Place::sequence).orElse(null),
        unread.base64(),
        unread.received().toEpochMilli());
  }

  private static String hash(Letter.Unread unread) {
    String all = unread.topic() + ' ' + unread.place() + ' ' + unread.base64();
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(all.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
