package iyagi.motion.pi4j;

import iyagi.words.Hindrance;
import iyagi.words.Reason;
import iyagi.words.Sentence;
import java.io.IOException;
import java.time.Duration;

/**
 * A PCA9685: 16 outputs that the chip switches by itself, whatever the computer does. Register
 * numbers and rules: NXP PCA9685 data sheet, revision 4. One thread.
 *
 * <p>Outputs are set one by one and sent in one transaction, so that a pose arrives as a whole.
 * Every half second or so, after every transaction that had to be repeated, and before outputs are
 * powered that were all off, the chip is asked whether it has lost its power meanwhile; after that,
 * or after two failures in a row, the next {@link #send} starts it anew, with every output off that
 * has not been set since.
 */
public final class Pca9685 implements AutoCloseable {
  /** How many outputs the chip has. */
  public static final int OUTPUTS = 16;

  private static final int MODE1 = 0x00;
  private static final int MODE2 = 0x01;
  private static final int FIRST_OUTPUT = 0x06;
  private static final int ALL_OUTPUTS = 0xfa;
  private static final int PRESCALE = 0xfe;

  /** Bit 5: registers count up; bit 4: sleep, and only then the prescaler can be written. */
  private static final byte COUNT_UP = 0x21;

  private static final byte ASLEEP = 0x31;

  /** Totem pole; outputs change at the end of a transaction; low while OE is high. */
  private static final byte DRIVE = 0x04;

  private static final byte FULL_OFF = 0x10;
  private static final byte[] ALL_OFF = {0, 0, 0, FULL_OFF};
  private static final int TICKS = 4096;

  /** Data sheet 7.3.1.1: at most 500 µs until the oscillator runs. */
  private static final Duration WAKE = Duration.ofMillis(1);

  private static final int SENDS_BETWEEN_CHECKS = 25;

  private final TwiceRegisters registers;
  private final Sentence name;
  private final int prescale;
  private final double tickMicros;
  private final byte[] block = new byte[4 * OUTPUTS];
  private final byte[] one = new byte[1];
  private boolean ready;
  private boolean allOff;
  private int sends;

  /**
   * A chip behind the registers given; call {@link #start()} first.
   *
   * @param name for a librarian
   * @param oscillatorHz what its oscillator really does, nominally 25,000,000
   * @param rhythmHz how many pulses a second, 24 to 1526
   */
  public Pca9685(Registers registers, Sentence name, double oscillatorHz, double rhythmHz) {
    this.registers = new TwiceRegisters(registers);
    this.name = name;
    prescale = Math.clamp(Math.round(oscillatorHz / (TICKS * rhythmHz)) - 1, 3, 255);
    tickMicros = (prescale + 1) / oscillatorHz * 1e6;
    for (int output = 0; output < OUTPUTS; output++) {
      off(output);
    }
  }

  /**
   * Opens the chip at an address over Pi4J and starts it.
   *
   * @throws IOException in plain words, if there is none
   */
  public static Pca9685 open(int bus, int address, double oscillatorHz, double rhythmHz)
      throws IOException {
    Sentence name =
        Sentence.of("PCA9685 at 0x{0} on I2C bus {1}", Integer.toHexString(address), bus);
    Pi4jRegisters registers;
    try {
      registers = Pi4jRegisters.open(bus, address);
    } catch (IOException refused) {
      throw new Hindrance(Sentence.of("{0}: {1}", name, Reason.of(refused)), refused);
    }
    Pca9685 chip = new Pca9685(registers, name, oscillatorHz, rhythmHz);
    try {
      chip.start();
    } catch (IOException silent) {
      Sentence where = BoardSearch.words(registers::answersAt);
      registers.close();
      throw new Hindrance(Sentence.of("{0}; {1}", Reason.of(silent), where), silent);
    }
    return chip;
  }

  /** For a librarian: "PCA9685 at 0x40 on I2C bus 1". */
  public Sentence name() {
    return name;
  }

