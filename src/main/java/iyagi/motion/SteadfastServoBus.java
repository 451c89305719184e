package iyagi.motion;

import java.util.function.Supplier;

/**
 * Servos that may not be there yet when the robot starts: as long as they are not, every pose tries
 * to open them and says why it cannot. One thread.
 */
public final class SteadfastServoBus implements ServoBus {
  private final Supplier<ServoBus> opener;
  private final String name;
  private ServoBus bus;
  private boolean closed;

  /**
   * Servos that could not be opened just now.
   *
   * @param name for a librarian: "servo board, not answering yet"
   * @param opener throws a servo fault as long as there are none
   */
  public SteadfastServoBus(String name, Supplier<ServoBus> opener) {
    this.name = name;
    this.opener = opener;
  }

  @Override
  public String name() {
    return bus == null ? name : bus.name();
  }

  @Override
  public void write(double[] pulses) {
    if (closed) {
      throw new ServoFault(name() + ": closed; open it again");
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
