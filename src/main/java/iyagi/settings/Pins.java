package iyagi.settings;

import iyagi.input.ButtonLine;
import java.util.List;

/**
 * That the safety line of a robot is a pin of its own, noting every problem. For all other pins see
 * {@link PinPlan}.
 */
final class Pins {
  /** I2C bus 1 is GPIO2 and GPIO3 on every Pi. */
  private static final List<Integer> BUS_1 = List.of(2, 3);

  private Pins() {}

  static void check(Section file, Servos servos, Lights lights, Wiring buttons) {
    boolean bus1 =
        (servos instanceof Servos.Pca9685 board && board.bus() == 1)
            || (lights instanceof Lights.Pca9685 lamps && lamps.bus() == 1);
    if (servos instanceof Servos.Pca9685 board && board.safetyLine().isPresent()) {
      safetyLine(file, board.safetyLine().get(), bus1, buttons);
    }
  }

  private static void safetyLine(Section file, SafetyLine oe, boolean bus1, Wiring buttons) {
    if (bus1 && oe.chip().isEmpty() && BUS_1.contains(oe.line())) {
      file.mend(
          "servos",
          "has oe-line = "
              + oe.line()
              + ", which belongs to I2C bus 1 of the servos or lamps; use another line");
    }
    if (buttons instanceof Wiring.Gpio(String chip, List<ButtonLine> lines)) {
      for (ButtonLine line : lines) {
        if (line.line() == oe.line() && mayBeOne(chip, oe.chip())) {
          file.mend(
              "servos",
              "has oe-line = "
                  + oe.line()
                  + ", which is also buttons."
                  + line.button().key()
                  + ".line; a pressed button would power the servos, so each needs its own");
        }
      }
    }
  }

  /** Nobody knows before which number the chip with the Pi's own pins has. */
  static boolean mayBeOne(String chip, String other) {
    return chip.equals(other) || chip.isEmpty() || other.isEmpty();
  }
}
