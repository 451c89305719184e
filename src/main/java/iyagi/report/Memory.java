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

  /**
   * Takes over what another memory of the same robot has and this one lacks, in one step: sessions,
   * and reports that the server has not confirmed. Begins a new epoch. Done twice it is as done
   * once, as long as nothing else has used this memory in between.
   *
   * @param file of the other memory, which nobody has open; it is only read
   * @throws iyagi.session.SessionLog.Unkept if it cannot be read or written; nothing of it is here
   *     then
   */
  void join(Path file);

  /** Gives the file back. */
  @Override
  void close();
}
