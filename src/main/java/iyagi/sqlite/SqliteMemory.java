package iyagi.sqlite;

import iyagi.report.Memory;
import iyagi.report.Outbox;
import iyagi.session.SessionLog;
import iyagi.session.SessionLog.Unkept;
import iyagi.time.Watch;
import iyagi.words.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** What a robot remembers, in the file {@code iyagi.db} of a folder. */
public final class SqliteMemory implements Memory {
  /** The file's name. */
  public static final String FILE = "iyagi.db";

  private final Database database;
  private final Optional<Path> aside;
  private final SessionLog sessions;
  private final Outbox outbox;

  private SqliteMemory(Database database, Optional<Path> aside, Watch watch, ZoneId zone) {
    this.database = database;
    this.aside = aside;
    sessions = new SqliteSessions(database, zone);
    outbox = new SqliteOutbox(database, watch);
  }

  /**
   * Opens the memory in a folder, or makes both, for whoever the memory belongs to. A damaged file
   * is put aside under another name, and a new one is begun; nothing is ever overwritten.
   *
   * @param zone in which days and months are counted
   * @throws Unkept if it cannot be opened
   */
  public static SqliteMemory open(Path folder, Watch watch, ZoneId zone) {
    return opened(
        folder,
        file -> {
          try {
            return new SqliteMemory(new Database(file), Optional.empty(), watch, zone);
          } catch (SQLException damaged) {
            if (!Database.damaged(damaged)) {
              throw damaged;
            }
            Path aside = putAside(file);
            return new SqliteMemory(new Database(file), Optional.of(aside), watch, zone);
          }
        });
  }

  /**
   * Opens the memory in a folder beside whoever it belongs to. A damaged file is left where it is:
   * the robot in service may be writing into it.
   *
   * @param zone in which days and months are counted
   * @throws Unkept if it cannot be opened, or is damaged
   */
  public static SqliteMemory visit(Path folder, Watch watch, ZoneId zone) {
    return opened(
        folder, file -> new SqliteMemory(new Database(file), Optional.empty(), watch, zone));
  }

  private interface Opening {
    SqliteMemory of(Path file) throws SQLException, IOException;
  }

  private static SqliteMemory opened(Path folder, Opening opening) {
    Path file = folder.resolve(FILE);
    try {
      Files.createDirectories(folder);
      return opening.of(file);
    } catch (SQLException | IOException e) {
      throw new Unkept(
          Sentence.of(
              "the robot's memory, {0}, {1}",
              file,
              e instanceof SQLException fault
                  ? Database.reason(fault)
                  : Sentence.of(
                      "cannot be opened; check the folder's rights and the disk's free space")),
          e,
          !(e instanceof SQLException failed) || Database.passing(failed));
    }
  }

  private static Path putAside(Path file) throws IOException {
    Path aside = file;
    for (int i = 1; Files.exists(aside); i++) {
      aside = file.resolveSibling(FILE + ".damaged-" + i);
    }
    for (String part : List.of("", "-wal", "-shm")) {
      Path from = file.resolveSibling(FILE + part);
      if (Files.exists(from)) {
        Files.move(from, aside.resolveSibling(aside.getFileName() + part));
      }
    }
    return aside;
  }

  @Override
  public SessionLog sessions() {
    return sessions;
  }

  @Override
  public Outbox outbox() {
    return outbox;
  }

  @Override
  public Optional<Path> aside() {
    return aside;
  }

  @Override
  public void copyTo(Path file) {
    database.copyTo(file);
  }

  @Override
  public void join(Path file) {
    Joining.join(database, file);
  }

  @Override
  public void close() {
    database.close();
  }
}
