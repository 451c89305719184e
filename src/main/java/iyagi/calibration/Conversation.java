package iyagi.calibration;

import iyagi.time.NanoClock;
import java.util.function.Consumer;

/**
 * Between a person's lines and the bench: a line is taken when nothing moves any more, {@code off}
 * at once. One thread calls {@link #step()}; lines may come from any.
 */
public final class Conversation implements Talk {
  private final Calibrating calibrating;
  private final Bench bench;
  private final Clicks clicks;
  private final NanoClock clock;
  private final Consumer<Say> tell;
  private final Inputs inputs = new Inputs();
  private long lastNanos;

  /** A conversation that has not begun. */
  public Conversation(
      Calibrating calibrating,
      Bench bench,
      Speakers speakers,
      NanoClock clock,
      Consumer<Say> tell) {
    this.calibrating = calibrating;
    this.bench = bench;
    clicks = new Clicks(speakers, calibrating::tapped, calibrating::noClicks);
    this.clock = clock;
    this.tell = tell;
    lastNanos = clock.nanos();
  }

  @Override
  public void begin() {
    calibrating.begin().forEach(tell);
  }

  /** {@code off} goes before all others, which are forgotten. */
  @Override
  public void typed(String line) {
    inputs.typed(line);
    if (Inputs.off(line)) {
      bench.cut();
    }
  }

  @Override
  public void hungUp() {
    inputs.hungUp();
  }

  @Override
  public boolean over() {
    return calibrating.over();
  }

  @Override
  public void step() {
    long now = clock.nanos();
    double seconds = (now - lastNanos) / 1e9;
    lastNanos = now;
    boolean off = inputs.offIsNext();
    if (!off) {
      calibrating.pass(seconds, bench.seen()).forEach(tell);
    }
    if (off || calibrating.ready()) {
      take();
    }
    bench.order(calibrating.order());
    clicks.step(calibrating.order()).forEach(tell);
  }

  private void take() {
    inputs.take(line -> calibrating.read(line).forEach(tell), calibrating::hungUp);
  }
}
