package iyagi.bench;

import java.util.Arrays;
import java.util.Locale;

/** Many measurements of one thing, in nanoseconds. */
final class Spread {
  private final long[] sorted;

  Spread(long[] nanos) {
    sorted = nanos.clone();
    Arrays.sort(sorted);
  }

  int count() {
    return sorted.length;
  }

  /** The value that a share of all measurements does not pass, by the nearest rank. */
  double millis(double share) {
    int rank = (int) Math.ceil(share * sorted.length);
    return sorted[Math.clamp(rank - 1, 0, sorted.length - 1)] / 1e6;
  }

  /** Percentiles in milliseconds. */
  String text() {
    return String.format(
        Locale.ROOT,
        "p50 %.3f, p99 %.3f, p99.9 %.3f, max %.3f ms (n = %d)",
        millis(0.5),
        millis(0.99),
        millis(0.999),
        millis(1),
        count());
  }
}
