package iyagi.console;

import io.helidon.http.sse.SseEvent;
import iyagi.service.Steps;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/**
 * What happens, as events for every browser that watches. One thread looks at the robot 25 times a
 * second while somebody watches, writes each event once, and hands it to each watcher's own queue;
 * it waits for none of them. The threads that read and move know nothing of it.
 */
final class Broadcast implements AutoCloseable {
  /** Who is told. */
  enum Audience {
    /** Those who have signed in. */
    LIBRARIANS,
    /** A wall screen. */
    EVERYBODY
  }

  /**
   * One event.
   *
   * @param topic its name in the browser
   * @param value written as JSON
   * @param audience everybody, or librarians only
   */
  record Event(String topic, Object value, Audience audience) {}

  /** Turns what is seen of the robot into events. One thread. */
  interface Eye {
    /** What has changed since the last look. */
    List<Event> look();

    /** What somebody has to know who begins to watch now. */
    List<Event> all();
  }

  static final Duration BEAT = Duration.ofMillis(40);
  private static final int MOST_WATCHERS = 120;
  private static final int MOST_WAITING = 200;
  private static final long HEARTBEAT_SECONDS = 10;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Eye eye;
  private final Map<String, Event> standing = new ConcurrentHashMap<>();
  private final BlockingQueue<Event> told = new ArrayBlockingQueue<>(1_000);
  private final List<Watcher> watchers = new CopyOnWriteArrayList<>();
  private final Semaphore places = new Semaphore(MOST_WATCHERS);
  private final Semaphore watched = new Semaphore(0);
  private final Steps steps;

  Broadcast(Eye eye) {
    this.eye = eye;
    steps = new Steps("broadcast", this::await);
  }

  /**
   * Tells librarians something that is not seen at the robot. The latest of each topic is also told
   * to whoever begins to watch later. Any thread; never waits.
   */
  void tell(String topic, Object value) {
    Event event = new Event(topic, value, Audience.LIBRARIANS);
    standing.put(topic, event);
    told.offer(event);
  }

  /**
   * Begins to watch.
   *
   * @param still asked now and then whether this browser may go on
   * @return nothing if too many watch already
   */
  Optional<Watcher> watch(Audience audience, BooleanSupplier still) {
    if (!places.tryAcquire()) {
      return Optional.empty();
    }
    Watcher watcher = new Watcher(audience, still, Thread.currentThread());
    watchers.add(watcher);
    watched.release();
    return Optional.of(watcher);
  }

  private void await(Duration most) throws InterruptedException {
    if (watchers.isEmpty()) {
      watched.tryAcquire(most.toNanos(), TimeUnit.NANOSECONDS);
    } else {
      TimeUnit.NANOSECONDS.sleep(BEAT.toNanos());
    }
    if (!watchers.isEmpty()) {
      beat();
    }
  }

  /** One look, handed to all. */
  void beat() {
    List<Event> events = new ArrayList<>(eye.look());
    told.drainTo(events);
    List<Written> written = events.stream().map(Written::of).toList();
    for (Watcher watcher : watchers) {
      if (watcher.fresh) {
        watcher.fresh = false;
        List<Event> all = new ArrayList<>(eye.all());
        all.addAll(standing.values());
        all.stream().map(Written::of).forEach(watcher::offer);
      } else {
        written.forEach(watcher::offer);
      }
    }
  }

  private record Written(String topic, String json, Audience audience) {
    static Written of(Event event) {
      return new Written(event.topic, JSON.writeValueAsString(event.value), event.audience);
    }
  }

  /** Ends every stream. */
  @Override
  public void close() {
    steps.close();
    watchers.forEach(Watcher::drop);
  }

  /** One browser. */
  final class Watcher implements AutoCloseable {
    private final Audience audience;
    private final BooleanSupplier still;
    private final Thread thread;
    private final BlockingQueue<Written> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private volatile boolean gone;

    /** Written by the broadcast's thread only. */
    private boolean fresh = true;

    private Watcher(Audience audience, BooleanSupplier still, Thread thread) {
      this.audience = audience;
      this.still = still;
      this.thread = thread;
    }

    private void offer(Written event) {
      boolean mine = audience == Audience.LIBRARIANS || event.audience == Audience.EVERYBODY;
      if (mine && !waiting.offer(event)) {
        drop();
      }
    }

    /**
     * A browser that does not take what it is sent is let go; it comes back by itself if it lives.
     */
    private void drop() {
      gone = true;
      watchers.remove(this);
      thread.interrupt();
    }

    /** Sends what comes, on the thread of the request, until the browser or the robot goes away. */
    void follow(Consumer<SseEvent> send) {
      send.accept(
          SseEvent.builder().reconnectDelay(Duration.ofSeconds(2)).comment("iyagi").build());
      try {
        while (!gone) {
          Written event = waiting.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
          if (event != null) {
            send.accept(SseEvent.builder().name(event.topic).data(event.json).build());
          } else if (still.getAsBoolean()) {
            send.accept(SseEvent.builder().comment("here").build());
          } else {
            gone = true;
          }
        }
      } catch (InterruptedException dropped) {
        gone = true;
      }
    }

    @Override
    public void close() {
      watchers.remove(this);
      places.release();
    }
  }
}
