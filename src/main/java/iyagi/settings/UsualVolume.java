package iyagi.settings;

/**
 * How loud a robot is as its library wishes it, in steps of the volume.
 *
 * @param usual with which it begins after it has been switched on, 0 to most
 * @param most louder than this nobody can set it, 1 to 100; 100 is as loud as the robot's profile
 *     allows
 */
public record UsualVolume(int usual, int most) {
  /** As loud as its profile allows. */
  public static final UsualVolume FULL = new UsualVolume(100, 100);

  /** Checks both. */
  public UsualVolume {
    if (most < 1 || most > 100 || usual < 0 || usual > most) {
      throw new IllegalArgumentException(
          "volume " + usual + " of at most " + most + " is outside 0..most, 1..100");
    }
  }
}
