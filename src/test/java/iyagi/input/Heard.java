package iyagi.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A listener that remembers what it was told, and on which threads. */
public final class Heard<E> implements Consumer<E> {
  private final BlockingQueue<E> events = new LinkedBlockingQueue<>();
  private final BlockingQueue<Thread> threads = new LinkedBlockingQueue<>();

  @Override
  public void accept(E event) {
    threads.add(Thread.currentThread());
    events.add(event);
  }

  /** The next event, waited for as long as a busy machine may need. */
  public E next() {
    try {
      E event = events.poll(30, TimeUnit.SECONDS);
      assertNotNull(event, "nothing was told");
      return event;
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  /** The next event has to be of this kind. */
  public <K> K next(Class<K> kind) {
    return assertInstanceOf(kind, next());
  }

  /** The next event has to be this one. */
  public void expect(E event) {
    assertEquals(event, next());
  }

  /** What has not been asked for yet. */
  public List<E> rest() {
    List<E> rest = new ArrayList<>();
    events.drainTo(rest);
    return rest;
  }

  /** The threads it was told on, each once. */
  public List<Thread> threads() {
    return threads.stream().distinct().toList();
  }
}
