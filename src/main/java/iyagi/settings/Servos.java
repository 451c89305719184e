package iyagi.settings;

import java.util.List;
import java.util.Optional;

/** How a robot's servos are reached. */
public sealed interface Servos {
  /**
   * A PCA9685 servo board on an I²C bus.
   *
   * @param bus number of the I²C bus, 0 to 22: 1 on the Pi's pins 3 and 5
   * @param address of the board, 0x40 to 0x7f without 0x70 (which all boards answer to)
   * @param oscillatorHz what its oscillator really does, 23,000,000 to 27,000,000
   * @param safetyLine the pin that its OE is wired to; without one it can be silenced over the bus
   *     only
   */
  record Pca9685(int bus, int address, double oscillatorHz, Optional<SafetyLine> safetyLine)
      implements Servos {}

  /**
   * Servos on the Pi's own pulse pins; the joints' channels are those of the chip.
   *
   * @param chip number of the kernel's pwmchip, 0 to 15
   * @param lines GPIO of each of its four channels, as the overlay in config.txt sets them; for
   *     wiring and for finding pins used twice
   */
  record Pwm(int chip, List<Integer> lines) implements Servos {
    /**
     * As on a Pi 5; on older ones channels 0 and 1 with the overlay "pwm-2chan,pin=12,func=4,
     * pin2=13,func2=4".
     */
    public static final List<Integer> USUAL_LINES = List.of(12, 13, 18, 19);

    /** Copies the lines. */
    public Pwm {
      lines = List.copyOf(lines);
    }
  }

  /** Servos in memory. */
  record Simulated() implements Servos {}

  /** A robot that does not move. */
  record None() implements Servos {}
}
