package iyagi.calibration;

import iyagi.motion.Body;
import iyagi.motion.GuardedServoBus;
import iyagi.motion.Joint;
import iyagi.motion.JointProfile;
import iyagi.motion.Pose;
import iyagi.motion.ServoFault;
import iyagi.motion.ServosCut;
import iyagi.performance.Guest;
import iyagi.settings.RobotProfile;
import iyagi.time.NanoClock;
import iyagi.words.Reason;
import iyagi.words.Sentence;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleSupplier;
import org.tinylog.Logger;

/**
 * Moves one joint at a time by order, 50 times a second, through the same {@link Body} that plays
 * stories. One thread calls {@link #tick()}; the rest may be called by any.
 *
 * <p>Whoever gives the orders has to repeat them: after two seconds without any the joint is let
 * go. A joint that was let go for whatever reason is not powered again by the same order.
 */
public final class Bench implements Guest {
  /** Longer than any pause of a conversation that goes on. */
  static final Duration PATIENCE = Duration.ofSeconds(2);

  /** As the motion loop's: an order stands until the next tick, so it is for that time's middle. */
  private static final double AHEAD_SECONDS = 0.010;

  private record Heard(Order order, long nanos) {}

  private final RobotProfile make;
  private final GuardedServoBus servos;
  private final NanoClock clock;
  private final DoubleSupplier clicks;
  private final Map<Joint, Double> stands = new EnumMap<>(Joint.class);
  private final AtomicLong ticks = new AtomicLong();
  private volatile Heard heard;
  private volatile boolean cut;
  private volatile Seen seen = new Seen(Double.NaN, 0, Sentence.NOTHING);
  private volatile Map<Joint, Double> stood;
  private volatile boolean limp = true;

  // The powered joint; the body is null while there is none.
  private Body body;
  private JointProfile joint;
  private boolean quick;
  private boolean standing;
  private boolean unreleased;
  private int power;
  private long sentNanos;

  /**
   * A bench on which nothing is powered.
   *
   * @param servos limp, and written by this bench only
   * @param stands the pulses where the joints were let go last, for every joint
   * @param clicks seconds of the clicks that have been heard; NaN while there are none
   */
  public Bench(
      RobotProfile make,
      GuardedServoBus servos,
      Map<Joint, Double> stands,
      NanoClock clock,
      DoubleSupplier clicks) {
    this.make = make;
    this.servos = servos;
    this.clock = clock;
    this.clicks = clicks;
    this.stands.putAll(stands);
    stood = Map.copyOf(stands);
    heard = new Heard(new Order.Limp(), clock.nanos());
  }

  /** From now on, for two seconds. */
  public void order(Order order) {
    heard = new Heard(order, clock.nanos());
  }

  /** What has been done. */
  public Seen seen() {
    return seen;
  }

  /** Where every joint was told to be last, in microseconds. */
  Map<Joint, Double> stood() {
    return stood;
  }

  /** The joints as they are while they are measured: an angle for each pulse from 500 to 2500. */
  List<JointProfile> joints() {
    return make.joints().stream().map(BenchJoint::slow).toList();
  }

  /** Whether nothing is powered, and the bus has taken that. */
  boolean limp() {
    return limp;
  }

  /** How many ticks have come to their end. */
  public long ticks() {
    return ticks.get();
  }

  /** Lets go of whatever is powered, at once and without waiting for the next tick. */
  public void cut() {
    cut = true;
    boolean _ = servos.cut(Sentence.of("let go by hand"));
  }

  /** By what the robot's make says of its pulses. */
  @Override
  public Pose shown() {
    Pose pose = Pose.NONE;
    for (JointProfile each : make.joints()) {
      pose = pose.with(each.joint(), each.referenceOfPulse(stood.get(each.joint())));
    }
    return pose;
  }

  /** One tick. Whatever fails in it, the next tick comes. */
  @Override
  public void tick() {
    Heard now = heard;
    boolean stale = clock.nanos() - now.nanos() > PATIENCE.toNanos();
    try {
      if (cut) {
        cut = false;
        unreleased = true;
        letGo(Sentence.NOTHING);
      } else if (stale) {
        letGo(Sentence.of("no order came for 2 s"));
      } else {
        obey(now.order());
      }
    } catch (ServosCut cutOff) {
      lose(cutOff.sentence());
    } catch (ServoFault lost) {
      lose(lost.sentence());
    } catch (RuntimeException bug) {
      Logger.error(bug, "the joint could not be moved");
      lose(Reason.told(bug));
    }
    limp = body == null && !unreleased;
    ticks.incrementAndGet();
  }

  private void obey(Order order) {
    switch (order) {
      case Order.Limp _ -> letGo(Sentence.NOTHING);
      case Order.Hold(Joint which, double pulse, int number) -> {
        if (powered(which, number)) {
          move(false, pulse);
        }
      }
      case Order.Tap(Joint which, double from, double to, double lead, int number) -> {
        if (powered(which, number)) {
          boolean out = Taps.out(clicks.getAsDouble() + lead + AHEAD_SECONDS);
          move(true, out ? to : from);
        }
      }
    }
  }

  /** Whether that joint is powered now, and no other one is. */
  private boolean powered(Joint which, int number) {
    if (number <= seen.letGo()) {
      letGo(Sentence.NOTHING);
      return false;
    }
    if (body != null && (joint.joint() != which || power != number)) {
      letGo(Sentence.NOTHING);
      return false;
    }
    if (body == null) {
      joint = make.joints().stream().filter(j -> j.joint() == which).findFirst().orElseThrow();
      power = number;
      // Whatever was cut while nothing was powered is no reason not to power now.
      servos.release();
      sentNanos = clock.nanos();
      moves(false);
    }
    return true;
  }

  /** The same joint at the same place, slow or quick from now on. */
  private void moves(boolean quickly) {
    JointProfile profile = quickly ? BenchJoint.quick(joint) : BenchJoint.slow(joint);
    double reference = profile.referenceOfPulse(stands.get(joint.joint()));
    quick = quickly;
    body = new Body(List.of(profile), servos, Pose.NONE.with(joint.joint(), reference));
  }

  private void move(boolean quickly, double pulse) {
    if (quickly != quick && standing) {
      moves(quickly);
    }
    JointProfile profile = BenchJoint.slow(joint);
    long now = clock.nanos();
    unreleased = true;
    body.move(
        Pose.NONE.with(joint.joint(), profile.referenceOfPulse(pulse)), (now - sentNanos) / 1e9);
    sentNanos = clock.nanos();
    note(seen.letGo(), seen.why());
  }

  private void note(int letGo, Sentence why) {
    double at = BenchJoint.slow(joint).pulseOfReference(body.commanded().degrees(joint.joint(), 0));
    standing = Math.abs(at - stands.put(joint.joint(), at)) < 1e-3;
    stood = Map.copyOf(stands);
    seen = new Seen(at, letGo, why);
  }

  /** Again and again until the bus has taken it: a board pulses on by itself. */
  private void letGo(Sentence why) {
    if (body != null) {
      forget(why);
    }
    if (unreleased) {
      servos.release();
      unreleased = false;
    }
  }

  /** The body counts as limp already, where it was told to be by the last pose that arrived. */
  private void lose(Sentence why) {
    if (body != null) {
      forget(why);
    }
  }

  private void forget(Sentence why) {
    note(power, why);
    body = null;
  }
}
