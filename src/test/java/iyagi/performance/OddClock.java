package iyagi.performance;

import iyagi.time.NanoClock;

/** A clock that may be set to anything, against all promises. */
final class OddClock implements NanoClock {
  private volatile long nanos = 1_000_000_000L;

  @Override
  public long nanos() {
    return nanos;
  }

  void set(long now) {
    nanos = now;
  }

  void pass(double seconds) {
    set(nanos + Math.round(seconds * 1e9));
  }
}
