package iyagi.report.mqtt;

import static iyagi.report.mqtt.Letters.message;
import static iyagi.report.mqtt.Letters.terms;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.report.Link;
import iyagi.report.LinkEvent.Acknowledged;
import iyagi.report.LinkEvent.Failed;
import iyagi.report.LinkEvent.Lost;
import iyagi.report.Uplink.Terms;
import iyagi.report.mqtt.FaultyProxy.Mode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A connection that is lost, in all the ways a network and a broker know. */
final class LossIT {
  private final Letters letters = new Letters();
  private Broker broker;
  private FaultyProxy proxy;
  private PahoUplink uplink;

  @BeforeEach
  void start() {
    broker = Broker.with("max_inflight_messages 0", "autosave_interval 0", "persistence true");
    proxy = new FaultyProxy(broker.port());
    uplink = new PahoUplink(proxy.address());
  }

  @AfterEach
  void stop() {
    proxy.close();
    broker.close();
    Remains.awaitNone(uplink);
  }

  @Test
  void everySilenceOfTheNetworkIsNoticedByTheKeepAlive() {
    Letters hole = new Letters();
    Letters stall = new Letters();
    try (var stalling = new FaultyProxy(broker.port());
        Link idle = uplink.open(watchful("idle"), hole);
        Link _ = new PahoUplink(stalling.address()).open(watchful("stalled"), stall);
        var muting = new FaultyProxy(broker.port());
        Link busy = new PahoUplink(muting.address()).open(watchful("busy"), letters)) {
      proxy.set(Mode.BLACK_HOLE);
      stalling.set(Mode.STALL);
      muting.set(Mode.MUTE_BROKER);
      long ticket = 0;
      boolean lost = false;
      while (!lost && ticket < 2_000) {
        busy.publish(ticket++, message("a", "never idle, never answered"));
        lost = letters.lostWithin(Duration.ofMillis(10));
      }
      assertTrue(lost, "after " + ticket + " messages");
      assertEquals("no sign of life from the broker", hole.next(Lost.class).reason().toString());
      assertEquals("no sign of life from the broker", stall.next(Lost.class).reason().toString());
      proxy.reset();
      idle.publish(1, message("a", "too late"));
      assertEquals(1, hole.next(Failed.class).ticket());
    }
    assertEquals(List.of(), hole.rest());
  }

  @Test
  void publishingIntoAFrozenBrokerDoesNotHangAndEachMessageFailsBeforeTheLoss() throws Exception {
    int messages = 400;
    String large = "x".repeat(64 * 1024); // together far more than the kernel's buffers hold
    try (Link link = uplink.open(watchful("stuck"), letters)) {
      broker.freeze();
      proxy.set(Mode.STALL);
      CompletableFuture<Void> published =
          CompletableFuture.runAsync(
              () -> {
                for (int ticket = 0; ticket < messages; ticket++) {
                  link.publish(ticket, message("a", large));
                }
              });
      published.get(20, TimeUnit.SECONDS);
      Set<Long> failed = new TreeSet<>();
      for (int i = 0; i < messages; i++) {
        failed.add(letters.find(Failed.class).ticket());
      }
      assertEquals(messages, failed.size());
      letters.next(Lost.class);
    }
    assertEquals(List.of(), letters.rest());
    proxy.set(Mode.PASS);
    broker.thaw();
    try (Link link = uplink.open(terms("stuck"), letters)) {
      link.publish(1, message("a", "again"));
      letters.next(Acknowledged.class);
    }
  }

  @Test
  void aKilledBrokerIsNoticedAtOnceAndTheNextLinkIsAsGoodAsNew() {
    try (Link link = uplink.open(terms("killed", "k"), letters)) {
      broker.kill();
      letters.next(Lost.class);
      link.publish(1, message("k", "nobody there"));
      assertEquals(1, letters.next(Failed.class).ticket());
    }
    broker.restart();
    Letters next = new Letters();
    try (Link link = uplink.open(terms("killed", "k"), next)) {
      link.publish(1, message("k", "back"));
      assertEquals(new Acknowledged(1, 0), next.find(Acknowledged.class));
    }
  }

  @Test
  void aResetConnectionIsToldOnce() {
    try (Link _ = uplink.open(watchful("reset"), letters)) {
      proxy.reset();
      letters.next(Lost.class);
      assertEquals(List.of(), letters.rest());
    }
    assertEquals(List.of(), letters.rest());
  }

  /** QoS 3; a packet type that does not exist; a robot's own packet; an unknown reason code. */
  static List<int[]> nonsense() {
    return List.of(
        new int[] {0x36, 6, 0, 1, 'a', 0, 1, 0},
        new int[] {0x00, 0},
        new int[] {0x10, 0},
        new int[] {0x40, 3, 0, 1, 0x92});
  }

  @ParameterizedTest
  @MethodSource("nonsense")
  void whatCannotBeReadEndsTheConnectionAtOnce(int[] bytes) throws IOException {
    // The keep-alive of 30 s would come after the test's patience.
    try (Link link = uplink.open(terms("nonsense"), letters)) {
      proxy.set(Mode.MUTE_ROBOT);
      link.publish(1, message("a", "never answered"));
      proxy.inject(bytes);
      assertEquals(1, letters.next(Failed.class).ticket());
      letters.next(Lost.class);
    }
  }

  @Test
  void aPacketThatWouldFillTheMemoryIsRefusedByItsLength() throws IOException {
    try (Link _ = uplink.open(terms("huge"), letters)) {
      proxy.inject(0x30, 0xFF, 0xFF, 0xFF, 0x7F);
      assertEquals(
          "the broker sent a packet of 268435460 bytes; at most 131072 are taken",
          letters.next(Lost.class).reason().toString());
    }
  }

  @Test
  void aBrokerThatAbbreviatesTopicsUnaskedIsLeft() throws IOException {
    try (Link _ = uplink.open(terms("alias"), letters)) {
      // PUBLISH, QoS 0, topic "a", topic alias 1, no body
      proxy.inject(0x30, 7, 0, 1, 'a', 3, 0x23, 0, 1);
      assertEquals(
          "the broker abbreviates topics, although it was told not to",
          letters.next(Lost.class).reason().toString());
    }
    assertEquals(List.of(), letters.rest());
  }

  @Test
  void theBrokersOwnReasonForTheEndIsToldInWords() throws IOException {
    try (Link _ = uplink.open(terms("ended"), letters)) {
      proxy.inject(0xE0, 2, 0x8E, 0);
      assertEquals(
          "the broker ended it: 0x8E (another client has connected with our id)",
          letters.next(Lost.class).reason().toString());
    }
  }

  @Test
  void leavingADeadBrokerDoesNotWaitForWhatIsUnanswered() throws Exception {
    Link link = uplink.open(terms("leaves"), letters);
    broker.freeze();
    proxy.set(Mode.STALL);
    for (int ticket = 0; ticket < 200; ticket++) {
      link.publish(ticket, message("a", "x".repeat(64 * 1024)));
    }
    // Paho itself would wait 30 s.
    CompletableFuture.runAsync(link::leave).get(10, TimeUnit.SECONDS);
    Remains.awaitNone(uplink);
  }

  /** Terms that notice a dead broker after about 2 s. */
  private static Terms watchful(String clientId) {
    Terms plain = terms(clientId);
    return new Terms(
        plain.clientId(),
        plain.sessionExpiry(),
        Duration.ofSeconds(1),
        plain.patience(),
        plain.will(),
        plain.willDelay(),
        plain.receiveMaximum(),
        plain.filters(),
        plain.manual());
  }
}
