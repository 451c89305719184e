package iyagi.light;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Counts flashes as a viewer would, independent of how the limit counts them. */
public final class Flashes {
  /** A light and when it was seen. */
  public record Shown(double seconds, Colour colour) {}

  private Flashes() {}

  /** The most flashes of brightness in any second (WCAG 2.2: a tenth of the greatest luminance). */
  public static int light(List<Shown> shown) {
    return most(shown, FlashLimit::luminance, 0.1);
  }

  /** The most flashes of red in any second (WCAG 2.2: 20 of 320). */
  public static int red(List<Shown> shown) {
    return most(shown, FlashLimit::redness, 20.0 / 320);
  }

  /**
   * The most flashes in any second, counted as a viewer would: turning points of the measure that
   * differ by the threshold, kept by throwing out smaller swings, independent of how the limit
   * counts.
   */
  private static int most(List<Shown> shown, ToDoubleFunction<Colour> measure, double threshold) {
    List<Double> swings = new ArrayList<>();
    double extreme = 0;
    int direction = 0;
    for (Shown s : shown) {
      double value = measure.applyAsDouble(s.colour());
      double change = value - extreme;
      if (direction != 0 && Math.signum(change) == direction) {
        extreme = value;
      } else if (Math.abs(change) >= threshold) {
        swings.add(s.seconds());
        direction = (int) Math.signum(change);
        extreme = value;
      } else if (direction == 0) {
        extreme = Math.min(extreme, value);
      }
    }
    int most = 0;
    for (int from = 0; from < swings.size(); from++) {
      int to = from;
      while (to < swings.size() && swings.get(to) - swings.get(from) <= 1) {
        to++;
      }
      most = Math.max(most, (to - from) / 2);
    }
    return most;
  }
}
