package iyagi.collect.jdbc;

import java.util.List;

/** The tables, in words that SQLite and PostgreSQL both understand. */
final class Tables {
  /** Each does nothing where it has been done. */
  static final List<String> ALL =
      List.of(
          """
          CREATE TABLE IF NOT EXISTS event (
            id TEXT PRIMARY KEY,
            robot TEXT NOT NULL,
            epoch TEXT NOT NULL,
            seq BIGINT NOT NULL,
            type TEXT NOT NULL,
            boot TEXT NOT NULL,
            monoms BIGINT NOT NULL,
            time_ms BIGINT,
            clock TEXT NOT NULL,
            data TEXT NOT NULL,
            received_ms BIGINT NOT NULL,
            sent_monoms BIGINT,
            dated_ms BIGINT NOT NULL,
            dating TEXT NOT NULL)""",
          "CREATE INDEX IF NOT EXISTS event_place ON event (robot, epoch, seq)",
          "CREATE INDEX IF NOT EXISTS event_boot ON event (robot, boot)",
          "CREATE INDEX IF NOT EXISTS event_dated ON event (dated_ms)",
          // What has come of an epoch beyond the watermark. Not the events: one that came in an
          // earlier epoch, too, is there under the other one.
          """
          CREATE TABLE IF NOT EXISTS place (
            robot TEXT NOT NULL,
            epoch TEXT NOT NULL,
            first BIGINT NOT NULL,
            last BIGINT NOT NULL,
            PRIMARY KEY (robot, epoch, first, last))""",
          """
          CREATE TABLE IF NOT EXISTS watermark (
            robot TEXT NOT NULL,
            epoch TEXT NOT NULL,
            first BIGINT NOT NULL,
            up_to BIGINT NOT NULL,
            PRIMARY KEY (robot, epoch))""",
          """
          CREATE TABLE IF NOT EXISTS robot (
            robot TEXT PRIMARY KEY,
            epoch TEXT,
            info TEXT, info_ms BIGINT NOT NULL DEFAULT 0,
            state TEXT, state_ms BIGINT NOT NULL DEFAULT 0,
            health TEXT, health_ms BIGINT NOT NULL DEFAULT 0,
            library TEXT, library_ms BIGINT NOT NULL DEFAULT 0)""",
          // What clocks have told: that a moment of a boot was a time.
          """
          CREATE TABLE IF NOT EXISTS fix (
            robot TEXT NOT NULL,
            boot TEXT NOT NULL,
            monoms BIGINT NOT NULL,
            utc_ms BIGINT NOT NULL,
            PRIMARY KEY (robot, boot, monoms))""",
          // When a boot began, as far as the fastest message tells.
          """
          CREATE TABLE IF NOT EXISTS boot (
            robot TEXT NOT NULL,
            boot TEXT NOT NULL,
            began_ms BIGINT,
            PRIMARY KEY (robot, boot))""",
          """
          CREATE TABLE IF NOT EXISTS ended (
            robot TEXT NOT NULL,
            session TEXT NOT NULL,
            event TEXT NOT NULL,
            kind TEXT NOT NULL,
            story TEXT NOT NULL,
            lang TEXT NOT NULL,
            ages TEXT NOT NULL,
            result TEXT NOT NULL,
            active_s BIGINT NOT NULL,
            trial INTEGER NOT NULL,
            resumed INTEGER NOT NULL,
            PRIMARY KEY (robot, session))""",
          "CREATE INDEX IF NOT EXISTS ended_event ON ended (event)",
          """
          CREATE TABLE IF NOT EXISTS attended (
            robot TEXT NOT NULL,
            session TEXT NOT NULL,
            epoch TEXT NOT NULL,
            seq BIGINT NOT NULL,
            children BIGINT NOT NULL,
            grown_ups BIGINT NOT NULL,
            PRIMARY KEY (robot, session))""",
          // Reports that could not be read, as they came.
          """
          CREATE TABLE IF NOT EXISTS set_aside (
            hash TEXT PRIMARY KEY,
            robot TEXT NOT NULL,
            topic TEXT NOT NULL,
            epoch TEXT,
            seq BIGINT,
            body_base64 TEXT NOT NULL,
            received_ms BIGINT NOT NULL)""");

  private Tables() {}
}
