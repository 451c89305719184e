package iyagi.wiring;

/** Colours of wires; each has a pattern of its own for prints in black and white. */
enum Hue {
  /** Ground. */
  BLACK("#111111", ""),
  /** Supply of servos and lamps. */
  RED("#c62828", ""),
  /** 3.3 V. */
  ORANGE("#e07b00", "14 3"),
  /** I²C and SPI data. */
  BLUE("#1f5fbf", "8 3"),
  /** I²C and SPI clock. */
  YELLOW("#b59a00", "3 3"),
  /** Safety line. */
  WHITE("#8a8a8a", "12 3 2 3"),
  /** Buttons. */
  GREEN("#2e7d32", "6 2 1 2"),
  /** Pulses and lamps. */
  VIOLET("#7b3fa0", "10 2 2 2 2 2");

  private final String code;
  private final String dashes;

  Hue(String code, String dashes) {
    this.code = code;
    this.dashes = dashes;
  }

  /** As SVG writes it. */
  String code() {
    return code;
  }

  /** Lengths of lines and gaps; "" for a full line. */
  String dashes() {
    return dashes;
  }

  /** Its name in English; the plan's words translate it. */
  String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
