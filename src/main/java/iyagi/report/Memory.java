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

  /** Gives the file back. */
  @Override
  void close();
}
