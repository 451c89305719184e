package iyagi.collect.jdbc;

import iyagi.collect.Ledger.Watermark;
import iyagi.collect.Letter;
import iyagi.report.Fact;
import iyagi.sql.Statements;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Up to where everything of a robot is there. The row of a robot and epoch is locked before places
 * are looked at and until they are all on the disk: of two collectors the second one sees what the
 * first one had.
 */
final class Watermarks {
  private record Run(String robot, String epoch) {}

  private record Place(long first, long last) {}

  private Watermarks() {}

  /** Notes what has come, and how far each robot and epoch is with it. */
  static List<Watermark> advance(Statements d, List<Letter> letters) throws SQLException {
    Map<Run, Long> firsts =
        new TreeMap<>(Comparator.comparing(Run::robot).thenComparing(Run::epoch));
    for (Letter letter : letters) {
      switch (letter) {
        case Letter.Event event -> firsts.merge(run(event), 1L, Math::max);
        case Letter.Info info ->
            firsts.merge(new Run(info.robot(), info.epoch()), info.first(), Math::max);
        case Letter.Unread unread ->
            unread.place().ifPresent(p -> firsts.merge(run(unread, p), 1L, Math::max));
        case Letter.Word _ -> {}
      }
    }
    for (Map.Entry<Run, Long> first : firsts.entrySet()) {
      lock(d, first.getKey(), first.getValue());
    }
    for (Letter letter : letters) {
      switch (letter) {
        case Letter.Event event -> arrived(d, event);
        case Letter.Unread unread -> arrived(d, unread);
        case Letter.Info _, Letter.Word _ -> {}
      }
    }
    List<Watermark> watermarks = new ArrayList<>();
    for (Run run : firsts.keySet()) {
      watermarks.add(watermark(d, run));
    }
    return watermarks;
  }

  private static Run run(Letter.Event event) {
    return new Run(event.robot(), event.epoch());
  }

  private static Run run(Letter.Unread unread, Letter.Place place) {
    return new Run(unread.robot(), place.epoch());
  }

  private static void lock(Statements d, Run run, long first) throws SQLException {
    d.run(
        """
        INSERT INTO watermark (robot, epoch, first, up_to) VALUES (?, ?, ?, ?)
        ON CONFLICT (robot, epoch) DO UPDATE SET
          first = CASE WHEN excluded.first > watermark.first
            THEN excluded.first ELSE watermark.first END,
          up_to = CASE WHEN excluded.up_to > watermark.up_to
            THEN excluded.up_to ELSE watermark.up_to END""",
        run.robot(),
        run.epoch(),
        first,
        first - 1);
  }

  private static void arrived(Statements d, Letter.Event event) throws SQLException {
    place(d, run(event), event.sequence(), event.sequence());
    if (event.fact().orElse(null) instanceof Fact.OutboxGap(long first, long last)) {
      place(d, run(event), first, last);
    }
  }

  private static void arrived(Statements d, Letter.Unread unread) throws SQLException {
    if (unread.place().isPresent()) {
      Letter.Place at = unread.place().get();
      place(d, run(unread, at), at.sequence(), at.sequence());
    }
  }

  private static void place(Statements d, Run run, long first, long last) throws SQLException {
    d.run(
        """
        INSERT INTO place (robot, epoch, first, last) VALUES (?, ?, ?, ?)
        ON CONFLICT (robot, epoch, first, last) DO NOTHING""",
        run.robot(),
        run.epoch(),
        first,
        last);
  }

  private static Watermark watermark(Statements d, Run run) throws SQLException {
    long before =
        d.one(
                "SELECT up_to FROM watermark WHERE robot = ? AND epoch = ?",
                row -> row.getLong(1),
                run.robot(),
                run.epoch())
            .orElse(0L);
    long upTo = before;
    for (Place place :
        d.all(
            "SELECT first, last FROM place WHERE robot = ? AND epoch = ? ORDER BY first",
            row -> new Place(row.getLong(1), row.getLong(2)),
            run.robot(),
            run.epoch())) {
      if (place.first() > upTo + 1) {
        break;
      }
      upTo = Math.max(upTo, place.last());
    }
    keep(d, run, upTo);
    return new Watermark(run.robot(), run.epoch(), upTo, current(d, run));
  }

  private static void keep(Statements d, Run run, long upTo) throws SQLException {
    d.run(
        "UPDATE watermark SET up_to = ? WHERE robot = ? AND epoch = ? AND up_to < ?",
        upTo,
        run.robot(),
        run.epoch(),
        upTo);
    d.run(
        "DELETE FROM place WHERE robot = ? AND epoch = ? AND last <= ?",
        run.robot(),
        run.epoch(),
        upTo);
  }

  private static boolean current(Statements d, Run run) throws SQLException {
    return d.one("SELECT epoch FROM robot WHERE robot = ?", row -> row.getString(1), run.robot())
        .map(run.epoch()::equals)
        .orElse(true);
  }
}
