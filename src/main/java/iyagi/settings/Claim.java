package iyagi.settings;

/**
 * A GPIO of the Pi and what a robot uses it for.
 *
 * @param chip "gpiochip0"; "" for the one with the Pi's own pins
 * @param line number of the GPIO
 * @param key of the profile's part that says so: "servos", "lamps", "buttons"
 * @param use what for
 * @param words the same in a sentence: "belongs to I2C bus 1 of the servos or lamps"
 */
public record Claim(String chip, int line, String key, Use use, String words) {
  /** What a GPIO is used for. */
  public sealed interface Use {
    /** Data or clock of I²C bus 1. */
    record I2c(boolean clock) implements Use {}

    /** Data, clock or another wire of SPI bus 0 or 1. */
    record Spi(Wire wire) implements Use {}

    /** Pulses for a servo on a channel of the kernel's pulse chip. */
    record Pulse(int channel) implements Use {}

    /** The line that lets a servo board's pulses out. */
    record Safety() implements Use {}

    /** A button, by its key. */
    record Pressed(String button) implements Use {}

    /** A plain lamp, by its name. */
    record Lit(String lamp) implements Use {}
  }

  /** The wires of an SPI bus. */
  public enum Wire {
    /** To the strip. */
    DATA,
    /** To the strip. */
    CLOCK,
    /** Taken by the kernel, with nothing on it. */
    UNUSED
  }
}
