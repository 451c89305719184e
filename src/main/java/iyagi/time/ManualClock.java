package iyagi.time;

import java.time.Duration;

/** A clock that stands still until it is told to go on: for rehearsals and tests. */
public final class ManualClock implements NanoClock {
  private volatile long nanos;

  /** Moves the clock on. Only one thread may call this. */
  @SuppressWarnings("NonAtomicVolatileUpdate")
  public void advance(Duration by) {
    if (by.isNegative()) {
      throw new IllegalArgumentException("a clock does not run backwards: " + by);
    }
    nanos += by.toNanos();
  }

  @Override
  public long nanos() {
    return nanos;
  }
}
