package iyagi.performance;

import iyagi.time.NanoClock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Calls a step at a steady rate on a thread of its own, to absolute deadlines; beats it has missed
 * are left out.
 */
public final class Metronome implements AutoCloseable {
  private final Thread thread;
  private final NanoClock clock;
  private final long periodNanos;
  private volatile boolean running = true;
  private volatile long worstNanos;

  /** Starts at once. */
  public Metronome(String name, Duration period, NanoClock clock, Runnable step) {
    this.clock = clock;
    periodNanos = period.toNanos();
    thread = Thread.ofPlatform().name(name).daemon().start(() -> run(step));
  }

  private void run(Runnable step) {
    long next = clock.nanos();
    while (running) {
      step.run();
      next += periodNanos;
      long now = clock.nanos();
      if (now - next > 0) {
        next += (now - next) / periodNanos * periodNanos;
      }
      while (running && next - clock.nanos() > 0) {
        LockSupport.parkNanos(next - clock.nanos());
      }
      worstNanos = Math.max(worstNanos, clock.nanos() - next);
    }
  }

  /** How late the latest beat so far was. */
  public Duration worstLateness() {
    return Duration.ofNanos(worstNanos);
  }

  /** Ends the beats and waits for the last one. */
  @Override
  public void close() {
    running = false;
    LockSupport.unpark(thread);
    try {
      thread.join(1_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