  /**
   * Starts the chip with every output off.
   *
   * @throws IOException if it does not answer
   */
  public void start() throws IOException {
    try {
      put(MODE1, ASLEEP);
      put(PRESCALE, (byte) prescale);
      put(MODE2, DRIVE);
      registers.write(ALL_OUTPUTS, ALL_OFF, ALL_OFF.length);
      put(MODE1, COUNT_UP);
      // The chip's oscillator needs this long to settle and has nothing to tell that it has.
      Thread.sleep(WAKE);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw lost(new Hindrance(Sentence.of("interrupted while starting it"), interrupted));
    } catch (IOException silent) {
      throw lost(silent);
    }
    boolean _ = registers.stumbled();
    ready = true;
    allOff = false;
    sends = 0;
  }

  /**
   * One pulse in every beat from the next {@link #send} on. The outputs' pulses begin one after the
   * other, a sixteenth of the beat apart, which spreads the current.
   *
   * @param micros how long, up to the beat
   */
  public void pulse(int output, double micros) {
    int on = output * (TICKS / OUTPUTS);
    int ticks = Math.clamp(Math.round(micros / tickMicros), 1, TICKS - 1);
    set(output, on, (on + ticks) % TICKS);
  }

  /** On for a share of the time, 0 to 1, from the next {@link #send} on. */
  public void share(int output, double share) {
    int ticks = (int) Math.round(Math.clamp(share, 0, 1) * TICKS);
    if (ticks == 0) {
      off(output);
    } else if (ticks == TICKS) {
      set(output, TICKS, 0);
    } else {
      set(output, 0, ticks);
    }
  }

  /** No pulses at all from the next {@link #send} on. */
  public void off(int output) {
    set(output, 0, FULL_OFF << 8);
  }

  private void set(int output, int on, int off) {
    int at = 4 * output;
    block[at] = (byte) on;
    block[at + 1] = (byte) (on >> 8);
    block[at + 2] = (byte) off;
    block[at + 3] = (byte) (off >> 8);
  }

  /**
   * Sends the first outputs in one transaction.
   *
   * @param outputs how many, 1 to 16
   * @throws IOException if the chip does not answer twice in a row, or had lost its power
   */
  public void send(int outputs) throws IOException {
    if (!ready || (allOff && !isAsSet(mode()))) {
      start();
    }
    allOff = false;
    try {
      registers.write(FIRST_OUTPUT, block, 4 * outputs);
    } catch (IOException silent) {
      throw lost(silent);
    }
    if (registers.stumbled() || ++sends % SENDS_BETWEEN_CHECKS == 0) {
      check();
    }
  }

  private void check() throws IOException {
    int mode = mode();
    if (!isAsSet(mode)) {
      throw lost(
          new Hindrance(
              Sentence.of(
                  "it had lost its power: mode 0x{0} where 0x21 was set",
                  Integer.toHexString(mode))));
    }
  }

  private int mode() throws IOException {
    try {
      return registers.read(MODE1);
    } catch (IOException silent) {
      throw lost(silent);
    }
  }

  /** Bit 7 tells of a restart and is not set by us. */
  private static boolean isAsSet(int mode) {
    return (mode & 0x7f) == COUNT_UP;
  }

  /**
   * Every output off at once.
   *
   * @throws IOException if the chip does not answer twice in a row
   */
  public void allOff() throws IOException {
    for (int output = 0; output < OUTPUTS; output++) {
      off(output);
    }
    try {
      registers.write(ALL_OUTPUTS, ALL_OFF, ALL_OFF.length);
    } catch (IOException silent) {
      throw lost(silent);
    }
    allOff = true;
  }

  private void put(int register, byte value) throws IOException {
    one[0] = value;
    registers.write(register, one, 1);
  }

  private IOException lost(IOException cause) {
    ready = false;
    return new Hindrance(
        Sentence.of(
            "{0} does not answer as expected ({1}); {2}",
            name, Reason.of(cause), advice(String.valueOf(cause.getMessage()))),
        cause);
  }

  /** The kernel's words for a line that somebody holds down (ETIMEDOUT) say more than a cable. */
  private static Sentence advice(String reason) {
    return reason.contains("timed out")
        ? Sentence.of(
            "the bus is stuck: take the robot off its power for ten seconds, and look for a pinched"
                + " cable if it happens again")
        : Sentence.of("check its cable and its power supply");
  }

  /** Every output off if the chip still answers, and the bus given back. May be called twice. */
  @Override
  public void close() {
    try {
      allOff();
    } catch (IOException gone) {
      // nothing is left to switch off, and the caller is leaving
      ready = false;
    }
    registers.close();
  }
}
