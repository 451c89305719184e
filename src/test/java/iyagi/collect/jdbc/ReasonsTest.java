package iyagi.collect.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ReasonsTest {
  private static Exception cause(String name) {
    return switch (name) {
      case "host" -> new UnknownHostException("db.libary");
      case "refused" -> new ConnectException("Connection refused");
      case "silent" -> new SocketTimeoutException("Read timed out");
      case "reset" -> new SocketException("Connection reset");
      case "end" -> new EOFException();
      default -> null;
    };
  }

  @ParameterizedTest
  @CsvSource({
    "28P01, none, user or the password",
    "3D000, none, no database of that name",
    "42501, none, grant it the right",
    "53100, none, disk is full",
    "57P01, none, start it again",
    "57P03, none, just starting",
    "08001, host, name is unknown",
    "08001, refused, nothing answers there",
    "08001, silent, does not answer in time",
    "08001, none, jdbc:postgresql://HOST/DATABASE",
    "08006, reset, the connection to it has broken",
    "08006, end, the connection to it has broken"
  })
  void postgresqlIsExplainedInPlainWords(String state, String cause, String words) {
    String said =
        Reasons.ofPostgres(new SQLException("FATAL: vendor's words", state, cause(cause)));
    assertTrue(said.contains(words), said);
    assertFalse(said.contains("vendor"), said);
  }

  @ParameterizedTest
  @CsvSource({
    "8, may not write",
    "5, another program",
    "10, check it",
    "11, damaged",
    "13, disk is full",
    "14, cannot be opened",
    "26, not a database",
    "270, cannot be opened",
    "2570, check it"
  })
  void sqliteIsExplainedInPlainWords(int code, String words) {
    String said = Reasons.ofSqlite(new SQLException("[SQLITE_X] vendor's words", "", code));
    assertTrue(said.contains(words), said);
    assertFalse(said.contains("vendor"), said);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 19})
  void whatNobodyHasForeseenIsQuotedForWhoeverLooksAfterIt(int code) {
    assertEquals(
        "it reports an error that this program does not know: 'no such column: x'; ask whoever"
            + " looks after it",
        Reasons.ofSqlite(new SQLException("no such  column: x\n", "", code)));
  }
}
