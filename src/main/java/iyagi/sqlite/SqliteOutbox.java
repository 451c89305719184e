package iyagi.sqlite;

import iyagi.report.Outbox;
import iyagi.report.Report;
import iyagi.sql.Statements;
import iyagi.time.Moment;
import iyagi.time.Watch;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reports in the file. */
final class SqliteOutbox implements Outbox {
  private static final int ANSWERS_KEPT = 500;

  private final Database database;
  private final Watch watch;

  SqliteOutbox(Database database, Watch watch) {
    this.database = database;
    this.watch = watch;
  }

  @Override
  public String epoch() {
    return database.read(d -> Meta.get(d, Meta.EPOCH)).orElseThrow();
  }

  @Override
  public long first() {
    return confirmed() + 1;
  }

  @Override
  public long last() {
    return database.read(Tables::last);
  }

  @Override
  public long confirmed() {
    return database.read(d -> Meta.number(d, Meta.CONFIRMED));
  }

  @Override
  public List<Report> after(long sequence, int most) {
    return database.read(
        d ->
            d.all(
                "SELECT * FROM outbox WHERE seq > ? ORDER BY seq LIMIT ?",
                Tables::report,
                sequence,
                most));
  }

  @Override
  public void confirm(long upTo) {
    database.write(
        d -> {
          if (upTo > Tables.last(d)) {
            throw new IllegalArgumentException(
                "report " + upTo + " cannot be confirmed: the last one is " + Tables.last(d));
          }
          if (upTo > Meta.number(d, Meta.CONFIRMED)) {
            Meta.set(d, Meta.CONFIRMED, upTo);
          }
          return null;
        });
  }

  @Override
  public void beginEpoch() {
    database.write(
        d -> {
          renumber(d);
          return null;
        });
  }

  /** A new epoch, in which what waits is numbered from 1. */
  static void renumber(Statements d) throws SQLException {
    long confirmed = Meta.number(d, Meta.CONFIRMED);
    d.run("DELETE FROM outbox WHERE seq <= ?", confirmed);
    // Sequences have no gaps. By way of negative ones, so that none is given twice meanwhile.
    List<Long> waiting = d.all("SELECT seq FROM outbox ORDER BY seq", row -> row.getLong(1));
    d.run("UPDATE outbox SET seq = -seq");
    for (int i = 0; i < waiting.size(); i++) {
      d.run("UPDATE outbox SET seq = ? WHERE seq = ?", i + 1L, -waiting.get(i));
    }
    d.run("UPDATE sqlite_sequence SET seq = (SELECT count(*) FROM outbox) WHERE name = 'outbox'");
    Meta.set(d, Meta.EPOCH, UUID.randomUUID());
    Meta.set(d, Meta.CONFIRMED, 0);
    Meta.clear(d, Meta.AGAIN);
  }

  @Override
  public Waiting waiting() {
    return database.read(
        d -> {
          long confirmed = Meta.number(d, Meta.CONFIRMED);
          long count = Tables.last(d) - confirmed;
          Optional<Report> oldest =
              d.one(
                  "SELECT * FROM outbox WHERE seq > ? ORDER BY seq LIMIT 1",
                  Tables::report,
                  confirmed);
          return new Waiting(count, oldest.map(this::age).orElse(Duration.ZERO));
        });
  }

  private Duration age(Report report) {
    Moment now = watch.now();
    Duration age = Duration.ZERO;
    if (report.boot().equals(now.boot())) {
      age = now.sinceBoot().minus(report.sinceBoot());
    } else if (now.quality().good()) {
      age = Duration.between(report.wall(), now.wall());
    }
    return age.isNegative() ? Duration.ZERO : age;
  }

  @Override
  public void sendAgain(long fromSequence) {
    database.write(
        d -> {
          Meta.set(d, Meta.AGAIN, Math.max(1, fromSequence));
          return null;
        });
  }

  @Override
  public Optional<Long> again() {
    return database.read(d -> Meta.get(d, Meta.AGAIN)).map(Long::parseLong);
  }

  @Override
  public void sentAgain(long upTo) {
    database.write(
        d -> {
          if (upTo >= Meta.number(d, Meta.CONFIRMED)) {
            Meta.clear(d, Meta.AGAIN);
          } else {
            Meta.set(d, Meta.AGAIN, upTo + 1);
          }
          return null;
        });
  }

  @Override
  public long nextConnection() {
    return database.write(
        d -> {
          long next = Meta.number(d, Meta.CONNECTIONS) + 1;
          Meta.set(d, Meta.CONNECTIONS, next);
          return next;
        });
  }

  @Override
  public Optional<String> answered(String command) {
    return database.read(
        d -> d.one("SELECT result FROM command WHERE id = ?", row -> row.getString(1), command));
  }

  @Override
  public void answer(String command, String result) {
    database.write(
        d -> {
          d.run(
              """
              INSERT INTO command (id, result) VALUES (?, ?)
              ON CONFLICT (id) DO UPDATE SET result = excluded.result""",
              command,
              result);
          return d.run(
              "DELETE FROM command WHERE n <= (SELECT max(n) FROM command) - ?", ANSWERS_KEPT);
        });
  }

  @Override
  public Optional<String> desired() {
    return database.read(d -> Meta.get(d, Meta.DESIRED));
  }

  @Override
  public void desired(String json) {
    database.write(
        d -> {
          Meta.set(d, Meta.DESIRED, json);
          return null;
        });
  }
}
