package iyagi.report.mqtt;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import iyagi.report.LinkEvent;
import iyagi.report.Message;
import iyagi.report.Uplink.Terms;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A mailbox that tests look into, and what they send. */
public final class Letters implements Consumer<LinkEvent> {
  private static final long PATIENCE_SECONDS = 20;

  private final BlockingQueue<LinkEvent> queue = new LinkedBlockingQueue<>();

  @Override
  public void accept(LinkEvent event) {
    queue.add(event);
  }

  /** The next event, which must be of this type. */
  public <T extends LinkEvent> T next(Class<T> type) {
    try {
      LinkEvent event = queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      assertNotNull(event, "no " + type.getSimpleName() + " has come");
      return assertInstanceOf(type, event, event.toString());
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  /** The first event of this type; others wait for their turn. */
  public <T extends LinkEvent> T find(Class<T> type) {
    List<LinkEvent> others = new ArrayList<>();
    try {
      while (true) {
        LinkEvent event = queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertNotNull(event, () -> "no " + type.getSimpleName() + " has come, but " + others);
        if (type.isInstance(event)) {
          others.addAll(rest());
          queue.addAll(others);
          return type.cast(event);
        }
        others.add(event);
      }
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  /** Whether the next event comes within a time and is the loss of the connection. */
  public boolean lostWithin(Duration time) {
    try {
      return queue.poll(time.toMillis(), TimeUnit.MILLISECONDS) instanceof LinkEvent.Lost;
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  /** What has come and was not asked for. */
  public List<LinkEvent> rest() {
    List<LinkEvent> rest = new ArrayList<>();
    queue.drainTo(rest);
    return rest;
  }

  /** A message with QoS 1. */
  public static Message message(String topic, String body) {
    return new Message(
        topic, body.getBytes(StandardCharsets.UTF_8), 1, false, Message.Properties.PLAIN);
  }

  /** Terms that let a test end soon. */
  public static Terms terms(String clientId, String... filters) {
    return new Terms(
        clientId,
        Duration.ofHours(1),
        Duration.ofSeconds(30),
        Duration.ofSeconds(15),
        Optional.empty(),
        Duration.ZERO,
        20,
        List.of(filters),
        false);
  }

  /** The same with another patience. */
  public static Terms patient(Terms terms, Duration patience) {
    return new Terms(
        terms.clientId(),
        terms.sessionExpiry(),
        terms.keepAlive(),
        patience,
        terms.will(),
        terms.willDelay(),
        terms.receiveMaximum(),
        terms.filters(),
        terms.manual());
  }
}
