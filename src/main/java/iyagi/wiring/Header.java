package iyagi.wiring;

import java.util.List;
import java.util.OptionalInt;

/**
 * The 40 pins of a Raspberry Pi (all models with 40; raspberrypi.com documentation, "GPIO and the
 * 40-pin header").
 */
final class Header {
  /** How many pins there are. */
  static final int PINS = 40;

  /** 3.3 V for the boards' logic. */
  static final int POWER_3V3 = 1;

  /** Every ground pin. */
  static final List<Integer> GROUNDS = List.of(6, 9, 14, 20, 25, 30, 34, 39);

  private static final int[] GPIO = {
    -1, -1, 2, -1, 3, -1, 4, 14, -1, 15, 17, 18, 27, -1, 22, 23, -1, 24, 10, -1, 9, 25, 11, 8, -1,
    7, 0, 1, 5, -1, 6, 12, 13, -1, 19, 16, 26, 20, -1, 21
  };

  private Header() {}

  /** The pin of a GPIO; empty for one that is not on the header. */
  static OptionalInt pin(int gpio) {
    for (int pin = 1; pin <= PINS; pin++) {
      if (GPIO[pin - 1] == gpio) {
        return OptionalInt.of(pin);
      }
    }
    return OptionalInt.empty();
  }

  /** What is printed beside a pin: "GPIO 17", "3.3 V", "GND". */
  static String label(int pin) {
    if (GPIO[pin - 1] >= 0) {
      return "GPIO " + GPIO[pin - 1];
    }
    if (GROUNDS.contains(pin)) {
      return "GND";
    }
    return pin == 2 || pin == 4 ? "5 V" : "3.3 V";
  }

  /** Odd pins are on the left. */
  static boolean left(int pin) {
    return pin % 2 == 1;
  }
}
