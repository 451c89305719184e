package iyagi.report.mqtt;

import static iyagi.report.mqtt.Letters.message;
import static iyagi.report.mqtt.Letters.terms;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.dist.Program;
import iyagi.report.Link;
import iyagi.report.LinkEvent.Acknowledged;
import iyagi.report.LinkEvent.Arrived;
import iyagi.report.LinkEvent.Failed;
import iyagi.report.Message;
import iyagi.report.Uplink;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A link to a healthy broker, whose topic aliases are left on as they are by default. */
final class LinkIT {
  private static final int NOBODY_SUBSCRIBED = 16;
  private static final int NOT_AUTHORISED = 135;

  @TempDir static Path folder;
  private static Broker broker;
  private static PahoUplink uplink;

  private final Letters letters = new Letters();

  @BeforeAll
  static void start() throws Exception {
    Path rights = folder.resolve("rights");
    Files.writeString(rights, "topic readwrite #\ntopic deny secret/#\n");
    broker = Broker.with("acl_file " + rights);
    uplink = new PahoUplink(broker.address());
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void twoThreadsMayNotPublishOnOneLink() throws Exception {
    try (Link link = uplink.open(terms("two-threads"), letters)) {
      link.publish(1, message("a", "mine"));
      CompletableFuture<Void> other =
          CompletableFuture.runAsync(() -> link.publish(2, message("a", "also mine")));
      ExecutionException refused =
          assertThrows(ExecutionException.class, () -> other.get(20, TimeUnit.SECONDS));
      assertInstanceOf(IllegalStateException.class, refused.getCause());
      assertEquals(1, letters.next(Acknowledged.class).ticket());
    }
  }

  @Test
  void theBrokerIsToldWhatIsTheLongestPacketAndKeepsLongerOnesAway() throws Exception {
    Path large = Files.write(folder.resolve("large"), new byte[Uplink.LONGEST_PACKET_BYTES]);
    try (Link link = uplink.open(terms("modest", "modest/#"), letters)) {
      Program.Outcome sent =
          Program.run(
              Map.of(),
              Program.needs("mosquitto_pub"),
              "-V",
              "5",
              "-p",
              Integer.toString(broker.port()),
              "-q",
              "1",
              "-t",
              "modest/large",
              "-f",
              large.toString());
      assertEquals(0, sent.code(), sent.err());
      link.publish(1, message("modest/small", "x"));
      assertEquals("modest/small", letters.find(Arrived.class).message().topic());
    }
  }

  @Test
  void aMessageComesBackAsItWasSent() {
    var properties =
        new Message.Properties(
            Optional.of(Duration.ofSeconds(90)),
            "application/json",
            "answers/here",
            "일련번호 7",
            Map.of("contract", "1.0", "sent", "6f1c:12"));
    byte[] body = "{\"이야기\":\"곰\"}".getBytes(StandardCharsets.UTF_8);
    try (Link link = uplink.open(terms("as-it-was", "a/#"), letters)) {
      link.publish(7, new Message("a/b", body, 1, false, properties));
      Message back = letters.find(Arrived.class).message();
      assertEquals("a/b", back.topic());
      assertArrayEquals(body, back.body());
      assertEquals(1, back.qos());
      assertFalse(back.retained());
      assertEquals(properties, back.properties());
      assertEquals(new Acknowledged(7, 0), letters.find(Acknowledged.class));
    }
  }

  @Test
  void aRetainedMessageComesToWhoeverSubscribesLater() {
    try (Link link = uplink.open(terms("keeps"), letters)) {
      Message kept = new Message("kept/x", new byte[] {'1'}, 1, true, Message.Properties.PLAIN);
      link.publish(1, kept);
      letters.find(Acknowledged.class);
    }
    Letters later = new Letters();
    try (Link _ = uplink.open(terms("comes-later", "kept/#"), later)) {
      assertTrue(later.find(Arrived.class).message().retained());
    }
  }

  @Test
  void aMessageWithoutAcknowledgementIsToldAsSoonAsItIsSent() {
    try (Link link = uplink.open(terms("qos-0"), letters)) {
      link.publish(3, new Message("b", new byte[0], 0, false, Message.Properties.PLAIN));
      assertEquals(new Acknowledged(3, 0), letters.find(Acknowledged.class));
    }
  }

  @Test
  void theBrokersReasonIsPassedOn() {
    try (Link link = uplink.open(terms("reasons"), letters)) {
      link.publish(1, message("nobody/listens", "1"));
      assertEquals(new Acknowledged(1, NOBODY_SUBSCRIBED), letters.next(Acknowledged.class));
      link.publish(2, message("secret/plan", "1"));
      assertEquals(new Acknowledged(2, NOT_AUTHORISED), letters.next(Acknowledged.class));
    }
  }

  @Test
  void manyMessagesToFewTopicsAllArriveDespiteTopicAliases() {
    try (Link link = uplink.open(terms("many", "m/#"), letters)) {
      for (int round = 0; round < 30; round++) {
        for (int i = 0; i < 10; i++) {
          link.publish(10L * round + i, message("m/" + i % 3, "" + (10 * round + i)));
        }
        for (int i = 0; i < 10; i++) {
          letters.find(Acknowledged.class);
        }
      }
      List<String> texts = new ArrayList<>();
      for (int i = 0; i < 300; i++) {
        texts.add(letters.next(Arrived.class).message().text());
      }
      assertEquals(300, texts.stream().distinct().count());
      assertEquals(List.of(), letters.rest());
    }
  }

  @Test
  void moreThanTheBrokerTakesAtOnceIsRefusedAndSpoilsNothing() {
    try (var narrow = Broker.with("max_inflight_messages 2");
        var proxy = new FaultyProxy(narrow.port());
        Link link = new PahoUplink(proxy.address()).open(terms("narrow", "n"), letters)) {
      proxy.set(FaultyProxy.Mode.STALL);
      for (int ticket = 1; ticket <= 3; ticket++) {
        link.publish(ticket, message("n", "" + ticket));
      }
      Failed failed = letters.next(Failed.class);
      assertEquals(3, failed.ticket());
      assertEquals(
          "the broker takes at most 2 unacknowledged messages at once", failed.reason().toString());
      proxy.set(FaultyProxy.Mode.PASS);
      letters.find(Acknowledged.class);
      letters.find(Acknowledged.class);
      link.publish(4, message("n", "4"));
      assertEquals(new Acknowledged(4, 0), letters.find(Acknowledged.class));
    }
  }

  @Test
  void aMessageThatIsTooLargeIsRefusedAndTheLinkGoesOn() {
    try (var small = Broker.with("max_packet_size 1000");
        Link link = new PahoUplink(small.address()).open(terms("large", "l"), letters)) {
      link.publish(1, message("l", "x".repeat(1000)));
      assertEquals(
          "1033 bytes are more than the 1000 that can be sent",
          letters.next(Failed.class).reason().toString());
      link.publish(2, message("l", "x".repeat(900)));
      assertEquals(new Acknowledged(2, 0), letters.find(Acknowledged.class));
    }
  }

  @Test
  void leavingLetsTheLastMessagesOut() {
    Letters watching = new Letters();
    try (Link _ = uplink.open(terms("stays", "bye"), watching)) {
      Link link = uplink.open(terms("leaves"), letters);
      String last = "offline ".repeat(2_000);
      for (int ticket = 0; ticket < 15; ticket++) {
        link.publish(ticket, message("bye", last + ticket));
      }
      link.leave();
      for (int ticket = 0; ticket < 15; ticket++) {
        assertEquals(last + ticket, watching.find(Arrived.class).message().text());
      }
    }
  }

  @Test
  void nothingIsToldAfterTheLinkIsClosed() {
    try (var proxy = new FaultyProxy(broker.port())) {
      PahoUplink throughProxy = new PahoUplink(proxy.address());
      Link link = throughProxy.open(terms("closed", "c"), letters);
      proxy.set(FaultyProxy.Mode.BLACK_HOLE);
      link.publish(1, message("c", "never answered"));
      link.close();
      Remains.awaitNone(throughProxy);
      assertEquals(List.of(), letters.rest());
      assertThrows(IllegalStateException.class, () -> link.publish(2, message("c", "no")));
      link.leave();
      link.close();
      assertEquals(List.of(), letters.rest());
    }
  }
}
