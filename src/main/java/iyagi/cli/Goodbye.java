package iyagi.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * While it is open, Ctrl-C interrupts the thread that made it, and the program ends when that
 * thread has closed it, or a little later.
 */
final class Goodbye implements AutoCloseable {
  private static final long MOST_SECONDS = 20;

  private final Thread worker = Thread.currentThread();
  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread onEnd = Thread.ofPlatform().unstarted(this::end);

  Goodbye() {
    Runtime.getRuntime().addShutdownHook(onEnd);
  }

  private void end() {
    worker.interrupt();
    try {
      if (!done.await(MOST_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("Not everything could be closed in time.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

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
