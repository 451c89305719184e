package iyagi.motion;

/** One joint with its limiter, and whether its servo is powered. One thread. */
final class Servo {
  /** A servo that has just been powered moves at this share of its speed … */
  static final double SOFT_SHARE = 0.25;

  /** … for this long, in seconds. */
  static final double SOFT_SECONDS = 1;

  /** Below this an angle counts as reached: a tenth of a 9 g servo's dead band (5 µs = 0.5°). */
  private static final double REACHED_DEGREES = 0.05;

  private enum Power {
    /** Limp, and waits for its turn to be powered. */
    OFF,
    ON,
    /** Limp, because it has stood still for long. */
    IDLE
  }

  private final JointProfile profile;
  private final Limits reachable;
  private final boolean soft;
  private final double idleOffSeconds;
  private final Limiter limiter;
  private final Duty duty;
  private Power power = Power.OFF;
  private double target;
  private double sentDegrees;
  private double onSeconds;
  private double stillSeconds;

  Servo(JointProfile profile, double startReference) {
    this.profile = profile;
    reachable = profile.reachable();
    // A jaw is too small and light to startle, and has to be in time with the first word.
    soft = profile.joint() != Joint.MOUTH;
    idleOffSeconds = profile.idleOff().toNanos() / 1e9;
    duty = new Duty(profile.dutyPercent());
    double start =
        Double.isFinite(startReference) ? profile.own(startReference) : reachable.restDegrees();
    limiter = new Limiter(reachable, start);
    target = limiter.degrees();
    sentDegrees = target;
  }

  JointProfile profile() {
    return profile;
  }

  /** One tick; its turn to be powered has come or not. */
  void tick(Pose wanted, double seconds, boolean turn) {
    aim(wanted.degrees(profile.joint(), Double.NaN));
    rest(seconds);
    switch (power) {
      case OFF -> {
        if (turn) {
          switchOn();
        }
      }
      case ON -> moveOn(seconds);
      case IDLE -> {
        if (Math.abs(target - limiter.degrees()) > REACHED_DEGREES) {
          power = Power.ON;
          moveOn(seconds);
        }
      }
    }
  }

  private void aim(double angle) {
    if (Double.isFinite(angle)) {
      double own = profile.own(angle);
      target = Math.clamp(own, reachable.minDegrees(), reachable.maxDegrees());
    }
  }

  /** A joint that has worked for too long goes to rest, and begins softly when it has rested. */
  private void rest(double seconds) {
    boolean before = duty.tired();
    duty.tick(seconds, power == Power.ON && !atRest());
    if (duty.tired()) {
      target = reachable.restDegrees();
    } else if (before) {
      onSeconds = 0;
    }
  }

  /** Time in which nothing is told to it. */
  void pass(double seconds) {
    duty.tick(seconds, false);
  }

  /** It was told nothing for so long that it stands. */
  void stand() {
    limiter.stop();
  }

  private void switchOn() {
    power = Power.ON;
    onSeconds = 0;
    stillSeconds = 0;
  }

  private void moveOn(double seconds) {
    limiter.step(target, seconds, soft && onSeconds < SOFT_SECONDS ? SOFT_SHARE : 1);
    onSeconds += seconds;
    stillSeconds = reached() ? stillSeconds + seconds : 0;
    if (idleOffSeconds > 0 && stillSeconds >= idleOffSeconds) {
      power = Power.IDLE;
      limiter.stop();
      stillSeconds = 0;
    }
  }

  private boolean reached() {
    return limiter.still() && Math.abs(target - limiter.degrees()) <= REACHED_DEGREES;
  }

  /** The bus has taken its pulse. */
  void sent() {
    sentDegrees = limiter.degrees();
  }

  /**
   * Limp at once, where it was told to be by a pose that has arrived; the next tick that is its
   * turn powers it again, softly.
   */
  void letGo() {
    power = Power.OFF;
    limiter.standAt(sentDegrees);
    target = limiter.degrees();
  }

  /** Whether it has worked for too long, and rests. */
  boolean tired() {
    return duty.tired();
  }

  boolean limp() {
    return power != Power.ON;
  }

  boolean atRest() {
    return limiter.still()
        && Math.abs(limiter.degrees() - reachable.restDegrees()) <= REACHED_DEGREES;
  }

  /** In microseconds; 0 while limp. */
  double pulse() {
    return limp() ? 0 : profile.pulse(limiter.degrees());
  }

  /** The last commanded angle as movements are written. */
  double reference() {
    return profile.reference(limiter.degrees());
  }

  double restReference() {
    return profile.reference(reachable.restDegrees());
  }
}
