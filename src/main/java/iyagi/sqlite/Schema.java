package iyagi.sqlite;

import iyagi.sql.Statements;
import iyagi.words.Explained;
import iyagi.words.Sentence;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** The tables, and how older files become newer ones. */
final class Schema {
  /** Each step makes the version after the one that it finds. Steps are never changed. */
  private static final List<List<String>> STEPS =
      List.of(
          List.of(
              "CREATE TABLE meta (k TEXT PRIMARY KEY, v TEXT NOT NULL) STRICT",
              """
              CREATE TABLE session (
                n INTEGER PRIMARY KEY AUTOINCREMENT,
                id TEXT NOT NULL UNIQUE,
                kind TEXT NOT NULL,
                story TEXT NOT NULL,
                language TEXT NOT NULL,
                edition TEXT NOT NULL,
                title TEXT NOT NULL,
                ages TEXT NOT NULL,
                pages INTEGER NOT NULL,
                resumes TEXT,
                boot TEXT NOT NULL,
                since_boot_ms INTEGER NOT NULL,
                began_ms INTEGER NOT NULL,
                dating TEXT NOT NULL,
                clock TEXT NOT NULL,
                page INTEGER NOT NULL,
                pages_read INTEGER NOT NULL,
                asked INTEGER NOT NULL,
                answered INTEGER NOT NULL,
                interruptions INTEGER NOT NULL,
                active_ms INTEGER NOT NULL,
                result TEXT,
                ended_boot TEXT,
                ended_since_boot_ms INTEGER,
                owner TEXT NOT NULL,
                children INTEGER,
                grown_ups INTEGER) STRICT""",
              "CREATE INDEX session_began ON session (began_ms)",
              "CREATE INDEX session_open ON session (n) WHERE result IS NULL",
              "CREATE INDEX session_resumes ON session (resumes) WHERE resumes IS NOT NULL",
              """
              CREATE TABLE outbox (
                seq INTEGER PRIMARY KEY AUTOINCREMENT,
                id TEXT NOT NULL,
                type TEXT NOT NULL,
                boot TEXT NOT NULL,
                since_boot_ms INTEGER NOT NULL,
                wall_ms INTEGER NOT NULL,
                clock TEXT NOT NULL,
                data TEXT NOT NULL) STRICT""",
              """
              CREATE TABLE clock_fix (
                boot TEXT PRIMARY KEY,
                boot_wall_ms INTEGER NOT NULL,
                source TEXT NOT NULL) STRICT""",
              """
              CREATE TABLE command (
                n INTEGER PRIMARY KEY AUTOINCREMENT,
                id TEXT NOT NULL UNIQUE,
                result TEXT NOT NULL) STRICT"""));

  private Schema() {}

  /** A file that this program must not touch. */
  static final class Newer extends SQLException implements Explained {
    private static final long serialVersionUID = 1;
    private final transient Sentence sentence;

    private Newer(int version) {
      this(
          Sentence.of(
              "it was written by a newer version of the program (format {0}; this one knows {1});"
                  + " install that version again",
              version, STEPS.size()));
    }

    private Newer(Sentence sentence) {
      super(sentence.toString());
      this.sentence = sentence;
    }

    @Override
    public Sentence sentence() {
      return sentence;
    }
  }

  /**
   * Brings a file to the newest version.
   *
   * @throws SQLException if it cannot be written, or was written by a newer program
   */
  static void lay(Database database, Statements statements) throws SQLException {
    int version = (int) statements.number("PRAGMA user_version");
    if (version > STEPS.size()) {
      throw new Newer(version);
    }
    if (version < STEPS.size()) {
      database.write(
          d -> {
            // Another program may have done it meanwhile.
            for (int i = (int) d.number("PRAGMA user_version"); i < STEPS.size(); i++) {
              for (String sql : STEPS.get(i)) {
                d.run(sql);
              }
            }
            Meta.setIfMissing(d, Meta.EPOCH, UUID.randomUUID().toString());
            return d.run("PRAGMA user_version = " + STEPS.size());
          });
    }
  }
}
