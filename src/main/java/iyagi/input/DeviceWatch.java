package iyagi.input;

import iyagi.words.Reason;
import iyagi.words.Sentence;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.tinylog.Logger;

/**
 * A device that may be unplugged: opened, used step by step, given back after a loss and tried
 * again until it is there. A loss and a return are told once each. {@link #step()} is one beat; a
 * thread of its own calls it.
 *
 * @param <D> the open device
 * @param <E> what is told
 */
public final class DeviceWatch<D extends Closeable, E> implements AutoCloseable {
  /** How long until a missing device is looked for again. */
  public static final Duration RETRY = Duration.ofSeconds(2);

  /** How long {@link #close} waits for a step that is under way. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /**
   * How one kind of device is opened and used. Called by one thread.
   *
   * @param <D> the open device
   * @param <E> what is told
   */
  public interface Driver<D extends Closeable, E> {
    /**
     * Opens it, or gives everything back that was opened.
     *
     * @throws IOException in a librarian's words, if it is not there
     */
    D open(Consumer<E> tell) throws IOException;

    /**
     * Looks what has happened, for half a second at most, and tells it.
     *
     * @return how long to wait until the next step
     * @throws IOException in a librarian's words, if the device is lost
     */
    Duration step(D device, Consumer<E> tell) throws IOException;

    /** How a loss is told. */
    E lost(Sentence reason);

    /** How a return is told. */
    E back();
  }

  private final String name;
  private final Driver<D, E> driver;
  private final Duration retry;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;
  private Consumer<E> tell = _ -> {};
  private D device;
  private Sentence lostBecause = Sentence.NOTHING;

  /**
   * A device that has not been looked for yet.
   *
   * @param name of the thread
   * @param retry how long until a missing device is looked for again
   */
  public DeviceWatch(String name, Driver<D, E> driver, Duration retry) {
    this.name = name;
    this.driver = driver;
    this.retry = retry;
    thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
  }

  /**
   * Looks for the device and tells, on the thread of this watch.
   *
   * @throws IllegalStateException if it has been started before
   */
  public void start(Consumer<E> listener) {
    listen(listener);
    try {
      thread.start();
    } catch (IllegalThreadStateException before) {
      throw new IllegalStateException(name + " have been started before", before);
    }
  }

  void listen(Consumer<E> listener) {
    tell = event -> tell(listener, event);
  }

  /** A mistake of the listener's costs that one event, not the device. */
  private void tell(Consumer<E> listener, E event) {
    try {
      listener.accept(event);
    } catch (RuntimeException mistake) {
      Logger.error(mistake, "{}: an event could not be dealt with", name);
    }
  }

  private void run() {
    try {
      while (closing.getCount() > 0) {
        Duration pause = step();
        if (closing.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
          return;
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } finally {
      giveBack();
    }
  }

  /**
   * One beat: opens the device if need be, else looks what has happened. Called by the thread of
   * this watch, or by hand where it has not been started but listens.
   *
   * @return how long to wait until the next one
   */
  Duration step() {
    try {
      if (device == null) {
        device = driver.open(tell);
        found();
      }
      return driver.step(device, tell);
    } catch (IOException gone) {
      lose(Reason.of(gone));
    } catch (RuntimeException mistake) {
      Logger.error(mistake, "{}: the driver failed", name);
      lose(Sentence.of("{0}: the driver failed: {1}", name, mistake.toString()));
    }
    return retry;
  }

  private void found() {
    if (!lostBecause.isEmpty()) {
      lostBecause = Sentence.NOTHING;
      tell.accept(driver.back());
    }
  }

  private void lose(Sentence reason) {
    giveBack();
    boolean told = !lostBecause.isEmpty();
    if (!reason.equals(lostBecause)) {
      Logger.warn("{}; looking again every {} s", reason, retry.toSeconds());
    }
    lostBecause = reason;
    if (!told) {
      tell.accept(driver.lost(reason));
    }
  }

  private void giveBack() {
    if (device != null) {
      try {
        device.close();
      } catch (IOException gone) {
        Logger.debug("{}: {}", name, gone.getMessage());
      }
      device = null;
    }
  }

  /** Ends the thread, which gives the device back. May be called twice, and by the listener. */
  @Override
  public void close() {
    closing.countDown();
    if (Thread.currentThread() == thread) {
      return;
    }
    try {
      if (!thread.join(PATIENCE)) {
        Logger.warn("{}: the device is busy and is given back later", name);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (IllegalThreadStateException neverStarted) {
      Logger.debug("{}: closed before it was started", name);
    }
  }
}
