package iyagi.motion;

import iyagi.words.Sentence;
import java.util.function.Supplier;

/**
 * Servos that may not be there yet when the robot starts: as long as they are not, every pose tries
 * to open them and says why it cannot. One thread.
 */
public final class SteadfastServoBus implements ServoBus {
  private final Supplier<ServoBus> opener;
  private final Sentence name;
  private ServoBus bus;
  private boolean closed;

  /**
   * Servos that could not be opened just now.
   *
   * @param name for a librarian: "servo board, not answering yet"
   * @param opener throws a servo fault as long as there are none
   */
  public SteadfastServoBus(Sentence name, Supplier<ServoBus> opener) {
    this.name = name;
    this.opener = opener;
  }

  @Override
  public Sentence name() {
    return bus == null ? name : bus.name();
  }

  @Override
  public void write(double[] pulses) {
    if (closed) {
      throw new ServoFault(Sentence.of("{0}: closed; open it again", name()));
    }
    if (bus == null) {
      bus = opener.get();
    }
    bus.write(pulses);
  }

  /** What has never been opened has nothing to let go. */
  @Override
  public void release() {
    if (bus != null) {
      bus.release();
    }
  }

  @Override
  public void close() {
    closed = true;
    if (bus != null) {
      bus.close();
    }
  }
}
