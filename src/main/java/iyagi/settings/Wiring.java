package iyagi.settings;

import iyagi.input.ButtonLine;
import java.util.List;

/** How a robot's buttons are reached. */
public sealed interface Wiring {
  /**
   * Buttons on pins of one GPIO chip.
   *
   * @param chip "gpiochip0"; "" for the one with the Pi's own pins
   * @param lines at least one; no button and no line twice
   */
  record Gpio(String chip, List<ButtonLine> lines) implements Wiring {
    /** Copies the lines. */
    public Gpio {
      lines = List.copyOf(lines);
    }
  }

  /** Every button, in memory. */
  record Simulated() implements Wiring {}

  /** A robot without buttons. */
  record None() implements Wiring {}
}
