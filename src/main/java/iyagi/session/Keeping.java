package iyagi.session;

import iyagi.session.SessionLog.Unkept;
import iyagi.time.Moment;
import iyagi.time.Watch;
import iyagi.words.Sentence;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Keeps what a recorder counts, in order, on a thread of its own: the disk may take its time, and
 * the reading never waits for it. What cannot be kept now, as on a full disk, is kept in memory and
 * tried again. Also tells the log when the clock becomes right and when a day is over. Anybody may
 * hand something in; one thread calls {@link #step} or {@link #await}.
 */
public final class Keeping implements SessionRecorder.Keeper {
  /** A wall clock that is off by more than this has been set. */
  private static final Duration CLOCK_STEP = Duration.ofSeconds(2);

  private static final Duration RETRY = Duration.ofSeconds(10);

  private final SessionLog log;
  private final Watch watch;
  private final ZoneId zone;
  private final Consumer<Sentence> tell;
  private final BlockingQueue<Consumer<SessionLog>> tasks = new LinkedBlockingQueue<>();

  // All below belongs to the thread that steps.
  private Optional<Consumer<SessionLog>> waiting = Optional.empty();
  private Duration retryAt = Duration.ZERO;
  private Optional<Moment> fix = Optional.empty();
  private Optional<LocalDate> today = Optional.empty();
  private boolean troubled;

  /**
   * Keeps in a log.
   *
   * @param zone in which days begin
   * @param tell takes a sentence for people when something cannot be kept, and when it can again
   */
  public Keeping(SessionLog log, Watch watch, ZoneId zone, Consumer<Sentence> tell) {
    this.log = log;
    this.watch = watch;
    this.zone = zone;
    this.tell = tell;
  }

  @Override
  public void opened(Session session) {
    tasks.add(to -> to.opened(session));
  }

  @Override
  public void reached(Session session) {
    tasks.add(to -> to.reached(session));
  }

  @Override
  public void closed(Session session) {
    tasks.add(to -> to.closed(session));
  }

  /** Something of the robot's parts or stories, that happens now. */
  public void noted(Note note) {
    Moment now = watch.now();
    tasks.add(to -> to.noted(note, now));
  }

  /** Waits for something to keep, at most so long, then a step. */
  public void await(Duration most) throws InterruptedException {
    if (waiting.isEmpty()) {
      waiting = Optional.ofNullable(tasks.poll(most.toNanos(), TimeUnit.NANOSECONDS));
    } else {
      TimeUnit.NANOSECONDS.sleep(most.toNanos());
    }
    step();
  }

  /** Keeps all that there is, or begins to wait for the disk. */
  public void step() {
    if (troubled && watch.now().sinceBoot().compareTo(retryAt) < 0) {
      return;
    }
    try {
      if (waiting.isEmpty()) {
        waiting = Optional.ofNullable(tasks.poll());
      }
      while (waiting.isPresent()) {
        waiting.get().accept(log);
        waiting = Optional.ofNullable(tasks.poll());
      }
      lookAtTheClock();
      recovered();
    } catch (Unkept trouble) {
      retryAt = watch.now().sinceBoot().plus(RETRY);
      if (!troubled) {
        troubled = true;
        tell.accept(
            Sentence.of(
                "Sessions cannot be written down now: {0}. Readings go on; what is not written is"
                    + " remembered until the program ends, and tried again every 10 s.",
                trouble.sentence()));
      }
    }
  }

  /** How much has not been kept yet. Any thread. */
  public int unkept() {
    return tasks.size() + (troubled ? 1 : 0);
  }

  private void recovered() {
    if (troubled) {
      troubled = false;
      tell.accept(Sentence.of("Sessions are written down again; nothing was lost."));
    }
  }

  private void lookAtTheClock() {
    Moment now = watch.now();
    if (!now.quality().good()) {
      return;
    }
    if (fix.map(before -> wasSet(before, now)).orElse(true)) {
      log.clockFixed(now);
      fix = Optional.of(now);
    }
    LocalDate date = now.wall().atZone(zone).toLocalDate();
    if (!today.equals(Optional.of(date))) {
      log.closeDays(date);
      today = Optional.of(date);
    }
  }

  private static boolean wasSet(Moment before, Moment now) {
    Duration off = Duration.between(before.bootWall(), now.bootWall()).abs();
    return off.compareTo(CLOCK_STEP) > 0;
  }
}
