package iyagi.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The statements of one connection, each prepared once. Used by whoever has the connection; closing
 * that closes them.
 */
public final class Statements {
  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  /** One row of an answer. */
  public interface Row<T> {
    /** What the row holds. */
    T of(ResultSet row) throws SQLException;
  }

  /** Of a connection. */
  public Statements(Connection connection) {
    this.connection = connection;
  }

  /** Runs a statement; the number of rows that it changed. */
  public int run(String sql, Object... values) throws SQLException {
    return prepared(sql, values).executeUpdate();
  }

  /** All rows. */
  public <T> List<T> all(String sql, Row<T> row, Object... values) throws SQLException {
    List<T> rows = new ArrayList<>();
    try (ResultSet answer = prepared(sql, values).executeQuery()) {
      while (answer.next()) {
        rows.add(row.of(answer));
      }
    }
    return rows;
  }

  /** The first row, if there is one. */
  public <T> Optional<T> one(String sql, Row<T> row, Object... values) throws SQLException {
    try (ResultSet answer = prepared(sql, values).executeQuery()) {
      return answer.next() ? Optional.ofNullable(row.of(answer)) : Optional.empty();
    }
  }

  /** The number in the first column of the first row; 0 if there is none. */
  public long number(String sql, Object... values) throws SQLException {
    return one(sql, row -> row.getLong(1), values).orElse(0L);
  }

  private PreparedStatement prepared(String sql, Object... values) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }
}
