package iyagi.report;

import iyagi.session.SessionLog;
import java.nio.file.Path;
import java.util.Optional;

/** What a robot remembers: its sessions and their reports, in one place. */
public interface Memory extends AutoCloseable {
  /** The sessions. */
  SessionLog sessions();

  /** The reports. */
  Outbox outbox();

  /**
   * Where a damaged memory was put aside when this one was opened; empty if it was sound or new.
   */
  Optional<Path> aside();

  /**
   * Writes a copy as it is at one moment, also while sessions are written down.
   *
   * @param file that does not exist yet
   * @throws iyagi.session.SessionLog.Unkept if it cannot be copied
   */
  void copyTo(Path file);

  /** Gives the file back. */
  @Override
  void close();
}
