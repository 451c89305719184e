package iyagi.motion.pi4j;

import java.io.IOException;

/** The registers of one chip on an I²C bus; one call is one transaction. One thread. */
public interface Registers extends AutoCloseable {
  /**
   * Writes bytes from a register upwards.
   *
   * @throws IOException if the chip does not acknowledge
   */
  void write(int register, byte[] bytes, int length) throws IOException;

  /**
   * Reads one register, 0 to 255.
   *
   * @throws IOException if the chip does not acknowledge
   */
  int read(int register) throws IOException;

  /** Gives the bus back. May be called twice. */
  @Override
  void close();
}
