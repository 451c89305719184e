package iyagi.settings;

import iyagi.light.PlainLamp;
import iyagi.light.Tone;
import java.util.List;

/** How a robot's lamps are reached. */
public sealed interface Lights {
  /** How fades look even to the eye; linear where nothing else is said. */
  default Tone tone() {
    return Tone.LINEAR;
  }

  /**
   * A PCA9685 board of their own at about 1 kHz; servos need another rhythm, so no servo may share
   * it.
   *
   * @param bus number of the I²C bus, 0 to 22
   * @param address of the board, 0x40 to 0x7f without 0x70
   * @param red output 0 to 15
   * @param green output 0 to 15
   * @param blue output 0 to 15
   */
  record Pca9685(int bus, int address, int red, int green, int blue) implements Lights {}

  /**
   * Lamps on pins of one GPIO chip, each on or off.
   *
   * @param chip "gpiochip0"; "" for the one with the Pi's own pins
   * @param lamps at least one; no name and no line twice
   */
  record Gpio(String chip, List<PlainLamp> lamps) implements Lights {
    /** Copies the lamps. */
    public Gpio {
      lamps = List.copyOf(lamps);
    }
  }

  /**
   * A strip of APA102 or SK9822 lamps on an SPI bus, all of one colour.
   *
   * @param bus number of the SPI bus, 0 to 6
   * @param select number of its chip select, 0 or 1
   * @param count how many lamps, 1 to 300
   * @param brightness of full light, 1 to 31
   * @param tone how fades look even to the eye
   */
  record Apa102(int bus, int select, int count, int brightness, Tone tone) implements Lights {}

  /** Lamps in memory. */
  record Simulated() implements Lights {}

  /** A robot without lamps. */
  record None() implements Lights {}
}
