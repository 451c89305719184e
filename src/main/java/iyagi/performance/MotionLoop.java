package iyagi.performance;

import iyagi.light.Colour;
import iyagi.light.FlashLimit;
import iyagi.light.LampFault;
import iyagi.motion.Body;
import iyagi.motion.Joint;
import iyagi.motion.Pose;
import iyagi.motion.ServoFault;
import iyagi.score.Choreography;
import iyagi.time.NanoClock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.tinylog.Logger;

/**
 * Moves the body to the sound, 50 times a second. One thread calls {@link #tick()}. When the player
 * has halted, or has taken no step for half a second, the body is let go.
 */
public final class MotionLoop {
  /** Time from one tick to the next. */
  public static final Duration PERIOD = Duration.ofMillis(20);

  /** A command stands until the next tick, so it is made for the middle of that time. */
  private static final double AHEAD_SECONDS = 0.010;

  private static final long DEAD_PLAYER_NANOS = Duration.ofMillis(500).toNanos();
  private static final long RETRY_NANOS = Duration.ofSeconds(2).toNanos();
  private static final long RELEASE_NANOS = Duration.ofMillis(700).toNanos();

  private final Player player;
  private final Body body;
  private final FlashLimit lamps;
  private final NanoClock clock;
  private final Consumer<PerformanceEvent> events;
  private long lastNanos;
  private long busyNanos;
  private long bodyRetryNanos;
  private long lampsRetryNanos;
  private boolean bodyLost;
  private boolean lampsLost;

  /** Whether the bus has taken the release, and nothing has been written since. */
  private boolean released = true;

  private volatile Pose shown = Pose.NONE;
  private volatile Colour lit = Colour.DARK;
  private volatile CompletableFuture<Void> release = CompletableFuture.completedFuture(null);

  /** A loop that follows a player. Events are told on the thread that ticks. */
  public MotionLoop(
      Player player,
      Body body,
      FlashLimit lamps,
      NanoClock clock,
      Consumer<PerformanceEvent> events) {
    this.player = player;
    this.body = body;
    this.lamps = lamps;
    this.clock = clock;
    this.events = events;
    lastNanos = clock.nanos();
    busyNanos = lastNanos;
  }

  /**
   * Completed when every servo has been let go; for those who want to give the devices back. Any
   * thread.
   */
  public CompletableFuture<Void> released() {
    CompletableFuture<Void> wanted = new CompletableFuture<>();
    release = wanted;
    return wanted;
  }

  /** The pose that was commanded last. Any thread. */
  public Pose shown() {
    return shown;
  }

  /** The light that was shown last. Any thread. */
  public Colour lit() {
    return lit;
  }

  /** One tick. Never waits, but for the bus. Whatever fails in it, the next tick comes. */
  public void tick() {
    long now = clock.nanos();
    double seconds = (now - lastNanos) / 1e9;
    lastNanos = now;
    Stage stage = player.stage();
    if (player.halting() || stage.mode() == Stage.Mode.HALTED || dead(stage, now)) {
      relax();
      light(Colour.DARK, now, seconds);
    } else {
      move(stage, now, seconds);
      light(wanted(stage), now, seconds);
    }
    if (released) {
      release.complete(null);
    }
  }

  private static boolean dead(Stage stage, long now) {
    return stage.mode() != Stage.Mode.IDLE && now - stage.beatNanos() > DEAD_PLAYER_NANOS;
  }

  /**
   * Lets go of every servo, again and again until the bus has taken it: a chip pulses on by itself.
   */
  private void relax() {
    if (!released) {
      try {
        body.halt();
        released = true;
      } catch (ServoFault fault) {
        Logger.debug(fault, "the servos have not been released yet");
      }
      shown = body.commanded();
    }
  }

  private void move(Stage stage, long now, double seconds) {
    if (bodyLost && now - bodyRetryNanos < 0) {
      return;
    }
    try {
      boolean moved = act(stage, now, seconds);
      if (bodyLost && moved) {
        bodyLost = false;
        events.accept(new PerformanceEvent.MotionBack());
      }
    } catch (ServoFault fault) {
      loseBody(now, fault.getMessage());
    } catch (RuntimeException bug) {
      // A mistake of ours or of a driver must not take the thread away that can let go of the
      // servos.
      Logger.error(bug, "the movement failed");
      loseBody(now, "the movement failed: " + bug.getMessage());
    }
    shown = body.commanded();
  }

  /** Whether anything was written to the bus. */
  private boolean act(Stage stage, long now, double seconds) {
    if (stage.mode() == Stage.Mode.IDLE) {
      return rest(now, seconds);
    }
    busyNanos = now;
    released = false;
    body.move(stage.mode() == Stage.Mode.ACTING ? pose(stage) : body.rest(), seconds);
    return true;
  }

  private Pose pose(Stage stage) {
    return Choreography.pose(
        stage.playhead().placed(),
        Playhead.seconds(stage.heard().getAsLong()),
        body.joints(),
        (Joint joint) -> body.leadSeconds(joint) + AHEAD_SECONDS);
  }

  /**
   * Nothing is played: the joints go to rest, and are let go when they have stood there for a
   * while.
   */
  private boolean rest(long now, double seconds) {
    if (released) {
      return false;
    }
    if (body.limp() || (body.atRest() && now - busyNanos > RELEASE_NANOS)) {
      body.halt();
      released = true;
    } else {
      body.move(body.rest(), seconds);
    }
    return true;
  }

  private void loseBody(long now, String reason) {
    bodyRetryNanos = now + RETRY_NANOS;
    if (!bodyLost) {
      bodyLost = true;
      events.accept(
          new PerformanceEvent.MotionLost(reason + "; reading on without it, next try in 2 s"));
    }
  }

  private static Colour wanted(Stage stage) {
    return stage.mode() == Stage.Mode.ACTING
        ? Choreography.light(stage.playhead().placed(), Playhead.seconds(stage.heard().getAsLong()))
        : Colour.DARK;
  }

  private void light(Colour colour, long now, double seconds) {
    if (lampsLost && now - lampsRetryNanos < 0) {
      return;
    }
    try {
      lamps.show(colour, seconds);
      lit = lamps.shown();
      if (lampsLost) {
        lampsLost = false;
        events.accept(new PerformanceEvent.LightBack());
      }
    } catch (LampFault fault) {
      lampsRetryNanos = now + RETRY_NANOS;
      if (!lampsLost) {
        lampsLost = true;
        events.accept(
            new PerformanceEvent.LightLost(
                fault.getMessage() + "; reading on without it, next try in 2 s"));
      }
    }
  }
}
