package iyagi.light;

/**
 * How a light that is thought in even steps for the eye becomes the share of time that a lamp is
 * on. It is applied above the flash limit, which therefore sees what is really shown.
 *
 * @param gamma exponent, 1 (none: thought in shares of light) to 3
 */
public record Tone(double gamma) {
  /** Thought in shares of light already. */
  public static final Tone LINEAR = new Tone(1);

  /** The largest exponent. */
  public static final double MOST_GAMMA = 3;

  /** Checks the range. */
  public Tone {
    if (!(gamma >= 1 && gamma <= MOST_GAMMA)) {
      throw new IllegalArgumentException("gamma " + gamma + " is outside 1..3");
    }
  }

  /** The light to be shown: as bright as the eye wants it, in the same colour. */
  public Colour of(Colour thought) {
    double brightest = Math.max(thought.red(), Math.max(thought.green(), thought.blue()));
    return gamma == 1 ? thought : thought.times(Math.pow(brightest, gamma - 1));
  }
}
