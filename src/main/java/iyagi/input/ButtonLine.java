package iyagi.input;

/**
 * How a button is wired to a pin.
 *
 * @param button what it is for
 * @param line of the GPIO chip, 0 to 53; on a Pi's own chip the number of the GPIO: 17 is GPIO17,
 *     pin 11
 * @param pull the pin's own resistor
 * @param activeLow whether a pressed button connects the pin to ground, as it should with a pull-up
 */
public record ButtonLine(Button button, int line, Pull pull, boolean activeLow) {
  /** A Pi's chip has 54 lines (BCM2711 and RP1 alike). */
  public static final int LAST_LINE = 53;

  /** Checks the line. */
  public ButtonLine {
    if (line < 0 || line > LAST_LINE) {
      throw new IllegalArgumentException(
          "button " + button.key() + ": line " + line + " is outside 0.." + LAST_LINE);
    }
  }

  /** The resistor in the pin that decides what an open contact reads. */
  public enum Pull {
    /** To 3.3 V. */
    UP,
    /** To ground. */
    DOWN,
    /** None: there is one on the board. */
    NONE
  }
}
