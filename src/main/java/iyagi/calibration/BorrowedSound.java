package iyagi.calibration;

import iyagi.performance.SoundGuest;
import iyagi.time.NanoClock;
import java.time.Duration;
import java.util.Optional;

/**
 * One sound out of the loudspeaker of the robot in service. It ends by itself: after its time, and
 * where nobody gives a sign of life. The player feeds it; the rest is for any thread.
 */
final class BorrowedSound implements SoundGuest {
  /** Why it has ended. */
  enum Ending {
    /** Somebody has stopped it. */
    STOPPED,
    /** Its time is over. */
    OVER,
    /** Nobody was there any more. */
    ALONE,
    /** Something is read, or somebody has halted. */
    TAKEN
  }

  private final Speaker speaker;
  private final NanoClock clock;
  private final Duration most;
  private final Duration patience;
  private final long begunNanos;
  private volatile long aliveNanos;
  private volatile Optional<Ending> ending = Optional.empty();

  /**
   * Begun.
   *
   * @param speaker that has been told what to play, and that nobody else feeds
   * @param most it sounds so long
   * @param patience and so long after a sign of life
   */
  BorrowedSound(Speaker speaker, NanoClock clock, Duration most, Duration patience) {
    this.speaker = speaker;
    this.clock = clock;
    this.most = most;
    this.patience = patience;
    begunNanos = clock.nanos();
    aliveNanos = begunNanos;
  }

  @Override
  public boolean feed() {
    long now = clock.nanos();
    if (now - begunNanos >= most.toNanos()) {
      end(Ending.OVER);
    } else if (now - aliveNanos >= patience.toNanos()) {
      end(Ending.ALONE);
    }
    if (ending.isPresent()) {
      return false;
    }
    speaker.feed();
    return true;
  }

  @Override
  public void taken() {
    end(Ending.TAKEN);
  }

  /** Silence from the player's next step on. */
  void stop() {
    end(Ending.STOPPED);
  }

  private synchronized void end(Ending why) {
    ending = ending.or(() -> Optional.of(why));
  }

  /** Why it has ended; empty while it sounds. */
  Optional<Ending> ending() {
    return ending;
  }

  /** Somebody is there. */
  void alive() {
    aliveNanos = clock.nanos();
  }

  /** Seconds of it that have been heard; NaN before, and when it has ended. */
  double seconds() {
    return ending.isPresent() ? Double.NaN : speaker.seconds();
  }
}
