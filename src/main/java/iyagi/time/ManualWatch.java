package iyagi.time;

import java.time.Duration;
import java.time.Instant;

/** A watch that is set by hand, in step with a {@link ManualClock}: for rehearsals and tests. */
public final class ManualWatch implements Watch {
  private final NanoClock clock;
  private volatile Moment at;
  private volatile long atNanos;

  /** A watch that shows a moment now and goes on with a clock. */
  public ManualWatch(NanoClock clock, Moment at) {
    this.clock = clock;
    set(at);
  }

  /** Sets it, as a power-on or the network does. */
  public void set(Moment moment) {
    atNanos = clock.nanos();
    at = moment;
  }

  /** The network sets the wall clock. */
  public void synchronise(Instant wall) {
    Moment now = now();
    set(new Moment(now.boot(), now.sinceBoot(), wall, ClockQuality.NTP));
  }

  @Override
  public Moment now() {
    Duration since = Duration.ofNanos(clock.nanos() - atNanos);
    return new Moment(at.boot(), at.sinceBoot().plus(since), at.wall().plus(since), at.quality());
  }
}
