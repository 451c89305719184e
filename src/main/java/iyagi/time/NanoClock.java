package iyagi.time;

/** Monotonic time. Wall time moves when the network sets it, so nothing is timed with that. */
@FunctionalInterface
public interface NanoClock {
  /** Nanoseconds from an arbitrary origin. Never runs backwards. Any thread. */
  long nanos();

  /** The machine's own clock. */
  static NanoClock system() {
    return System::nanoTime;
  }
}
