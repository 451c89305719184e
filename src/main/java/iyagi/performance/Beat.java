package iyagi.performance;

import iyagi.time.NanoClock;

/**
 * How much time a tick may count. Time never runs back here, whatever the clock does, and a tick
 * whose predecessor reached the servos late counts no more than has passed since: else a joint
 * would make two ticks' way within one. One thread.
 */
final class Beat {
  /** Sending a pose takes 0.8 ms for eight servos at 400 kHz; a little more is no lateness. */
  private static final double SENDING_SECONDS = 0.003;

  private final NanoClock clock;
  private long last;
  private long sent;
  private double total;

  Beat(NanoClock clock) {
    this.clock = clock;
    last = clock.nanos();
    sent = last;
  }

  /**
   * A tick begins.
   *
   * @return seconds that it may move for, 0 or more
   */
  double begin() {
    long now = clock.nanos();
    double since = Math.max(0, (now - last) / 1e9);
    double sinceSent = Math.max(0, (now - sent) / 1e9);
    last = now;
    total += since;
    return Math.min(since, sinceSent + SENDING_SECONDS);
  }

  /** The servos have been told. */
  void sent() {
    sent = clock.nanos();
  }

  /** Seconds since the first tick. Never runs back. */
  double total() {
    return total;
  }
}
