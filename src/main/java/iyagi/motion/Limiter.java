package iyagi.motion;

/**
 * Keeps one joint's commands inside its limits, whatever is wanted and however the ticks fall. One
 * thread.
 *
 * <p>The speed of a tick is the way of that tick over its time. The acceleration between two ticks
 * is the difference of their speeds over the time between the middles of the two. Both hold for
 * every pair of commands, and the joint can always still stop before its last angle: a tick that
 * ends at distance d from it with acceleration limit A is slow enough if its speed is at most
 * √(2·A·d) - A·t/2, d measured at its start; for d below A·t²/2 it may just arrive.
 *
 * <p>Every movement that itself keeps to the limits passes unchanged, however it is sampled: its
 * mean speeds differ by at most A times the time between the middles, and its speed at the end of a
 * tick is at least the mean less A·t/2, so it meets the same bound. Planned speech therefore
 * reaches the mouth as planned. A target that jumps is followed as fast as the limits allow.
 */
final class Limiter {
  private final Limits limits;
  private double degrees;
  private double speed;
  private double lastSeconds;
  private double lastTarget;
  private double targetSpeed;

  Limiter(Limits limits, double startDegrees) {
    this.limits = limits;
    degrees = Math.clamp(startDegrees, limits.minDegrees(), limits.maxDegrees());
    lastTarget = degrees;
  }

  /**
   * One tick on.
   *
   * @param target where to go, a number; clamped
   * @param seconds since the last tick, 0 or more; at 0 nothing moves
   * @param share of the full speed that is allowed now, above 0 to 1; never lowered while moving
   */
  void step(double target, double seconds, double share) {
    if (!(seconds > 0)) {
      return;
    }
    double aim = Math.clamp(target, limits.minDegrees(), limits.maxDegrees());
    double change = limits.maxAcceleration() * (lastSeconds + seconds) / 2;
    double fastest = limits.maxSpeed() * share;
    double next = wanted(aim, seconds, change, fastest);
    next = Math.clamp(next, speed - change, speed + change);
    next = Math.clamp(next, -fastest, fastest);
    next =
        Math.clamp(
            next,
            -slowEnough(degrees - limits.minDegrees(), seconds),
            slowEnough(limits.maxDegrees() - degrees, seconds));
    degrees = Math.clamp(degrees + next * seconds, limits.minDegrees(), limits.maxDegrees());
    speed = next;
    lastSeconds = seconds;
    lastTarget = aim;
  }

  /** The target's own speed, and the way to it on top, braking in time for it. */
  private double wanted(double aim, double seconds, double change, double fastest) {
    double seen = (aim - lastTarget) / seconds;
    targetSpeed = Math.clamp(seen, targetSpeed - change, targetSpeed + change);
    targetSpeed = Math.clamp(targetSpeed, -fastest, fastest);
    double gap = aim - degrees - targetSpeed * seconds;
    return targetSpeed + Math.signum(gap) * slowEnough(Math.abs(gap), seconds);
  }

  private double slowEnough(double room, double seconds) {
    double acceleration = limits.maxAcceleration();
    if (room <= acceleration * seconds * seconds / 2) {
      return room / seconds;
    }
    return Math.sqrt(2 * acceleration * room) - acceleration * seconds / 2;
  }

  /** Stands still from now on, at the last commanded angle. */
  void stop() {
    speed = 0;
    lastSeconds = 0;
    lastTarget = degrees;
    targetSpeed = 0;
  }

  /** Stands still from now on, at this angle. */
  void standAt(double angle) {
    degrees = Math.clamp(angle, limits.minDegrees(), limits.maxDegrees());
    stop();
  }

  /** The last commanded angle. */
  double degrees() {
    return degrees;
  }

  /** Whether it stands. */
  boolean still() {
    return Math.abs(speed) < 1e-9;
  }
}
