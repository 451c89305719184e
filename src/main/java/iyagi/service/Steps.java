package iyagi.service;

import java.time.Duration;

/** A thread that does one step after the other until it is closed, and one thing at its end. */
public final class Steps implements AutoCloseable {
  private static final Duration MOST = Duration.ofMillis(250);
  private static final long LAST_MILLIS = 4_000;

  /** A step that may wait. */
  public interface Step {
    void await(Duration most) throws InterruptedException;
  }

  private final Thread thread;
  private volatile boolean open = true;

  /** Begins at once, on a thread of that name. */
  public Steps(String name, Step step) {
    this(name, step, () -> {});
  }

  /**
   * As {@link #Steps(String, Step)}.
   *
   * @param last is done on the same thread when no more steps follow
   */
  public Steps(String name, Step step, Runnable last) {
    thread = Thread.ofPlatform().name(name).daemon().start(() -> run(step, last));
  }

  /** Nothing to do. */
  public static Steps none() {
    Steps none = new Steps("nothing", _ -> {});
    none.open = false;
    return none;
  }

  private void run(Step step, Runnable last) {
    try {
      while (open) {
        step.await(MOST);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      last.run();
    }
  }

  /** Ends after the step that is being done, and waits a little for it. */
  @Override
  public void close() {
    open = false;
    try {
      thread.join(LAST_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
