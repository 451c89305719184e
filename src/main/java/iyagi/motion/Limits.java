package iyagi.motion;

/**
 * How far and how fast one joint of one robot may move.
 *
 * @param minDegrees lowest angle
 * @param maxDegrees highest angle
 * @param restDegrees where it stands when nothing happens, between the two
 * @param maxSpeed in degrees a second
 * @param maxAcceleration in degrees a second squared
 */
public record Limits(
    double minDegrees,
    double maxDegrees,
    double restDegrees,
    double maxSpeed,
    double maxAcceleration) {
  /** No joint turns further than this to either side, in degrees. */
  public static final double WIDEST_DEGREES = 180;

  /** Slower than this nobody sees it move, in degrees a second. */
  public static final double SLOWEST = 5;

  /** Less than this cannot stop in time, in degrees a second squared. */
  public static final double GENTLEST = 20;

  /** Checks every number against the others; the ceilings of a joint are the profile's check. */
  public Limits {
    require(minDegrees >= -WIDEST_DEGREES, "lowest angle", minDegrees, "°, below -180°");
    require(maxDegrees <= WIDEST_DEGREES, "highest angle", maxDegrees, "°, above 180°");
    require(minDegrees < maxDegrees, "lowest angle", minDegrees, "°, not below the highest");
    require(
        restDegrees >= minDegrees && restDegrees <= maxDegrees,
        "rest angle",
        restDegrees,
        "°, outside " + minDegrees + "°.." + maxDegrees + "°");
    require(maxSpeed >= SLOWEST && Double.isFinite(maxSpeed), "speed", maxSpeed, "°/s, below 5°/s");
    require(
        maxAcceleration >= GENTLEST && Double.isFinite(maxAcceleration),
        "acceleration",
        maxAcceleration,
        "°/s², below 20°/s²");
  }

  private static void require(boolean good, String what, double value, String why) {
    if (!good) {
      throw new IllegalArgumentException(what + " = " + value + why);
    }
  }
}
