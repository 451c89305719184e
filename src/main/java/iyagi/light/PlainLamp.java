package iyagi.light;

/**
 * One lamp that is on or off.
 *
 * @param name for people, as the robot's profile calls it: "left-eye"
 * @param line number of the GPIO that switches it
 * @param colour of its light
 * @param activeLow whether it shines while the line is low
 */
public record PlainLamp(String name, int line, Colour colour, boolean activeLow) {
  /** The highest number that a GPIO line of a Raspberry Pi has. */
  public static final int LAST_LINE = 53;

  /** Checks the line, and that it has a colour at all. */
  public PlainLamp {
    if (line < 0 || line > LAST_LINE) {
      throw new IllegalArgumentException("line " + line + " is outside 0..53");
    }
    if (colour.equals(Colour.DARK)) {
      throw new IllegalArgumentException("lamp '" + name + "' has no colour");
    }
  }
}
