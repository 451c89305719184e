package iyagi.light;

/**
 * A lamp's light.
 *
 * @param red 0 to 1
 * @param green 0 to 1
 * @param blue 0 to 1
 */
public record Colour(double red, double green, double blue) {
  /** No light. */
  public static final Colour DARK = new Colour(0, 0, 0);

  /** Checks the range of each part. */
  public Colour {
    if (!(red >= 0 && red <= 1 && green >= 0 && green <= 1 && blue >= 0 && blue <= 1)) {
      throw new IllegalArgumentException(
          "colour " + red + ", " + green + ", " + blue + " is outside 0..1");
    }
  }

  /** This colour at a share of its brightness, 0 to 1. */
  public Colour times(double level) {
    return new Colour(red * level, green * level, blue * level);
  }
}
