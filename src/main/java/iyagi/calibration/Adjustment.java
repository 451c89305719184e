package iyagi.calibration;

import iyagi.time.NanoClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import org.tinylog.Logger;

/**
 * One calibration of a robot that stays in service, by somebody at a page: from borrowing the
 * joints until they are let go and given back. One thread steps; the rest is for any.
 *
 * <p>Whoever is at the page has to give signs of life. Without them, when somebody halts, when the
 * robot is needed or nothing is done for five minutes, the joint is let go at once where it stands,
 * and what has not been kept is forgotten.
 */
public final class Adjustment {
  /** Without a sign of life for so long nobody is there. */
  public static final Duration SILENCE = Duration.ofSeconds(30);

  /** Somebody is there, but does nothing: children wait for the robot. */
  public static final Duration IDLE = Duration.ofMinutes(5);

  /** Time from one step to the next. */
  public static final Duration PERIOD = Duration.ofMillis(20);

  /** A bus that does not answer is let go of by the robot's own loop, which tries for ever. */
  private static final Duration LETTING_GO = Duration.ofSeconds(2);

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  /** Why a calibration has ended. */
  public enum Ending {
    /** A person has ended it. */
    LEFT,
    /** The page was closed, or is not heard any more. */
    SILENT,
    /** Nobody has done anything for minutes. */
    IDLE,
    /** Somebody has halted the robot. */
    HALTED,
    /** The robot is needed for something else. */
    NEEDED,
    /** Something in this program has failed. */
    FAILED
  }

  /**
   * What goes on around it.
   *
   * @param halts how often anybody has halted
   * @param needed whether the robot is needed for something else; asked once a second
   * @param over told once, when every joint has been let go
   */
  public record Around(IntSupplier halts, BooleanSupplier needed, Runnable over) {}

  private final JointSteps steps;
  private final Bench bench;
  private final Clicks clicks;
  private final NanoClock clock;
  private final Around around;
  private final int halts;
  private final ReentrantLock lock = new ReentrantLock();

  // Guarded by the lock.
  private Optional<Ending> ending = Optional.empty();
  private boolean back;
  private long lastNanos;
  private long aliveNanos;
  private long actNanos;
  private long lookedNanos;
  private long endedNanos;
  private List<Say> said;

  /**
   * Begun, and nothing powered.
   *
   * @param steps of this robot
   * @param bench that moves it
   * @param clicker what a joint taps to comes out of it
   */
  Adjustment(JointSteps steps, Bench bench, Clicker clicker, NanoClock clock, Around around) {
    this.steps = steps;
    this.bench = bench;
    clicks = new Clicks(clicker, steps::tapped, steps::noClicks);
    this.clock = clock;
    this.around = around;
    halts = around.halts().getAsInt();
    lastNanos = clock.nanos();
    aliveNanos = lastNanos;
    actNanos = lastNanos;
    lookedNanos = lastNanos;
    said = steps.begin();
  }

  /**
   * How it stands.
   *
   * @param situation of the joint that is measured
   * @param said what came of the last act, and what has happened since
   * @param ending why it has ended; empty while it goes on
   */
  public record State(Situation situation, List<Say> said, Optional<Ending> ending) {
    /** Copies what was said. */
    public State {
      said = List.copyOf(said);
    }
  }

  /** How it stands. */
  public State state() {
    lock.lock();
    try {
      return new State(steps.situation(), said, ending);
    } finally {
      lock.unlock();
    }
  }

  /** Somebody is there. */
  public void alive() {
    lock.lock();
    try {
      aliveNanos = clock.nanos();
    } finally {
      lock.unlock();
    }
  }

  /** Somebody does something. Letting go is done at once, whatever else is being done. */
  public void act(Act act) {
    if (act instanceof Act.Off) {
      bench.cut();
    }
    lock.lock();
    try {
      aliveNanos = clock.nanos();
      actNanos = aliveNanos;
      if (ending.isEmpty()) {
        said = steps.act(act);
        bench.order(steps.order());
      }
    } finally {
      lock.unlock();
    }
  }

  /** Ends it: nothing more is kept, and the joint is let go where it stands. */
  public void end(Ending why) {
    bench.cut();
    lock.lock();
    try {
      finish(why);
    } finally {
      lock.unlock();
    }
  }

  /** Whether it has ended and the joints have been given back. */
  public boolean over() {
    lock.lock();
    try {
      return back;
    } finally {
      lock.unlock();
    }
  }

  /** What the time brings. One thread. */
  public void step() {
    lock.lock();
    try {
      long now = clock.nanos();
      double seconds = (now - lastNanos) / 1e9;
      lastNanos = now;
      if (ending.isEmpty()) {
        goOn(now, seconds);
      }
      giveBack(now);
    } catch (RuntimeException bug) {
      // A mistake of ours must not keep the robot from reading until it is started anew.
      Logger.error(bug, "the adjusting of joints failed");
      fail();
    } finally {
      lock.unlock();
    }
  }

  /** Ends it without waiting for anything: whoever steps cannot any more. */
  public void fail() {
    bench.cut();
    lock.lock();
    try {
      finish(Ending.FAILED);
    } finally {
      try {
        returned();
      } finally {
        lock.unlock();
      }
    }
  }

  private void goOn(long now, double seconds) {
    List<Say> happened = new ArrayList<>(steps.pass(seconds, bench.seen()));
    happened.addAll(clicks.step(steps.order()));
    if (!happened.isEmpty()) {
      List<Say> all = new ArrayList<>(said);
      all.addAll(happened);
      said = all;
    }
    if (around.halts().getAsInt() != halts) {
      finish(Ending.HALTED);
    } else if (steps.over()) {
      finish(Ending.LEFT);
    } else if (now - aliveNanos >= SILENCE.toNanos()) {
      finish(Ending.SILENT);
    } else if (now - actNanos >= IDLE.toNanos()) {
      finish(Ending.IDLE);
    } else if (needed(now)) {
      finish(Ending.NEEDED);
    } else {
      bench.order(steps.order());
    }
  }

  private boolean needed(long now) {
    if (now - lookedNanos < BETWEEN_LOOKS.toNanos()) {
      return false;
    }
    lookedNanos = now;
    return around.needed().getAsBoolean();
  }

  private void finish(Ending why) {
    if (ending.isEmpty()) {
      ending = Optional.of(why);
      endedNanos = clock.nanos();
      steps.abandon();
      var _ = clicks.step(steps.order());
    }
    bench.order(new Order.Limp());
  }

  private void giveBack(long now) {
    if (ending.isEmpty() || back) {
      return;
    }
    bench.order(new Order.Limp());
    if (bench.limp() || now - endedNanos >= LETTING_GO.toNanos()) {
      returned();
    }
  }

  private void returned() {
    if (!back) {
      back = true;
      around.over().run();
    }
  }
}
