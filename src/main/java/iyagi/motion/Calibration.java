package iyagi.motion;

/**
 * What one servo has to be told for its angles: the lowest angle belongs to the shortest pulse, or
 * to the longest where it is mounted the other way round.
 *
 * @param minPulseMicros shortest pulse that it is ever sent, in microseconds
 * @param maxPulseMicros longest pulse that it is ever sent, in microseconds
 * @param reversed whether a longer pulse means a lower angle
 * @param trimMicros added to every pulse, for a horn that sits a tooth off; the range still holds
 */
public record Calibration(
    double minPulseMicros, double maxPulseMicros, boolean reversed, double trimMicros) {
  /**
   * Shorter pulses than this no hobby servo takes, in microseconds (SG90 and MG90S: 500 to 2400).
   */
  public static final double SHORTEST_MICROS = 400;

  /** Longer pulses than this no hobby servo takes, in microseconds. */
  public static final double LONGEST_MICROS = 2600;

  /** Narrower ranges than this are a slip of the pen, in microseconds. */
  public static final double NARROWEST_MICROS = 50;

  /** More trim than this means that the horn should be mounted again, in microseconds. */
  public static final double MOST_TRIM_MICROS = 150;

  /** Checks the range and the trim. */
  public Calibration {
    if (!(minPulseMicros >= SHORTEST_MICROS && maxPulseMicros <= LONGEST_MICROS)) {
      throw new IllegalArgumentException(
          "pulses " + minPulseMicros + ".." + maxPulseMicros + " µs are outside 400..2600 µs");
    }
    if (!(maxPulseMicros - minPulseMicros >= NARROWEST_MICROS)) {
      throw new IllegalArgumentException(
          "pulses " + minPulseMicros + ".." + maxPulseMicros + " µs are less than 50 µs apart");
    }
    if (!(Math.abs(trimMicros) <= MOST_TRIM_MICROS
        && Math.abs(trimMicros) < (maxPulseMicros - minPulseMicros) / 2)) {
      throw new IllegalArgumentException(
          "trim = " + trimMicros + " µs is outside -150..150 µs or half of the pulse range");
    }
  }

  /** The pulse for an angle in microseconds, never outside the range. */
  public double pulse(Limits limits, double degrees) {
    double share = (degrees - limits.minDegrees()) / (limits.maxDegrees() - limits.minDegrees());
    double span = maxPulseMicros - minPulseMicros;
    double plain = reversed ? maxPulseMicros - share * span : minPulseMicros + share * span;
    return Math.clamp(plain + trimMicros, minPulseMicros, maxPulseMicros);
  }

  /** The angle that a pulse stands for, also outside the range. */
  public double degrees(Limits limits, double pulseMicros) {
    double span = maxPulseMicros - minPulseMicros;
    double plain = pulseMicros - trimMicros;
    double share = (reversed ? maxPulseMicros - plain : plain - minPulseMicros) / span;
    return limits.minDegrees() + share * (limits.maxDegrees() - limits.minDegrees());
  }
}
