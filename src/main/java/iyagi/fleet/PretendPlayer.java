package iyagi.fleet;

import iyagi.performance.PerformanceEvent;
import iyagi.performance.PerformanceEvent.Ending;
import iyagi.session.Kind;
import iyagi.session.SessionRecorder;
import iyagi.session.Title;
import iyagi.time.NanoClock;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.random.RandomGenerator;

/**
 * Tells the events of readings that do not take place: when they are due, page by page, some with
 * questions and interruptions, some not to the end. One thread steps; anybody may ask.
 */
final class PretendPlayer {
  private static final double COMPLETED = 0.85;
  private static final double PROGRAMME = 0.3;
  private static final double ASKS = 0.3;
  private static final double ANSWERED = 0.7;
  private static final double PAUSES = 0.02;

  /** What somebody wants of the player. */
  sealed interface Wish {
    record Start(Title title, Kind kind) implements Wish {}

    record Pause() implements Wish {}

    record Resume() implements Wish {}

    record End(Ending how) implements Wish {}

    /** What is being read ends, and nothing more begins by itself. */
    record Finish() implements Wish {}
  }

  private final Habits habits;
  private final NanoClock clock;
  private final RandomGenerator random;
  private final SessionRecorder recorder;
  private final Queue<Wish> wishes = new ConcurrentLinkedQueue<>();
  private volatile boolean reading;

  // All below belongs to the thread that steps.
  private boolean finished;
  private boolean paused;
  private long nextStartNanos;
  private long pageUntilNanos;
  private Duration page = Duration.ZERO;
  private int number;
  private int lastPage;
  private Ending ending = Ending.COMPLETED;

  PretendPlayer(Habits habits, NanoClock clock, RandomGenerator random, SessionRecorder recorder) {
    this.habits = habits;
    this.clock = clock;
    this.random = random;
    this.recorder = recorder;
    nextStartNanos = clock.nanos() + random.nextLong(habits.between().toNanos() + 1);
  }

  /** Whether a story is being read, or stands still. Any thread. */
  boolean reading() {
    return reading;
  }

  /** Asks for something, which is done at the next step. Any thread. */
  void ask(Wish wish) {
    wishes.add(wish);
  }

  /** Until something is due, as far as is known; at most that which is given. */
  Duration idle(Duration most) {
    if (!wishes.isEmpty() || (!reading && finished) || (reading && paused)) {
      return wishes.isEmpty() ? most : Duration.ZERO;
    }
    long left = (reading ? pageUntilNanos : nextStartNanos) - clock.nanos();
    return Duration.ofNanos(Math.clamp(left, 0, most.toNanos()));
  }

  /** Does what was asked for and tells what is due. */
  void step() {
    for (Wish wish = wishes.poll(); wish != null; wish = wishes.poll()) {
      grant(wish);
    }
    long now = clock.nanos();
    if (!reading && !finished && now - nextStartNanos >= 0) {
      nextStartNanos += around(habits.between());
      start(
          Repertoire.TITLES.get(random.nextInt(Repertoire.TITLES.size())),
          random.nextDouble() < PROGRAMME ? Kind.PROGRAMME : Kind.FREE);
    }
    while (reading && !paused && now - pageUntilNanos >= 0) {
      turn();
    }
  }

  private void grant(Wish wish) {
    switch (wish) {
      case Wish.Start(Title title, Kind kind) -> {
        end(Ending.STOPPED);
        start(title, kind);
      }
      case Wish.Pause _ -> pause();
      case Wish.Resume _ -> resume();
      case Wish.End(Ending how) -> end(how);
      case Wish.Finish _ -> {
        finished = true;
        end(Ending.STOPPED);
      }
    }
  }

  private void start(Title title, Kind kind) {
    Tale tale = new Tale(title);
    recorder.expect(tale, kind, title, Optional.empty());
    recorder.heard(new PerformanceEvent.Started(tale));
    boolean whole = random.nextDouble() < COMPLETED;
    ending = whole ? Ending.COMPLETED : Ending.STOPPED;
    lastPage = whole ? title.pages() : 1 + random.nextInt(title.pages());
    page = habits.page(title.pages());
    number = 0;
    paused = false;
    reading = true;
    pageUntilNanos = clock.nanos();
    turn();
  }

  /** The next page, or the end. */
  private void turn() {
    if (number == lastPage) {
      end(ending);
      return;
    }
    number++;
    recorder.heard(new PerformanceEvent.PageReached(number));
    if (random.nextDouble() < ASKS) {
      recorder.heard(new PerformanceEvent.QuestionAsked(number));
      if (random.nextDouble() < ANSWERED) {
        recorder.heard(new PerformanceEvent.QuestionAnswered(number));
      }
    }
    if (random.nextDouble() < PAUSES) {
      pause();
      resume();
    }
    pageUntilNanos += Math.round(page.toNanos() * (0.5 + random.nextDouble()));
  }

  private void pause() {
    if (reading && !paused) {
      paused = true;
      recorder.heard(new PerformanceEvent.Paused());
    }
  }

  private void resume() {
    if (reading && paused) {
      paused = false;
      pageUntilNanos = Math.max(pageUntilNanos, clock.nanos());
      recorder.heard(new PerformanceEvent.Resumed());
    }
  }

  private void end(Ending how) {
    if (reading) {
      recorder.heard(new PerformanceEvent.Ended(how));
      reading = false;
    }
  }

  private long around(Duration mean) {
    return Math.round(mean.toNanos() * (0.5 + random.nextDouble()));
  }
}
