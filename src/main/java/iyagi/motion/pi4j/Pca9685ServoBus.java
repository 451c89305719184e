package iyagi.motion.pi4j;

import iyagi.motion.Calibration;
import iyagi.motion.ServoBus;
import iyagi.motion.ServoFault;
import iyagi.words.Reason;
import iyagi.words.Sentence;
import java.io.IOException;

/** Servos on a PCA9685, 50 pulses a second. */
public final class Pca9685ServoBus implements ServoBus {
  private static final double RHYTHM_HZ = 50;

  private final Pca9685 chip;
  private boolean closed;

  /** Servos on a chip that runs at 50 Hz; closes it in the end. */
  Pca9685ServoBus(Pca9685 chip) {
    this.chip = chip;
  }

  /** Servos on a chip behind registers of any kind. */
  static Pca9685 chip(Registers registers, Sentence name, double oscillatorHz) {
    return new Pca9685(registers, name, oscillatorHz, RHYTHM_HZ);
  }

  /**
   * Opens and starts a board, every servo limp.
   *
   * @param bus number of the I²C bus: 1 on the Pi's pins 3 and 5
   * @param address 0x40 as sold
   * @param oscillatorHz what its oscillator really does, nominally 25,000,000
   * @throws ServoFault in plain words, if there is none
   */
  public static Pca9685ServoBus open(int bus, int address, double oscillatorHz) {
    try {
      return new Pca9685ServoBus(Pca9685.open(bus, address, oscillatorHz, RHYTHM_HZ));
    } catch (IOException none) {
      throw new ServoFault(Sentence.of("servo board {0}", Reason.of(none)), none);
    }
  }

  @Override
  public Sentence name() {
    return chip.name();
  }

  @Override
  public void write(double[] pulses) {
    refuseIfClosed();
    if (pulses.length > Pca9685.OUTPUTS) {
      throw new IllegalArgumentException(pulses.length + " channels; a PCA9685 has 16");
    }
    if (pulses.length == 0) {
      return;
    }
    for (int output = 0; output < pulses.length; output++) {
      if (pulses[output] > 0) {
        chip.pulse(
            output,
            Math.clamp(pulses[output], Calibration.SHORTEST_MICROS, Calibration.LONGEST_MICROS));
      } else {
        chip.off(output);
      }
    }
    try {
      chip.send(pulses.length);
    } catch (IOException lost) {
      throw new ServoFault(Sentence.of("servo board {0}", Reason.of(lost)), lost);
    }
  }

  @Override
  public void release() {
    refuseIfClosed();
    try {
      chip.allOff();
    } catch (IOException lost) {
      throw new ServoFault(Sentence.of("servo board {0}", Reason.of(lost)), lost);
    }
  }

  private void refuseIfClosed() {
    if (closed) {
      throw new ServoFault(Sentence.of("servo board {0} is closed; open it again", name()));
    }
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      chip.close();
    }
  }
}
