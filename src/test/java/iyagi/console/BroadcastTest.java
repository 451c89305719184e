package iyagi.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.helidon.http.sse.SseEvent;
import iyagi.console.Broadcast.Audience;
import iyagi.console.Broadcast.Event;
import iyagi.console.Broadcast.Watcher;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is told what, and that nobody waits for anybody. */
final class BroadcastTest {
  /** Sees one thing more at every look. */
  private static final class Counting implements Broadcast.Eye {
    private int looks;

    @Override
    public List<Event> look() {
      looks++;
      return List.of(
          new Event("secret", looks, Audience.LIBRARIANS),
          new Event("line", looks, Audience.EVERYBODY));
    }

    @Override
    public List<Event> all() {
      return List.of(new Event("state", "all", Audience.EVERYBODY));
    }
  }

  private final Broadcast broadcast = new Broadcast(new Counting());

  @AfterEach
  void close() {
    broadcast.close();
  }

  /** What a watcher is sent until it has been sent so many events. */
  private List<String> sent(Audience audience, int count) throws InterruptedException {
    LinkedBlockingQueue<String> events = new LinkedBlockingQueue<>();
    Thread thread =
        Thread.ofVirtual()
            .start(
                () -> {
                  try (Watcher watcher = broadcast.watch(audience, () -> true).orElseThrow()) {
                    watcher.follow(event -> name(event, events));
                  }
                });
    List<String> names = new ArrayList<>();
    while (names.size() < count) {
      String name = events.poll(10, TimeUnit.SECONDS);
      assertTrue(name != null, "nothing more after " + names);
      names.add(name);
    }
    thread.interrupt();
    thread.join();
    return names;
  }

  private static void name(SseEvent event, LinkedBlockingQueue<String> into) {
    event.name().ifPresent(into::add);
  }

  @Test
  void whoComesLaterIsFirstToldHowThingsStandAndTheLatestOfEachTopic() throws InterruptedException {
    broadcast.tell("shelf", 1);
    broadcast.tell("shelf", 2);
    List<String> first = sent(Audience.LIBRARIANS, 3);
    assertEquals("state", first.getFirst());
    assertEquals(1, first.stream().filter("shelf"::equals).count());
  }

  @Test
  void aWallScreenIsToldNothingThatIsForLibrarians() throws InterruptedException {
    broadcast.tell("shelf", 1);
    List<String> told = sent(Audience.EVERYBODY, 6);
    assertEquals(List.of("state", "line", "line", "line", "line", "line"), told);
  }

  @Test
  void aWatcherThatTakesNothingIsLetGoAndTheOthersAreTold() throws InterruptedException {
    CountDownLatch letGo = new CountDownLatch(1);
    Thread deaf =
        Thread.ofVirtual()
            .start(
                () -> {
                  try (Watcher watcher =
                      broadcast.watch(Audience.EVERYBODY, () -> true).orElseThrow()) {
                    watcher.follow(BroadcastTest::never);
                  } finally {
                    letGo.countDown();
                  }
                });
    while (deaf.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    for (int i = 0; i < 300; i++) {
      broadcast.beat();
    }
    assertTrue(letGo.await(10, TimeUnit.SECONDS), "it still holds its place");
    assertEquals(2, sent(Audience.EVERYBODY, 2).size());
  }

  /** A browser whose connection is full. */
  private static void never(SseEvent event) {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the connection was closed", interrupted);
    }
  }
}
