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
  private long retryNanos;
  private boolean lost;
  private volatile Pose shown = Pose.NONE;
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

  /** One tick. Never waits, but for the bus. */
  public void tick() {
    long now = clock.nanos();
    double seconds = (now - lastNanos) / 1e9;
    lastNanos = now;
    if (lost && now - retryNanos < 0) {
      return;
    }
    try {
      act(player.stage(), now, seconds);
      if (body.limp()) {
        release.complete(null);
      }
      if (lost) {
        lost = false;
        events.accept(new PerformanceEvent.MotionBack());
      }
    } catch (ServoFault | LampFault fault) {
      lose(now, fault);
    }
  }

  private void act(Stage stage, long now, double seconds) {
    boolean dead = stage.mode() == Stage.Mode.ACTING && now - stage.beatNanos() > DEAD_PLAYER_NANOS;
    if (dead || stage.mode() == Stage.Mode.HALTED) {
      relax();
      return;
    }
    if (stage.mode() == Stage.Mode.IDLE) {
      rest(now, seconds);
      return;
    }
    busyNanos = now;
    boolean acting = stage.mode() == Stage.Mode.ACTING;
    long heard = stage.heard().getAsLong();
    body.move(acting ? pose(stage, heard) : body.rest(), seconds);
    lamps.show(
        acting
            ? Choreography.light(stage.playhead().placed(), Playhead.seconds(heard))
            : Colour.DARK,
        seconds);
    shown = body.commanded();
  }

  private Pose pose(Stage stage, long heard) {
    return Choreography.pose(
        stage.playhead().placed(),
        Playhead.seconds(heard),
        body.joints(),
        (Joint joint) -> body.leadSeconds(joint) + AHEAD_SECONDS);
  }

  private void relax() {
    if (!body.limp()) {
      body.halt();
    }
    lamps.show(Colour.DARK, PERIOD.toNanos() / 1e9);
  }

  /**
   * Nothing is played: the joints go to rest, and are let go when they have stood there for a
   * while.
   */
  private void rest(long now, double seconds) {
    lamps.show(Colour.DARK, seconds);
    if (body.limp()) {
      return;
    }
    if (body.atRest() && now - busyNanos > RELEASE_NANOS) {
      body.halt();
    } else {
      body.move(body.rest(), seconds);
    }
    shown = body.commanded();
  }

  private void lose(long now, RuntimeException fault) {
    retryNanos = now + RETRY_NANOS;
    if (!lost) {
      lost = true;
      events.accept(
          new PerformanceEvent.MotionLost(
              fault.getMessage() + "; reading on without it, next try in 2 s"));
    }
  }
}
