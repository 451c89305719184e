package iyagi.light;

/**
 * The only way to the lamps: nothing that is asked of it flashes more than three times in any
 * second (WCAG 2.2, 2.3.1) or jumps in brightness. One thread; any may end it.
 *
 * <p>WCAG counts pairs of opposing changes of a tenth of the greatest relative luminance, and pairs
 * of opposing changes of saturated red by more than 20 of 320. Both are counted here, more
 * strictly: also where the darker side is bright, and also where the red is not saturated. When a
 * change would be one too many, the light stands still until a second has passed.
 */
public final class FlashLimit {
  /** Three flashes are three swings up and three down. */
  private static final int SWINGS_A_SECOND = 6;

  /** A tenth of the greatest relative luminance. */
  private static final double LUMINANCE_SWING = 0.1;

  /** 20 of 320. */
  private static final double RED_SWING = 20.0 / 320;

  /** From dark to full in half a second: brisk, but no child starts. Our own figure. */
  private static final double MOST_CHANGE_A_SECOND = 2;

  private static final double LONGEST_TICK_SECONDS = 0.1;

  private final Lamps lamps;
  private final Tone tone;
  private final Swings luminance = new Swings(LUMINANCE_SWING, SWINGS_A_SECOND);
  private final Swings red = new Swings(RED_SWING, SWINGS_A_SECOND);
  private Colour shown = Colour.DARK;
  private double now;
  private boolean ended;

  /** Lamps that are dark now and that nobody else writes to. */
  public FlashLimit(Lamps lamps) {
    this(lamps, Tone.LINEAR);
  }

  /** The same, with what is wanted thought in another scale than shares of light. */
  public FlashLimit(Lamps lamps, Tone tone) {
    this.lamps = lamps;
    this.tone = tone;
  }

  /**
   * One tick: as near to the light wanted as the limits allow.
   *
   * @param seconds since the last tick; above 0.1 s counts as 0.1 s; NaN and negative as no time
   * @throws LampFault if the lamps cannot be reached
   */
  public synchronized void show(Colour wanted, double seconds) {
    if (ended) {
      return;
    }
    Colour light = tone.of(wanted);
    double tick = seconds > 0 ? Math.min(seconds, LONGEST_TICK_SECONDS) : 0;
    now += tick;
    double most = MOST_CHANGE_A_SECOND * tick;
    Colour next =
        new Colour(
            towards(shown.red(), light.red(), most),
            towards(shown.green(), light.green(), most),
            towards(shown.blue(), light.blue(), most));
    double brightness = luminance(next);
    double redness = redness(next);
    if (luminance.refuses(brightness, now) || red.refuses(redness, now)) {
      next = shown;
    } else {
      luminance.go(brightness, now);
      red.go(redness, now);
    }
    shown = next;
    lamps.show(shown);
  }

  /** Nothing is shown any more: the lamps are about to be given back. */
  public synchronized void end() {
    ended = true;
  }

  /** What the lamps were told last. */
  public synchronized Colour shown() {
    return shown;
  }

  private static double towards(double from, double to, double most) {
    return from + Math.clamp(to - from, -most, most);
  }

  /** Relative luminance (WCAG 2.2) of linear light, as an LED's share of time on is. */
  static double luminance(Colour colour) {
    return 0.2126 * colour.red() + 0.7152 * colour.green() + 0.0722 * colour.blue();
  }

  /** R - G - B, negative values as 0 (WCAG 2.2, red flash threshold). */
  static double redness(Colour colour) {
    return Math.max(0, colour.red() - colour.green() - colour.blue());
  }
}
