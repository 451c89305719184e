package iyagi.settings;

/** How a robot's lamps are reached. */
public sealed interface Lights {
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

  /** Lamps in memory. */
  record Simulated() implements Lights {}

  /** A robot without lamps. */
  record None() implements Lights {}
}
