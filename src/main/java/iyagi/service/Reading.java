package iyagi.service;

import iyagi.audio.AudioFault;
import iyagi.audio.AudioSink;
import iyagi.audio.SteadfastSink;
import iyagi.light.FlashLimit;
import iyagi.light.LampFault;
import iyagi.light.Lamps;
import iyagi.motion.Pose;
import iyagi.performance.Command;
import iyagi.performance.Metronome;
import iyagi.performance.MotionLoop;
import iyagi.performance.PassageSource;
import iyagi.performance.PerformanceEvent;
import iyagi.performance.PerformanceEvent.Ending;
import iyagi.performance.Player;
import iyagi.performance.PlayerState;
import iyagi.performance.Vitals;
import iyagi.settings.RobotProfile;
import iyagi.words.Sentence;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.tinylog.Logger;

/**
 * One story read on one robot: devices, threads, and what is told of it. Owns all that it opens.
 */
public final class Reading implements AutoCloseable {
  private static final Duration STEP = Duration.ofMillis(8);
  private static final Duration FACE = Duration.ofMillis(80);
  private static final Duration SAFE = Duration.ofMillis(800);
  private static final Duration REST = Duration.ofSeconds(4);

  private final Desk desk;
  private final Map<Condition.Part, Sentence> missing = new EnumMap<>(Condition.Part.class);
  private final Watchers watchers;
  private final Consumer<PerformanceEvent> listener;
  private final CompletableFuture<Ending> ended = new CompletableFuture<>();
  private final CountDownLatch stepsDone = new CountDownLatch(1);
  private final AudioSink sink;
  private final Lamps lamps;
  private final FlashLimit light;
  private final Player player;
  private final SoundLoan sound;
  private final Movement movement;
  private final MotionLoop loop;
  private final Metronome face;
  private final Vitals vitals;
  private volatile boolean open = true;

  /**
   * Who looks on.
   *
   * @param tell sentences for a person
   * @param face the pose shown, about twelve times a second
   * @param events what happens
   */
  public record Watchers(
      Consumer<Sentence> tell, Consumer<Pose> face, Consumer<PerformanceEvent> events) {}

  /** Opens the robot's devices; one that is missing is told and replaced by its simulation. */
  public Reading(Desk desk, RobotProfile robot, String device, Watchers watchers) {
    this.desk = desk;
    this.watchers = watchers;
    listener = watchers.events();
    sink = sink(device);
    lamps = lamps(robot);
    Path measured = desk.places().loudness();
    player =
        new Player(
            sink, SoundLoan.mixer(measured, robot, watchers.tell()), desk.clock(), this::heard);
    sound = new SoundLoan(sink, measured, robot, player::command);
    light = new FlashLimit(lamps, robot.lights().tone());
    movement = new Movement(desk, robot, player, light, watchers);
    loop = movement.loop();
    movement.missing().ifPresent(reason -> missing.put(Condition.Part.SERVOS, reason));
    vitals = new Vitals(player, loop);
    Thread.ofPlatform().name("player").daemon().start(this::play);
    face = new Metronome("face", FACE, desk.clock(), () -> watchers.face().accept(loop.shown()));
  }

  /** What is used, for a librarian. */
  public Sentence devices() {
    return Sentence.of(
        "Sound: {0}. Movement: {1}. Light: {2}.", sink.name(), movement.name(), lamps.name());
  }

  /** Devices that were not there when they were opened, and why. */
  public Map<Condition.Part, Sentence> missing() {
    return Map.copyOf(missing);
  }

  /** What the player does. */
  public PlayerState state() {
    return player.state();
  }

  /** What is seen and heard of it now. Any thread; nobody waits. */
  public Scene scene() {
    return new Scene(
        player.state(), player.placed(), player.heardSeconds(), loop.shown(), loop.lit());
  }

  /** The joints, for somebody who measures them while nothing is read. */
  public BodyLoan body() {
    return new BodyLoan(movement);
  }

  /** The loudspeaker, for somebody who measures while nothing is read. */
  public SoundLoan sound() {
    return sound;
  }

  /** Whether sound and movement have gone on since this was asked last. One thread. */
  public boolean beating() {
    return vitals.beating();
  }

  /** Asks the player for something. */
  public void command(Command command) {
    player.command(command);
  }

  /**
   * Halts, and waits until the servos have been let go: for when the program is told to end at
   * once.
   */
  public void makeSafe() {
    CompletableFuture<Void> released = loop.released();
    player.command(new Command.Halt());
    try {
      released.get(SAFE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException | ExecutionException e) {
      Logger.debug(e, "the motion loop has not let go of the servos; the bus is asked directly");
    }
    movement.cut();
    light.end();
    lamps.close();
  }

  /** Reads a story and waits for its end. */
  public Ending read(PassageSource story) {
    player.command(new Command.Start(story, 0));
    return ended.join();
  }

  private AudioSink sink(String words) {
    NamedSound device = new NamedSound(words, desk.hardware()::sound);
    Supplier<AudioSink> silence =
        () -> desk.hardware().silence(desk.clock(), Sentence.of("silence, in time"));
    try {
      return new SteadfastSink(device, silence, desk.clock(), this::soundChanged);
    } catch (AudioFault fault) {
      missing.put(Condition.Part.SOUND, fault.sentence());
      return new SteadfastSink(
          desk.hardware()
              .silence(
                  desk.clock(), Sentence.of("none, silent but in time ({0})", fault.sentence())),
          device,
          silence,
          desk.clock(),
          this::soundChanged);
    }
  }

  private void soundChanged(SteadfastSink.Change change) {
    listener.accept(
        switch (change) {
          case SteadfastSink.Change.Lost(Sentence reason) -> new PerformanceEvent.SoundLost(reason);
          case SteadfastSink.Change.Back(Sentence name) -> new PerformanceEvent.SoundBack(name);
        });
  }

  private Lamps lamps(RobotProfile robot) {
    try {
      return desk.hardware().lamps(robot);
    } catch (LampFault fault) {
      missing.put(Condition.Part.LAMPS, fault.sentence());
      watchers.tell().accept(Sentence.of("{0}; the story is read without light", fault.sentence()));
      return desk.hardware().simulatedLamps();
    }
  }

  private void heard(PerformanceEvent event) {
    listener.accept(event);
    if (event instanceof PerformanceEvent.Ended(Ending ending)) {
      ended.complete(ending);
    }
  }

  /** The player's thread. If it dies, the robot is made safe at once. */
  private void play() {
    try {
      while (open) {
        player.await(STEP);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      boolean reading = player.state().phase() != PlayerState.Phase.IDLE;
      player.abandon();
      if (reading && !ended.isDone()) {
        listener.accept(new PerformanceEvent.Ended(Ending.FAILED));
      }
      ended.complete(Ending.FAILED);
      stepsDone.countDown();
    }
  }

  /** Ends the story, brings the body to rest, lets go of it and gives every device back. */
  @Override
  public void close() {
    player.command(new Command.Stop());
    restThenRelease();
    open = false;
    try {
      stepsDone.await(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    face.close();
    movement.close();
    lamps.close();
    sink.close();
  }

  /** Gives the motion loop time to bring the joints to rest; it lets go of them by itself. */
  private void restThenRelease() {
    try {
      loop.released().get(REST.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException | ExecutionException e) {
      // A lost bus cannot bring anything to rest; closing it lets go of what can be reached.
      Logger.debug(e, "the joints were not brought to rest");
    }
  }
}
