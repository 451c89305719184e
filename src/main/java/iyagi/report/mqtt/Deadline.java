package iyagi.report.mqtt;

import iyagi.time.NanoClock;
import java.time.Duration;

/**
 * A moment by which something has to be done.
 *
 * @param atNanos on the clock
 */
record Deadline(NanoClock clock, long atNanos) {
  /** So far from now. */
  static Deadline in(NanoClock clock, Duration time) {
    return new Deadline(clock, clock.nanos() + time.toNanos());
  }

  /** Milliseconds that are left, at least 1: to sockets and to Paho, 0 means for ever. */
  int leftMillis() {
    long nanos = atNanos - clock.nanos();
    return Math.clamp(nanos / 1_000_000, 1, Integer.MAX_VALUE);
  }
}
