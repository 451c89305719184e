package iyagi.service;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Whose turn it is at the speech engine, of those who listen in browsers: one at a time, in the
 * order in which they asked, and nobody while the robot reads. Any thread.
 */
public final class Turns {
  /** A browser waits so long; the slowest robot makes a sentence in a few seconds. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final BooleanSupplier free;
  private final Semaphore turn = new Semaphore(1, true);

  /**
   * Nobody's turn yet.
   *
   * @param free whether nobody is read to
   */
  public Turns(BooleanSupplier free) {
    this.free = free;
  }

  /**
   * Waits for a turn.
   *
   * @return why there is none; empty if it is the caller's, who has to give it back
   * @throws InterruptedException if this thread is to end
   */
  Optional<Audition.Wait> take() throws InterruptedException {
    if (!free.getAsBoolean()) {
      return Optional.of(Audition.Wait.ROBOT_READS);
    }
    if (!turn.tryAcquire(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
      return Optional.of(Audition.Wait.OTHERS_FIRST);
    }
    if (!free.getAsBoolean()) {
      turn.release();
      return Optional.of(Audition.Wait.ROBOT_READS);
    }
    return Optional.empty();
  }

  /** The turn is over. */
  void giveBack() {
    turn.release();
  }
}
