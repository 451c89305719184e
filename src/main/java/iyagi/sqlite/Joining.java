package iyagi.sqlite;

import iyagi.sql.Statements;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/**
 * Takes over what another memory has and this one lacks: sessions by their ids, ends and attendance
 * of those that are open or not counted here, waiting reports by theirs. All in one transaction,
 * and done twice it is as done once.
 */
final class Joining {
  private static final String SESSION =
      "id, kind, story, language, edition, title, ages, pages, resumes, boot, since_boot_ms,"
          + " began_ms, dating, clock, page, pages_read, asked, answered, interruptions, active_ms,"
          + " result, ended_boot, ended_since_boot_ms, owner, children, grown_ups";

  private static final List<String> STEPS =
      List.of(
          // The end that really was goes before one that would be guessed after the restart.
          """
          UPDATE session SET (page, pages_read, asked, answered, interruptions, active_ms, result,
            ended_boot, ended_since_boot_ms) =
            (SELECT o.page, o.pages_read, o.asked, o.answered, o.interruptions, o.active_ms,
              o.result, o.ended_boot, o.ended_since_boot_ms FROM other.session o
             WHERE o.id = session.id)
          WHERE result IS NULL AND id IN (SELECT id FROM other.session)""",
          """
          UPDATE session SET (children, grown_ups) =
            (SELECT o.children, o.grown_ups FROM other.session o WHERE o.id = session.id)
          WHERE id IN (SELECT id FROM other.session WHERE children IS NOT NULL)""",
          """
          UPDATE session SET (began_ms, dating) =
            (SELECT o.began_ms, o.dating FROM other.session o WHERE o.id = session.id)
          WHERE dating = 'estimated' AND id IN
            (SELECT id FROM other.session WHERE dating <> 'estimated')""",
          "INSERT INTO session ("
              + SESSION
              + ") SELECT "
              + SESSION
              + " FROM other.session WHERE id NOT IN (SELECT id FROM session) ORDER BY n",
          """
          INSERT INTO clock_fix (boot, boot_wall_ms, source)
          SELECT boot, boot_wall_ms, source FROM other.clock_fix WHERE true
          ON CONFLICT (boot) DO NOTHING""",
          """
          INSERT INTO command (id, result)
          SELECT id, result FROM other.command WHERE true ORDER BY n
          ON CONFLICT (id) DO NOTHING""",
          // What the library has been told since the copy was made is not told it again.
          """
          DELETE FROM outbox WHERE id IN (SELECT id FROM other.outbox WHERE seq <=
            (SELECT coalesce(max(CAST(v AS INTEGER)), 0) FROM other.meta WHERE k = 'confirmed'))""",
          """
          INSERT INTO outbox (id, type, boot, since_boot_ms, wall_ms, clock, data)
          SELECT id, type, boot, since_boot_ms, wall_ms, clock, data FROM other.outbox
          WHERE seq > (SELECT coalesce(max(CAST(v AS INTEGER)), 0) FROM other.meta
            WHERE k = 'confirmed')
          AND id NOT IN (SELECT id FROM outbox) ORDER BY seq""");

  private Joining() {}

  /** Into a memory that begins a new epoch with it. */
  static void join(Database database, Path other) {
    database.read(d -> d.run("ATTACH DATABASE ? AS other", other.toString()));
    database.write(
        d -> {
          for (String sql : STEPS) {
            d.run(sql);
          }
          higher(d, Meta.CONNECTIONS);
          higher(d, Meta.LAST_GOOD);
          SqliteOutbox.renumber(d);
          return null;
        });
  }

  private static void higher(Statements d, String key) throws SQLException {
    long there = d.number("SELECT CAST(v AS INTEGER) FROM other.meta WHERE k = ?", key);
    if (there > Meta.number(d, key)) {
      Meta.set(d, key, there);
    }
  }
}
