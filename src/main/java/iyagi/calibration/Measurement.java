package iyagi.calibration;

import iyagi.time.NanoClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;

/**
 * One measurement of the loudness of a robot that stays in service, by somebody at a page. Any
 * thread; needs none of its own, since the noise ends by itself.
 *
 * <p>Nothing waits for it: what is read and every halt silence the noise, and what was noted stays.
 */
public final class Measurement {
  /** So long a noise is heard, if nobody ends it before: a meter has settled, and was read. */
  public static final Duration NOISE = Duration.ofSeconds(10);

  /** Without a sign of life for so long the noise ends. */
  public static final Duration NOISE_ALONE = Duration.ofSeconds(3);

  /** Without a sign of life for so long nobody is there. */
  public static final Duration SILENCE = Duration.ofSeconds(30);

  /** Why a measurement has ended. */
  public enum Ending {
    /** The person has ended it. */
    LEFT,
    /** It was ended at another screen. */
    CANCELLED,
    /** The page was closed, or is not heard any more. */
    SILENT
  }

  /** What a person may do. */
  public sealed interface Deed {
    /** Hears the noise of this step. */
    record Play() implements Deed {}

    /** Silence. */
    record Hush() implements Deed {}

    /** What the meter shows, as it was typed. */
    record Reading(String typed) implements Deed {}

    /** Leaves this step out. */
    record Skip() implements Deed {}

    /** The step before, once more. */
    record Back() implements Deed {}

    /** Keeps what was measured. */
    record Save() implements Deed {}

    /** Ends. */
    record Leave() implements Deed {}
  }

  /**
   * How it stands.
   *
   * @param standing of the steps
   * @param said what came of the last deed, and what has happened since
   * @param ending why it has ended; empty while it goes on
   */
  public record State(LoudnessSteps.Standing standing, List<Say> said, Optional<Ending> ending) {
    /** Copies what was said. */
    public State {
      said = List.copyOf(said);
    }
  }

  private final LoudnessSteps steps;
  private final IntFunction<BorrowedSound> noise;
  private final IntSupplier halts;
  private final NanoClock clock;

  // Guarded by this.
  private Optional<BorrowedSound> sounding = Optional.empty();
  private Optional<Ending> ending = Optional.empty();
  private List<Say> said = List.of();
  private int haltsBefore;
  private long aliveNanos;

  /**
   * Begun, and silent.
   *
   * @param noise begins a noise at a level of the volume
   * @param halts how often anybody has halted
   */
  Measurement(
      LoudnessSteps steps, IntFunction<BorrowedSound> noise, IntSupplier halts, NanoClock clock) {
    this.steps = steps;
    this.noise = noise;
    this.halts = halts;
    this.clock = clock;
    aliveNanos = clock.nanos();
  }

  /** How it stands. */
  public synchronized State state() {
    look();
    return new State(steps.standing(), said, ending);
  }

  /** Whether it has ended. */
  public synchronized boolean over() {
    look();
    return ending.isPresent();
  }

  /** Somebody is there. */
  public synchronized void alive() {
    look();
    aliveNanos = clock.nanos();
    sounding.ifPresent(BorrowedSound::alive);
  }

  /** Somebody does something; after its end nothing comes of it. */
  public synchronized void act(Deed deed) {
    alive();
    if (ending.isPresent()) {
      return;
    }
    said = done(deed);
    if (steps.level() == 0) {
      hush();
    }
  }

  private List<Say> done(Deed deed) {
    return switch (deed) {
      case Deed.Play _ -> play();
      case Deed.Hush _ -> steps.hush();
      case Deed.Reading(String typed) -> reading(typed);
      case Deed.Skip _ -> steps.skip();
      case Deed.Back _ -> steps.back();
      case Deed.Save _ -> steps.save();
      case Deed.Leave _ -> {
        end(Ending.LEFT);
        yield List.of();
      }
    };
  }

  private List<Say> play() {
    List<Say> says = steps.play();
    if (steps.level() > 0) {
      hush();
      haltsBefore = halts.getAsInt();
      sounding = Optional.of(noise.apply(steps.level()));
    }
    return says;
  }

  private List<Say> reading(String typed) {
    if (typed.isBlank()) {
      return List.of(Say.of("loud.blank"));
    }
    OptionalDouble dba = LoudnessSteps.number(typed);
    return dba.isPresent()
        ? steps.reading(dba.getAsDouble())
        : List.of(Say.of("loud.number", Calibrating.shown(typed.strip())));
  }

  /** Ends it: silence, and nothing more is kept. */
  public synchronized void end(Ending why) {
    ending = ending.or(() -> Optional.of(why));
    hush();
    var _ = steps.hush();
  }

  private void hush() {
    sounding.ifPresent(BorrowedSound::stop);
    sounding = Optional.empty();
  }

  /** What the time has brought since somebody looked last. */
  private void look() {
    if (ending.isEmpty() && clock.nanos() - aliveNanos >= SILENCE.toNanos()) {
      end(Ending.SILENT);
    }
    sounding
        .flatMap(BorrowedSound::ending)
        .ifPresent(
            why -> {
              sounding = Optional.empty();
              said = came(why);
            });
  }

  private List<Say> came(BorrowedSound.Ending why) {
    return switch (why) {
      case STOPPED -> steps.hush();
      case OVER -> steps.silenced(Say.of("loud.ended"));
      case ALONE -> steps.cutOff(Say.of("loud.alone"));
      case TAKEN ->
          steps.cutOff(Say.of(halts.getAsInt() == haltsBefore ? "loud.taken" : "loud.halted"));
    };
  }
}
