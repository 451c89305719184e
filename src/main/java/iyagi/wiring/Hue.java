package iyagi.wiring;

import java.util.Locale;

/** Colours of wires; each has a pattern of its own for prints in black and white. */
enum Hue {
  /** Ground. */
  BLACK("#111111", "", "black: ground"),
  /** Supply of servos and lamps. */
  RED("#c62828", "", "red: plus"),
  /** 3.3 V. */
  ORANGE("#e07b00", "14 3", "orange: 3.3 V"),
  /** I²C and SPI data. */
  BLUE("#1f5fbf", "8 3", "blue: data"),
  /** I²C and SPI clock. */
  YELLOW("#b59a00", "3 3", "yellow: clock"),
  /** Safety line. */
  WHITE("#8a8a8a", "12 3 2 3", "white: safety line"),
  /** Buttons. */
  GREEN("#2e7d32", "6 2 1 2", "green: button"),
  /** Pulses and lamps. */
  VIOLET("#7b3fa0", "10 2 2 2 2 2", "violet: pulses, lamp");

  private final String code;
  private final String dashes;
  private final String use;

  Hue(String code, String dashes, String use) {
    this.code = code;
    this.dashes = dashes;
    this.use = use;
  }

  /** As SVG writes it. */
  String code() {
    return code;
  }

  /** Lengths of lines and gaps; "" for a full line. */
  String dashes() {
    return dashes;
  }

  /** What wires of this colour are for, in English. */
  String use() {
    return use;
  }

  /** Its name in English; the plan's words translate it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
