package iyagi.performance;

import iyagi.light.Colour;
import iyagi.light.FlashLimit;
import iyagi.light.LampFault;
import iyagi.motion.Body;
import iyagi.motion.Joint;
import iyagi.motion.Pose;
import iyagi.motion.ServoFault;
import iyagi.motion.ServosCut;
import iyagi.score.Choreography;
import iyagi.time.NanoClock;
import iyagi.words.Sentence;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
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

  private static final double DEAD_PLAYER_SECONDS = 0.5;
  private static final double RETRY_SECONDS = 2;
  private static final double RELEASE_SECONDS = 0.7;

  private final Player player;
  private Body body;
  private final FlashLimit lamps;
  private final Beat beat;
  private final Consumer<PerformanceEvent> events;
  private long playerBeat;
  private double playerBeatAt;
  private double busyAt;
  private double bodyRetryAt;
  private double lampsRetryAt;
  private boolean bodyLost;
  private boolean lampsLost;
  private Set<Joint> tired = Set.of();

  /** Whether the bus has taken the release, and nothing has been written since. */
  private boolean released = true;

  /** Who moves the servos. */
  private sealed interface Hand {
    record Own() implements Hand {}

    record Lent(Guest to) implements Hand {}

    record Returned(Body body) implements Hand {}
  }

  private volatile boolean still = true;
  private final AtomicReference<Hand> hand = new AtomicReference<>(new Hand.Own());

  /** Whether the guest has begun: the body of this loop is limp, and not where it thinks. */
  private boolean visited;

  private final AtomicLong ticks = new AtomicLong();
  private volatile Pose shown;
  private volatile Colour lit = Colour.DARK;
  private volatile Optional<Pose> parked = Optional.empty();
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
    this.events = events;
    beat = new Beat(clock);
    shown = body.commanded();
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

  /** The pose in which every servo has been let go; empty while any may be powered. Any thread. */
  public Optional<Pose> parked() {
    return parked;
  }

  /**
   * Lends the servos from the first tick on in which they are limp and nothing is played. Any
   * thread.
   *
   * @return whether they are; not while somebody else has them
   */
  public boolean lend(Guest to) {
    return hand.get() instanceof Hand.Own own && hand.compareAndSet(own, new Hand.Lent(to));
  }

  /**
   * Takes the servos back; they are let go, and moved softly when they are needed. Any thread.
   *
   * @param other at the same servos, where the guest has left them
   */
  public void takeBack(Body other) {
    hand.set(new Hand.Returned(other));
  }

  /** Whether every servo was limp at the last tick, and this loop moved them. Any thread. */
  public boolean still() {
    return still && !lent();
  }

  /** Whether somebody else has the servos. Any thread. */
  public boolean lent() {
    return !(hand.get() instanceof Hand.Own);
  }

  /** How often anybody has halted. Any thread. */
  public int halts() {
    return player.halts();
  }

  /** How many ticks have come to their end. Any thread. */
  public long ticks() {
    return ticks.get();
  }

  /** One tick. Never waits, but for the bus. Whatever fails in it, the next tick comes. */
  public void tick() {
    double seconds = beat.begin();
    Stage stage = player.stage();
    if (guestMoves(stage)) {
      light(Colour.DARK, seconds);
    } else if (player.halting() || stage.mode() == Stage.Mode.HALTED || dead(stage)) {
      relax(seconds);
      light(Colour.DARK, seconds);
    } else {
      move(stage, seconds);
      light(wanted(stage), seconds);
    }
    if (released) {
      release.complete(null);
    }
    still = released;
    ticks.incrementAndGet();
  }

  /** Whether this tick is a guest's. */
  private boolean guestMoves(Stage stage) {
    Hand now = hand.get();
    if (now instanceof Hand.Returned(Body other)) {
      body = other;
      released = false;
      visited = false;
      shown = body.commanded();
      hand.compareAndSet(now, new Hand.Own());
    }
    if (!(now instanceof Hand.Lent(Guest guest)) || !(released || visited)) {
      return false;
    }
    if (stage.mode() != Stage.Mode.IDLE && stage.mode() != Stage.Mode.HALTED) {
      // Nothing may be played meanwhile; if it is, a joint of the guest's must not stay powered.
      released = false;
      visited = false;
      hand.compareAndSet(now, new Hand.Own());
      relax(0);
      return false;
    }
    visited = true;
    parked = Optional.empty();
    guest.tick();
    shown = guest.shown();
    return true;
  }

  private boolean dead(Stage stage) {
    if (stage.beatNanos() != playerBeat || stage.mode() == Stage.Mode.IDLE) {
      playerBeat = stage.beatNanos();
      playerBeatAt = beat.total();
    }
    return beat.total() - playerBeatAt > DEAD_PLAYER_SECONDS;
  }

  /**
   * Lets go of every servo, again and again until the bus has taken it: a chip pulses on by itself.
   */
  private void relax(double seconds) {
    if (released) {
      body.pass(seconds);
      return;
    }
    try {
      letGo();
    } catch (ServoFault fault) {
      Logger.debug(fault, "the servos have not been released yet");
    }
    shown = body.commanded();
  }

  private void letGo() {
    body.halt();
    released = true;
    parked = Optional.of(body.commanded());
  }

  private void move(Stage stage, double seconds) {
    if (bodyLost && beat.total() < bodyRetryAt) {
      return;
    }
    try {
      boolean moved = act(stage, seconds);
      if (bodyLost && moved) {
        bodyLost = false;
        events.accept(new PerformanceEvent.MotionBack());
      }
    } catch (ServosCut cut) {
      Logger.warn(cut.getMessage() + "; the movement begins again, softly");
    } catch (ServoFault fault) {
      loseBody(fault.sentence());
    } catch (RuntimeException bug) {
      // A mistake of ours or of a driver must not take the thread away that can let go of the
      // servos.
      Logger.error(bug, "the movement failed");
      loseBody(Sentence.of("the movement failed: {0}", String.valueOf(bug.getMessage())));
    }
    shown = body.commanded();
  }

  /** Whether anything was written to the bus. */
  private boolean act(Stage stage, double seconds) {
    if (stage.mode() == Stage.Mode.IDLE) {
      return rest(seconds);
    }
    busyAt = beat.total();
    send(stage.mode() == Stage.Mode.ACTING ? pose(stage) : body.rest(), seconds);
    return true;
  }

  private void send(Pose pose, double seconds) {
    released = false;
    parked = Optional.empty();
    body.move(pose, seconds);
    beat.sent();
    for (Joint joint : body.tired()) {
      if (!tired.contains(joint)) {
        events.accept(new PerformanceEvent.JointRests(joint));
      }
    }
    tired = body.tired();
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
  private boolean rest(double seconds) {
    if (released) {
      body.pass(seconds);
      return false;
    }
    if (body.limp() || (body.atRest() && beat.total() - busyAt > RELEASE_SECONDS)) {
      letGo();
    } else {
      send(body.rest(), seconds);
    }
    return true;
  }

  private void loseBody(Sentence reason) {
    bodyRetryAt = beat.total() + RETRY_SECONDS;
    if (!bodyLost) {
      bodyLost = true;
      events.accept(
          new PerformanceEvent.MotionLost(
              Sentence.of("{0}; reading on without it, next try in 2 s", reason)));
    }
  }

  private static Colour wanted(Stage stage) {
    return stage.mode() == Stage.Mode.ACTING
        ? Choreography.light(stage.playhead().placed(), Playhead.seconds(stage.heard().getAsLong()))
        : Colour.DARK;
  }

  private void light(Colour colour, double seconds) {
    if (lampsLost && beat.total() < lampsRetryAt) {
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
      lampsRetryAt = beat.total() + RETRY_SECONDS;
      if (!lampsLost) {
        lampsLost = true;
        events.accept(
            new PerformanceEvent.LightLost(
                Sentence.of("{0}; reading on without it, next try in 2 s", fault.sentence())));
      }
    }
  }
}
