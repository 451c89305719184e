package iyagi.report;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt. Full jitter: a random time below a bound that doubles,
 * so that a thousand robots that lost the same broker do not come back in one moment (M. Brooker,
 * "Exponential Backoff And Jitter", AWS Architecture Blog, 2015). One thread.
 */
public final class Backoff {
  private static final int MOST_DOUBLINGS = 9;
  private static final int SHORT_LIVES = 3;

  private final Tempo tempo;
  private final RandomGenerator random;
  private int failures;
  private int shortLives;

  /** Without a failure so far. */
  public Backoff(Tempo tempo, RandomGenerator random) {
    this.tempo = tempo;
    this.random = random;
  }

  /** Before the very first attempt, or after the server was away: a random part of the spread. */
  public Duration spread() {
    return upTo(tempo.spread());
  }

  /** After an attempt that failed. */
  public Duration after(Uplink.Cause cause) {
    return switch (cause) {
      case NETWORK -> growing();
      case REFUSED, CERTIFICATE, SETTINGS -> slow();
    };
  }

  /**
   * After a link that was lost.
   *
   * @param lived how long it was up
   */
  public Duration afterLink(Duration lived) {
    if (lived.compareTo(tempo.stable()) >= 0) {
      failures = 0;
      shortLives = 0;
    } else if (lived.compareTo(tempo.stable().dividedBy(2)) < 0) {
      shortLives++;
    }
    return contested() ? slow() : growing();
  }

  /**
   * Whether links are lost again and again soon after they were made, as by a second robot of the
   * name.
   */
  public boolean contested() {
    return shortLives >= SHORT_LIVES;
  }

  private Duration growing() {
    Duration bound = tempo.firstBackoff().multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
    failures++;
    return upTo(bound.compareTo(tempo.longestBackoff()) > 0 ? tempo.longestBackoff() : bound);
  }

  private Duration slow() {
    return tempo.slow().plus(upTo(tempo.slow().multipliedBy(2)));
  }

  private Duration upTo(Duration most) {
    return Duration.ofNanos(random.nextLong(most.toNanos() + 1));
  }
}
