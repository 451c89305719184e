package iyagi.bench;

import iyagi.performance.MotionLoop;
import iyagi.time.NanoClock;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;

/**
 * Notes how late each beat comes after its deadline. One thread beats; read after {@link #done}.
 */
final class Beats {
  private static final long PERIOD_NANOS = MotionLoop.PERIOD.toNanos();

  private static final long EARLY_NANOS = 1_000_000;

  /** Opened with the last beat. */
  final CountDownLatch done = new CountDownLatch(1);

  private final NanoClock clock = NanoClock.system();
  private final long[] late;
  private int count;
  private long deadline;
  private int missed;

  Beats(int beats) {
    late = new long[beats];
  }

  /**
   * To be called first thing in a beat. It serves every deadline that has passed and is as late as
   * the first of them; one that makes up for a deadline served already is not counted.
   */
  void beat() {
    long now = clock.nanos();
    if (count == late.length) {
      done.countDown();
      return;
    }
    if (count == 0) {
      deadline = now;
    }
    if (now - deadline < -EARLY_NANOS) {
      return;
    }
    late[count++] = now - deadline;
    long more = Math.max(0, now - deadline) / PERIOD_NANOS;
    missed += (int) more;
    deadline += (more + 1) * PERIOD_NANOS;
  }

  /**
   * How many deadlines passed without a beat of their own, or only with one that made up for it.
   */
  int missed() {
    return missed;
  }

  Spread spread() {
    return new Spread(Arrays.copyOf(late, count));
  }
}
