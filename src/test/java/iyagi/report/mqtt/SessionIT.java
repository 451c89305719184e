package iyagi.report.mqtt;

import static iyagi.report.mqtt.Letters.message;
import static iyagi.report.mqtt.Letters.terms;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.report.Link;
import iyagi.report.LinkEvent.Acknowledged;
import iyagi.report.LinkEvent.Arrived;
import iyagi.report.LinkEvent.Failed;
import iyagi.report.LinkEvent.Lost;
import iyagi.report.Message;
import iyagi.report.Uplink.Terms;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the broker remembers of a robot from one link to the next. */
final class SessionIT {
  private static Broker broker;
  private static PahoUplink uplink;

  private final Letters letters = new Letters();

  @BeforeAll
  static void start() {
    broker = Broker.with();
    uplink = new PahoUplink(broker.address());
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void theBrokerKeepsWhatComesWhileNobodyIsConnected() {
    uplink.open(terms("away", "post/away"), letters).close();
    try (Link other = uplink.open(terms("sender"), letters)) {
      other.publish(1, message("post/away", "come back"));
      assertEquals(new Acknowledged(1, 0), letters.next(Acknowledged.class));
    }
    Letters back = new Letters();
    try (Link _ = uplink.open(terms("away", "post/away"), back)) {
      assertEquals("come back", back.find(Arrived.class).message().text());
    }
  }

  @Test
  void withManualTermsTheBrokerWaitsForEachAcknowledgement() {
    Terms one = terms("by-hand", "hand");
    Terms manual =
        new Terms(
            one.clientId(),
            one.sessionExpiry(),
            one.keepAlive(),
            one.patience(),
            one.will(),
            one.willDelay(),
            1,
            one.filters(),
            true);
    try (Link link = uplink.open(manual, letters)) {
      link.publish(1, message("hand", "first"));
      link.publish(2, message("hand", "second"));
      letters.find(Acknowledged.class);
      letters.find(Acknowledged.class);
      Arrived first = letters.find(Arrived.class);
      assertEquals("first", first.message().text());
      // Without acknowledgement it passes the second one, which must wait.
      link.publish(3, new Message("hand", new byte[0], 0, false, Message.Properties.PLAIN));
      assertEquals("", letters.find(Arrived.class).message().text());
      link.acknowledge(first);
      assertEquals("second", letters.find(Arrived.class).message().text());
    }
    Letters again = new Letters();
    try (Link link = uplink.open(manual, again)) {
      Arrived second = again.find(Arrived.class);
      assertEquals("second", second.message().text());
      link.acknowledge(second);
    }
  }

  @Test
  void whatTheMailboxThrowsOutIsNotAcknowledgedAndComesAgain() {
    CountDownLatch thrown = new CountDownLatch(1);
    try (Link link =
        uplink.open(
            terms("throws", "poison"),
            event -> {
              if (event instanceof Arrived) {
                thrown.countDown();
                throw new IllegalStateException("a test's mailbox takes nothing");
              }
              letters.accept(event);
            })) {
      link.publish(1, message("poison", "bad"));
      await(thrown);
      // The link lives on.
      link.publish(2, message("nobody/listens", "1"));
      letters.find(Acknowledged.class);
      letters.find(Acknowledged.class);
    }
    Letters later = new Letters();
    try (Link _ = uplink.open(terms("throws", "poison"), later)) {
      assertEquals("bad", later.find(Arrived.class).message().text());
    }
  }

  @Test
  void aSecondClientWithTheSameIdEndsTheFirst() {
    try (Link first = uplink.open(terms("twin"), letters);
        Link _ = uplink.open(terms("twin"), new Letters())) {
      letters.next(Lost.class);
      first.publish(1, message("late", "1"));
      assertEquals(1, letters.next(Failed.class).ticket());
    }
    assertEquals(List.of(), letters.rest());
  }

  @Test
  void theWillIsSentWithoutAGoodbyeAndForgottenWithOne() {
    Letters watching = new Letters();
    Terms plain = terms("mortal");
    Terms withWill =
        new Terms(
            plain.clientId(),
            plain.sessionExpiry(),
            plain.keepAlive(),
            plain.patience(),
            Optional.of(message("will", "lost")),
            Duration.ZERO,
            20,
            List.of(),
            false);
    try (Link watch = uplink.open(terms("watcher", "will"), watching)) {
      uplink.open(withWill, letters).leave();
      watch.publish(1, message("will", "after the goodbye"));
      assertEquals("after the goodbye", watching.find(Arrived.class).message().text());
      uplink.open(withWill, letters).close();
      assertEquals("lost", watching.find(Arrived.class).message().text());
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(20, TimeUnit.SECONDS));
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }
}
