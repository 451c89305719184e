package iyagi.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * For a command that goes on until the program is asked to end (Ctrl-C, or SIGTERM from systemd).
 * While it is open, being asked makes the command close what it has open; when this is closed, too,
 * the program ends with the command's own exit code. By itself Java would end it with 143, which
 * looks like a failure.
 */
final class Goodbye implements AutoCloseable {
  /** Less than systemd waits (TimeoutStopSec). */
  private static final long MOST_SECONDS = 15;

  private final Runnable ask;
  private volatile int code = Exit.PROBLEM;
  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread onEnd = Thread.ofPlatform().name("goodbye").unstarted(this::end);

  /** The thread that makes it is interrupted. */
  Goodbye() {
    this(Thread.currentThread()::interrupt);
  }

  /**
   * As {@link #Goodbye()}.
   *
   * @param ask is done instead, on a thread of its own
   */
  Goodbye(Runnable ask) {
    this.ask = ask;
    Runtime.getRuntime().addShutdownHook(onEnd);
  }

  /** Notes with what the program is to end, and gives it back. */
  int endsWith(int exitCode) {
    code = exitCode;
    return exitCode;
  }

  private void end() {
    ask.run();
    try {
      if (done.await(MOST_SECONDS, TimeUnit.SECONDS)) {
        Runtime.getRuntime().halt(code);
      }
      System.err.println("Not everything could be closed in time.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Everything is closed and said. */
  @Override
  public void close() {
    done.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(onEnd);
    } catch (IllegalStateException ending) {
      // the program ends already
    }
  }
}
