package iyagi.input.sim;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.tinylog.Logger;

/** Tells events on a thread of its own, in the order in which they happened. */
final class Teller<E> implements AutoCloseable {
  private final BlockingQueue<Optional<E>> happened = new LinkedBlockingQueue<>();
  private final String name;
  private final Thread thread;
  private Consumer<E> listener = _ -> {};

  Teller(String name) {
    this.name = name;
    thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
  }

  void start(Consumer<E> listener) {
    this.listener = listener;
    try {
      thread.start();
    } catch (IllegalThreadStateException before) {
      throw new IllegalStateException(name + " have been started before", before);
    }
  }

  void tell(E event) {
    happened.add(Optional.of(event));
  }

  private void run() {
    try {
      for (Optional<E> next = happened.take(); next.isPresent(); next = happened.take()) {
        deliver(next.get());
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void deliver(E event) {
    try {
      listener.accept(event);
    } catch (RuntimeException mistake) {
      Logger.error(mistake, "{}: an event could not be dealt with", name);
    }
  }

  /** What has happened before is still told. */
  @Override
  public void close() {
    happened.add(Optional.empty());
    if (thread.isAlive() && Thread.currentThread() != thread) {
      try {
        thread.join();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
