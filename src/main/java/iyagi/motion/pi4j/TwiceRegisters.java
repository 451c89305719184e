package iyagi.motion.pi4j;

import java.io.IOException;

/**
 * Registers that are asked a second time when the chip has not acknowledged: a servo that starts
 * can disturb one transaction. One thread.
 */
final class TwiceRegisters implements Registers {
  private final Registers registers;
  private boolean stumbled;

  TwiceRegisters(Registers registers) {
    this.registers = registers;
  }

  /** Whether anything had to be asked twice since this was asked last. */
  boolean stumbled() {
    boolean so = stumbled;
    stumbled = false;
    return so;
  }

  @Override
  public void write(int register, byte[] bytes, int length) throws IOException {
    try {
      registers.write(register, bytes, length);
    } catch (IOException first) {
      stumbled = true;
      try {
        registers.write(register, bytes, length);
      } catch (IOException second) {
        second.addSuppressed(first);
        throw second;
      }
    }
  }

  @Override
  public int read(int register) throws IOException {
    try {
      return registers.read(register);
    } catch (IOException first) {
      stumbled = true;
      try {
        return registers.read(register);
      } catch (IOException second) {
        second.addSuppressed(first);
        throw second;
      }
    }
  }

  @Override
  public void close() {
    registers.close();
  }
}
