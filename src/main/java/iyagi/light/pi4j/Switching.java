package iyagi.light.pi4j;

import iyagi.light.Colour;
import iyagi.light.PlainLamp;
import iyagi.time.NanoClock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * Which of some lamps that know only on and off are on for a light. A lamp shines when enough of
 * its own colour is in the light. One thread.
 *
 * <p>A small ripple of the light, which the flash limit lets pass, would be a flash of such a lamp.
 * So it goes off at half of the light at which it comes on, and after a change of any lamp none
 * changes for a quarter of a second: at most five changes in any second, which are two flashes.
 */
final class Switching {
  private static final double ON_FROM = 0.3;
  private static final double OFF_BELOW = 0.15;
  private static final long STILL_NANOS = Duration.ofMillis(250).toNanos();

  private final List<PlainLamp> lamps;
  private final NanoClock clock;
  private final boolean[] on;
  private long changedNanos;

  /** All off. */
  Switching(List<PlainLamp> lamps, NanoClock clock) {
    this.lamps = List.copyOf(lamps);
    this.clock = clock;
    on = new boolean[lamps.size()];
    changedNanos = clock.nanos() - STILL_NANOS;
  }

  /** The lamps' states for a light, in their order; a copy. */
  boolean[] at(Colour light) {
    boolean[] wanted = new boolean[on.length];
    for (int i = 0; i < on.length; i++) {
      wanted[i] = share(light, lamps.get(i).colour()) >= (on[i] ? OFF_BELOW : ON_FROM);
    }
    long now = clock.nanos();
    if (!Arrays.equals(wanted, on) && now - changedNanos >= STILL_NANOS) {
      System.arraycopy(wanted, 0, on, 0, on.length);
      changedNanos = now;
    }
    return on.clone();
  }

  /** How much of a lamp's colour is in a light: 1 for the colour itself. */
  private static double share(Colour light, Colour lamp) {
    return product(light, lamp) / product(lamp, lamp);
  }

  private static double product(Colour one, Colour other) {
    return one.red() * other.red() + one.green() * other.green() + one.blue() * other.blue();
  }
}
