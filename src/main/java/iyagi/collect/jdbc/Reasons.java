package iyagi.collect.jdbc;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;

/** Why a database cannot be used, for a librarian: what was found, what to do. */
final class Reasons {
  private static final int LONGEST_CHAIN = 20;
  private static final String RUNNING = "; check that it runs, and the address";

  private Reasons() {}

  /** Of a SQLite file, by the codes in sqlite3.h. */
  static String ofSqlite(SQLException e) {
    return switch (e.getErrorCode() & 0xFF) {
      case 3, 8, 23 -> "this user may not write it; check the rights of the file and its folder";
      case 5, 6 -> "another program has kept it for too long; end that program";
      case 10 -> "the disk cannot be read or written; check it";
      case 11 -> "the file is damaged; put it aside and a new one is begun";
      case 13 -> "the disk is full; make room";
      case 14 -> "the file cannot be opened; check that its folder is there, and its rights";
      case 26 -> "the file is not a database; name another one with --db";
      default -> said(e);
    };
  }

  /** Of PostgreSQL, by the codes in its manual, appendix A. */
  static String ofPostgres(SQLException e) {
    return switch (String.valueOf(e.getSQLState())) {
      case "28P01", "28000" ->
          "it does not accept the user or the password; correct them in the address, or the rights"
              + " in the database";
      case "3D000" -> "there is no database of that name; create it, or correct the address";
      case "42501" -> "its user may not make or change the tables there; grant it the right";
      case "25006" -> "it can only be read; name the one that can be written";
      case "53100" -> "its disk is full; make room";
      case "53300" -> "it has too many connections at once; allow more, or end some";
      case "57P01", "57P02" -> "it was stopped; start it again";
      case "57P03" -> "it is just starting; wait a moment";
      default -> network(e);
    };
  }

  private static String network(SQLException e) {
    if (caused(e, UnknownHostException.class)) {
      return "the computer's name is unknown; correct the address";
    }
    if (caused(e, ConnectException.class) || caused(e, NoRouteToHostException.class)) {
      return "nothing answers there" + RUNNING;
    }
    if (caused(e, SocketTimeoutException.class)) {
      return "it does not answer in time" + RUNNING;
    }
    String state = String.valueOf(e.getSQLState());
    if (state.equals("08001") && e.getCause() == null) {
      return "the address has to be written as jdbc:postgresql://HOST/DATABASE";
    }
    return state.startsWith("08") ? "the connection to it has broken" + RUNNING : said(e);
  }

  private static boolean caused(Throwable fault, Class<? extends Throwable> kind) {
    return Stream.iterate(fault, f -> f != null, Throwable::getCause)
        .limit(LONGEST_CHAIN)
        .anyMatch(kind::isInstance);
  }

  /** In the database's own words, for whoever looks after it. */
  private static String said(SQLException e) {
    String message = Optional.ofNullable(e.getMessage()).orElse("").strip().replaceAll("\\s+", " ");
    return "it reports an error that this program does not know: '"
        + (message.isEmpty() ? "number " + e.getErrorCode() : message)
        + "'; ask whoever looks after it";
  }
}
