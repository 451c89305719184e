package iyagi.motion;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The joints of one robot, and the only way to its servos: nothing that is asked of it moves a
 * joint further or faster than its profile allows. One thread calls everything.
 *
 * <p>Hobby servos do not tell where they are, and run at full speed to the first angle they are
 * told. So after power-on, a halt or a lost bus the servos are powered one after the other, each at
 * the angle it was told last (rest, at first), and move at a quarter of their speed for a second.
 */
public final class Body {
  /** Between powering one servo and the next, in seconds: spreads the current of the first jump. */
  static final double STAGGER_SECONDS = 0.2;

  /**
   * A tick that comes later than this counts as this long, in seconds; the servos have come to a
   * stand by then, and are accelerated anew.
   */
  static final double LONGEST_TICK_SECONDS = 0.04;

  /** A tick shorter than this counts as no time at all, in seconds. */
  static final double SHORTEST_TICK_SECONDS = 1e-6;

  private final List<Servo> servos;
  private final Set<Joint> joints;
  private final ServoBus bus;
  private final double[] pulses;
  private double onSeconds;
  private Set<Joint> tired = Set.of();

  /** A body that was left at rest. */
  public Body(List<JointProfile> profiles, ServoBus bus) {
    this(profiles, bus, Pose.NONE);
  }

  /**
   * A body whose last pose is known.
   *
   * @param profiles in the order in which they are powered
   * @param bus written by this body only
   * @param last where it was left; joints that it does not name were at rest
   * @throws IllegalArgumentException if a joint or a channel occurs twice
   */
  public Body(List<JointProfile> profiles, ServoBus bus, Pose last) {
    Set<Joint> names = EnumSet.noneOf(Joint.class);
    Set<Integer> channels = new HashSet<>();
    for (JointProfile profile : profiles) {
      if (!names.add(profile.joint()) || !channels.add(profile.channel())) {
        throw new IllegalArgumentException(
            profile.joint().key() + ": joint or channel " + profile.channel() + " occurs twice");
      }
    }
    servos = profiles.stream().map(p -> new Servo(p, last.degrees(p.joint(), Double.NaN))).toList();
    joints = Collections.unmodifiableSet(names);
    this.bus = bus;
    pulses = new double[channels.stream().mapToInt(c -> c + 1).max().orElse(0)];
  }

  /** What this robot can move. */
  public Set<Joint> joints() {
    return joints;
  }

  /** How much earlier a joint has to be asked so that it is in time, in seconds; 0 for others. */
  public double leadSeconds(Joint joint) {
    for (Servo servo : servos) {
      if (servo.profile().joint() == joint) {
        return servo.profile().lead().toNanos() / 1e9;
      }
    }
    return 0;
  }

  /**
   * One tick: every joint as near to what is wanted as its limits allow, in one write.
   *
   * @param wanted for the end of this tick, in degrees as movements are written; angles outside the
   *     joint's range are clamped, and joints that it does not name keep their last aim
   * @param seconds since the last tick; above 40 ms counts as 40 ms from a stand; NaN, negative and
   *     below 1 µs as no time
   * @throws ServoFault if the bus is lost; then every servo counts as limp
   * @throws ServosCut if another thread has cut the pulses; then, too
   */
  public void move(Pose wanted, double seconds) {
    double tick = seconds >= SHORTEST_TICK_SECONDS ? Math.min(seconds, LONGEST_TICK_SECONDS) : 0;
    for (int i = 0; i < servos.size(); i++) {
      Servo servo = servos.get(i);
      if (seconds > LONGEST_TICK_SECONDS) {
        servo.stand();
      }
      servo.tick(wanted, tick, onSeconds >= i * STAGGER_SECONDS - SHORTEST_TICK_SECONDS);
      pulses[servo.profile().channel()] = servo.pulse();
      if (servo.tired() != tired.contains(servo.profile().joint())) {
        tired = tiredNow();
      }
    }
    onSeconds += tick;
    boolean written = false;
    try {
      bus.write(pulses);
      servos.forEach(Servo::sent);
      written = true;
    } finally {
      if (!written) {
        letGo();
      }
    }
  }

  /**
   * Lets every servo go limp at once. The next {@link #move} powers them again, softly.
   *
   * @throws ServoFault if the bus is lost; then the caller has to cut the power in another way
   */
  public void halt() {
    letGo();
    bus.release();
  }

  /** Time passes while every servo is limp and nothing is written. */
  public void pass(double seconds) {
    if (seconds > 0) {
      servos.forEach(servo -> servo.pass(seconds));
      tired = tiredNow();
    }
  }

  private Set<Joint> tiredNow() {
    Set<Joint> now = EnumSet.noneOf(Joint.class);
    for (Servo servo : servos) {
      if (servo.tired()) {
        now.add(servo.profile().joint());
      }
    }
    return Collections.unmodifiableSet(now);
  }

  /** The joints that have worked for too long and rest now, whatever is wanted of them. */
  public Set<Joint> tired() {
    return tired;
  }

  private void letGo() {
    onSeconds = 0;
    servos.forEach(Servo::letGo);
  }

  /** Where the servos were told to be, in degrees as movements are written. */
  public Pose commanded() {
    Pose pose = Pose.NONE;
    for (Servo servo : servos) {
      pose = pose.with(servo.profile().joint(), servo.reference());
    }
    return pose;
  }

  /** Whether no servo is powered. */
  public boolean limp() {
    return servos.stream().allMatch(Servo::limp);
  }

  /** Where every joint stands when nothing happens: go there before {@link #halt}. */
  public Pose rest() {
    Pose pose = Pose.NONE;
    for (Servo servo : servos) {
      pose = pose.with(servo.profile().joint(), servo.restReference());
    }
    return pose;
  }

  /** Whether every joint was told to stand at rest and has stopped. */
  public boolean atRest() {
    return servos.stream().allMatch(Servo::atRest);
  }
}
