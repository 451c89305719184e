package iyagi.console;

import iyagi.time.NanoClock;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often a PIN or code may be tried: five times at once, then with a pause that doubles with
 * every wrong one, per address and for the whole robot. The pause ends by itself, so nobody is
 * locked out for ever. Any thread.
 */
final class Attempts {
  /** So many wrong ones are free. */
  static final int FREE = 5;

  /** So many from all addresses together. */
  static final int FREE_FOR_ALL = 20;

  private static final Duration FIRST = Duration.ofSeconds(2);
  private static final Duration LONGEST_OWN = Duration.ofMinutes(5);
  private static final Duration LONGEST_ROBOT = Duration.ofSeconds(60);
  private static final Duration FORGOTTEN = Duration.ofMinutes(30);
  private static final int MOST_KEPT = 1_000;

  /**
   * Who tries.
   *
   * @param key of an address or a browser
   * @param known a browser that has shown the PIN before: a storm of strangers does not stop it
   */
  record Who(String key, boolean known) {
    /** A browser that has shown the PIN before. */
    static Who browser(String cookie) {
      return new Who("browser " + cookie, true);
    }

    /** One home or phone has 2^64 addresses of version 6, so the first half stands for all. */
    static Who stranger(InetAddress from) {
      byte[] bytes = from.getAddress();
      byte[] near = from instanceof Inet6Address ? Arrays.copyOf(bytes, 8) : bytes;
      return new Who(Arrays.toString(near), false);
    }
  }

  private record Wrong(int count, long lastNanos) {}

  private final NanoClock clock;
  private final Map<String, Wrong> tries = new LinkedHashMap<>();
  private Wrong robot;

  Attempts(NanoClock clock) {
    this.clock = clock;
    robot = new Wrong(0, clock.nanos());
  }

  /**
   * A try: counts as wrong from its beginning, so that many at once are not free.
   *
   * @return how long to wait first, and then it was no try; zero if it may now
   */
  synchronized Duration begin(Who who) {
    Duration wait = left(who);
    if (wait.isZero()) {
      count(who);
    }
    return wait;
  }

  private Duration left(Who who) {
    Wrong here = tries.getOrDefault(who.key, new Wrong(0, clock.nanos()));
    Duration own = left(here, FREE, LONGEST_OWN);
    Duration all = who.known ? Duration.ZERO : left(robot, FREE_FOR_ALL, LONGEST_ROBOT);
    return own.compareTo(all) > 0 ? own : all;
  }

  private void count(Who who) {
    Wrong before = tries.remove(who.key);
    if (tries.size() >= MOST_KEPT) {
      tries.remove(tries.keySet().iterator().next());
    }
    tries.put(who.key, next(before));
    if (!who.known) {
      robot = next(robot);
    }
  }

  /** It was right. */
  synchronized void right(Who who) {
    tries.remove(who.key);
    if (!who.known) {
      robot = new Wrong(Math.max(0, robot.count - 1), robot.lastNanos);
    }
  }

  private Wrong next(Wrong before) {
    long now = clock.nanos();
    boolean forgotten = before == null || now - before.lastNanos > FORGOTTEN.toNanos();
    return new Wrong(forgotten ? 1 : before.count + 1, now);
  }

  private Duration left(Wrong wrong, int free, Duration longest) {
    long since = clock.nanos() - wrong.lastNanos;
    if (wrong.count < free || since > FORGOTTEN.toNanos()) {
      return Duration.ZERO;
    }
    int doublings = Math.min(wrong.count - free, 20);
    long pause = Math.min(FIRST.toNanos() << doublings, longest.toNanos());
    return Duration.ofNanos(Math.max(0, pause - since));
  }
}
