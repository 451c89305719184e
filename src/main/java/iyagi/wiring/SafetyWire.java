package iyagi.wiring;

import iyagi.settings.Servos;
import java.util.OptionalInt;

/** The pin that switches a servo board's outputs on and off. */
final class SafetyWire {
  private SafetyWire() {}

  static OptionalInt pin(Servos servos) {
    return servos instanceof Servos.Pca9685 board && board.safetyLine().isPresent()
        ? Header.pin(board.safetyLine().get().line())
        : OptionalInt.empty();
  }
}
