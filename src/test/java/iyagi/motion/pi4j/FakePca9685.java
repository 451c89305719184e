package iyagi.motion.pi4j;

import java.io.IOException;
import java.util.Arrays;

/**
 * A chip with the rules of the data sheet that matter: registers count up only when told, the
 * prescaler takes a value only asleep, one write reaches all outputs, power loss forgets all.
 */
public final class FakePca9685 implements Registers {
  private final int[] registers = new int[256];
  private final double oscillatorHz;
  private boolean unplugged;
  private String refusal = "No such device or address";
  private int failures;
  private boolean closed;
  private int transactions;

  /** A chip with an oscillator that is as fast as given. */
  public FakePca9685(double oscillatorHz) {
    this.oscillatorHz = oscillatorHz;
    loseAndRegainPower();
  }

  /** Data sheet table 4: the values after power-on. */
  public void loseAndRegainPower() {
    Arrays.fill(registers, 0);
    registers[0x00] = 0x11;
    registers[0x01] = 0x04;
    registers[0xfe] = 0x1e;
    for (int output = 0; output < 16; output++) {
      registers[0x09 + 4 * output] = 0x10;
    }
  }

  /** Nothing answers any more, or everything again. */
  public void unplugged(boolean now) {
    unplugged = now;
  }

  /** The next transactions are not acknowledged. */
  public void failNext(int count) {
    failures = count;
  }

  /** With which words the kernel refuses from now on. */
  public void refusal(String words) {
    refusal = words;
  }

  /** How many transactions were acknowledged. */
  public int transactions() {
    return transactions;
  }

  /** Whether the bus has been given back. */
  public boolean closed() {
    return closed;
  }

  @Override
  public void write(int register, byte[] bytes, int length) throws IOException {
    acknowledge();
    boolean countUp = (registers[0] & 0x20) != 0;
    for (int i = 0; i < length; i++) {
      put(countUp ? (register + i) & 0xff : register, bytes[i] & 0xff);
    }
  }

  private void put(int register, int value) {
    if (register == 0xfe && (registers[0] & 0x10) == 0) {
      return;
    }
    registers[register] = value;
    if (register >= 0xfa && register <= 0xfd) {
      for (int output = 0; output < 16; output++) {
        registers[0x06 + 4 * output + register - 0xfa] = value;
      }
    }
  }

  @Override
  public int read(int register) throws IOException {
    acknowledge();
    return registers[register];
  }

  private void acknowledge() throws IOException {
    if (unplugged || failures-- > 0) {
      throw new IOException(refusal);
    }
    failures = Math.max(0, failures);
    transactions++;
  }

  /** Beats a second. */
  public double rhythmHz() {
    return oscillatorHz / (4096.0 * (registers[0xfe] + 1));
  }

  /** Where in the beat the pulse begins, 0 to 4095. */
  public int begin(int output) {
    return twelve(0x06 + 4 * output);
  }

  /** How long an output is on in every beat, in microseconds; 0 while the chip sleeps. */
  public double pulse(int output) {
    int at = 0x06 + 4 * output;
    boolean asleep = (registers[0] & 0x10) != 0;
    if (asleep || (registers[at + 3] & 0x10) != 0) {
      return 0;
    }
    double tick = 1e6 / (4096 * rhythmHz());
    if ((registers[at + 1] & 0x10) != 0) {
      return 4096 * tick;
    }
    return ((twelve(at + 2) - twelve(at) + 4096) % 4096) * tick;
  }

  private int twelve(int register) {
    return registers[register] | (registers[register + 1] & 0x0f) << 8;
  }

  @Override
  public void close() {
    closed = true;
  }
}
