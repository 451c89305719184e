package iyagi.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.report.LinkEvent;
import iyagi.report.Message;
import iyagi.report.Tempo;
import iyagi.report.Topics;
import iyagi.report.Uplink;
import iyagi.time.ClockQuality;
import iyagi.time.ManualClock;
import iyagi.words.Sentence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class CollectorTest {
  private static final String CONFIRM = new Topics("owl").confirm();
  private static final String ONLINE = "{\"s\":\"online\"}";

  private final ManualClock clock = new ManualClock();
  private final FakeUplink broker = new FakeUplink();
  private final FakeLedger ledger = new FakeLedger();
  private final List<String> said = new ArrayList<>();
  private final List<String> stored = new ArrayList<>();
  private final Robot owl = new Robot("owl", ClockQuality.NTP);
  private final Collector collector =
      new Collector(
          new Collector.Parts(
              "c1",
              "collect",
              broker,
              ledger,
              clock,
              () -> Instant.parse("2026-11-25T12:00:00Z"),
              Tempo.USUAL,
              RandomGenerator.of("L64X128MixRandom"),
              new Collector.Hears() {
                @Override
                public void sentence(String sentence) {
                  said.add(sentence);
                }

                @Override
                public void stored(Letter.Event event) {
                  stored.add(event.id());
                }
              }));

  private void pass(Duration time) {
    clock.advance(time);
    collector.step();
  }

  private static String confirm(long upTo) {
    return "{\"epoch\":\"e1\",\"upTo\":" + upTo + "}";
  }

  @Test
  void subscribesAsOneOfAGroupThenSaysThatItIsThereAndAgainEveryFiveMinutes() {
    collector.step();
    Uplink.Terms terms = broker.opened.getFirst();
    assertEquals("c1", terms.clientId());
    assertEquals(Duration.ofDays(1), terms.sessionExpiry());
    assertTrue(terms.manual());
    assertEquals("$share/collect/iyagi/v1/r/+/ev", terms.filters().getFirst());
    assertEquals("{\"s\":\"offline\"}", terms.will().orElseThrow().text());
    assertEquals(List.of(ONLINE), broker.to(Topics.SERVER));
    Message online = broker.sent.getFirst().message();
    assertTrue(online.retained());
    assertEquals(Optional.of(Duration.ofMinutes(15)), online.properties().expiry());
    pass(Duration.ofSeconds(299));
    assertEquals(1, broker.to(Topics.SERVER).size());
    pass(Duration.ofSeconds(1));
    assertEquals(List.of(ONLINE, ONLINE), broker.to(Topics.SERVER));
  }

  @Test
  void acknowledgesInOrderAndOnlyWhatTheLedgerHas() {
    collector.step();
    ledger.onStore =
        () -> {
          assertEquals(List.of(), broker.acknowledged);
          assertEquals(List.of(), broker.to(CONFIRM));
        };
    broker.arrives(owl.fault(1));
    broker.arrives(owl.info(1));
    broker.arrives(owl.fault(2));
    collector.step();
    assertEquals(List.of(1, 2, 3), broker.acknowledged);
    assertEquals(List.of(confirm(2)), broker.to(CONFIRM));
    assertTrue(broker.sent.getLast().message().retained());
    assertEquals(1, broker.sent.getLast().message().qos());
    assertEquals(List.of("owl-1", "owl-2"), stored);
  }

  @Test
  void aRepetitionIsAcknowledgedAndConfirmedAgainButToldToNobody() {
    collector.step();
    broker.arrives(owl.fault(1));
    collector.step();
    broker.tells(new LinkEvent.Acknowledged(1, 0));
    broker.arrives(owl.fault(1));
    collector.step();
    assertEquals(List.of(1, 2), broker.acknowledged);
    assertEquals(List.of(confirm(1), confirm(1)), broker.to(CONFIRM));
    assertEquals(List.of("owl-1"), stored);
    assertEquals(new Collector.Count(1, 1, 0), collector.count());
  }

  @Test
  void oneConfirmationIsUnderWayToARobotAndTheNewestIsNext() {
    collector.step();
    for (int i = 1; i <= 4; i++) {
      broker.arrives(owl.fault(i));
      collector.step();
    }
    broker.arrives(new Robot("bear", ClockQuality.NTP).fault(9));
    collector.step();
    assertEquals(List.of(confirm(1)), broker.to(CONFIRM));
    assertEquals(List.of(confirm(9)), broker.to(new Topics("bear").confirm()));
    broker.tells(new LinkEvent.Acknowledged(1, 0));
    collector.step();
    assertEquals(List.of(confirm(1), confirm(4)), broker.to(CONFIRM));
  }

  @Test
  void storesAtMostTwoHundredAtOnce() {
    collector.step();
    for (int i = 1; i <= 450; i++) {
      broker.arrives(owl.fault(i));
    }
    collector.step();
    assertEquals(List.of(200, 200, 50), ledger.batches);
    assertEquals(450, broker.acknowledged.size());
  }

  @Test
  void whileTheDatabaseIsAwayNothingIsAcknowledgedAndOnePersonIsToldOnce() {
    collector.step();
    ledger.down = true;
    broker.arrives(owl.fault(1));
    broker.arrives(owl.health());
    collector.step();
    for (int i = 0; i < 100; i++) {
      broker.arrives(owl.health());
      pass(Duration.ofMillis(100));
    }
    assertEquals(List.of(), broker.acknowledged);
    assertEquals(List.of(), broker.to(CONFIRM));
    assertTrue(ledger.attempts <= 5, ledger.attempts + " attempts in 10 s");
    assertEquals(
        List.of(
            "Connected to mqtt://fake:1883; collecting reports.",
            "The database d cannot be used: it is down. Nothing is lost: the broker and the robots"
                + " keep the reports until it can be used again."),
        said);
    ledger.down = false;
    pass(Duration.ofSeconds(30));
    assertEquals(List.of(1), broker.acknowledged);
    assertEquals(List.of(confirm(1)), broker.to(CONFIRM));
    assertEquals("The database can be used again; reports are stored.", said.getLast());
  }

  @Test
  void whatCannotBeReadIsAcknowledgedCountedToldOnceAndStopsNothing() {
    collector.step();
    String events = new Topics("owl").events();
    broker.arrives(Robot.message(events, "{"));
    broker.arrives(Robot.message(events, "[]"));
    broker.arrives(Robot.message(events, "\"" + "x".repeat(70_000) + "\""));
    broker.arrives(Robot.message(events, "{\"id\":\"\\u0000\"}"));
    broker.arrives(Robot.message("somewhere/else", "{}"));
    Message foreign = new Robot("bear", ClockQuality.NTP).fault(1);
    broker.arrives(Robot.message(events, foreign.text()));
    broker.arrives(owl.fault(1));
    collector.step();
    assertEquals(List.of(1, 2, 3, 4, 5, 6, 7), broker.acknowledged);
    assertEquals(new Collector.Count(1, 0, 6), collector.count());
    assertEquals(5, ledger.unread.size());
    assertEquals(
        List.of(
            "Robot owl sends reports that cannot be read; they are kept as they are in the table"
                + " set_aside, but nothing says which ones they are, so the robot sends them again"
                + " and again. Does it have a version of the program that fits this one?",
            "Somebody sends messages to topics that are not a robot's; they are left out. Does it"
                + " have a version of the program that fits this one?",
            "Robot owl sends reports that cannot be read; they are kept as they are in the table"
                + " set_aside and count as received. Does it have a version of the program that"
                + " fits this one?"),
        said.subList(1, said.size()));
  }

  @Test
  void aReportThatCannotBeReadIsSetAsideAndItsRobotIsToldThatItHasCome() {
    collector.step();
    broker.arrives(owl.garbled(2, "\u0000{not JSON"));
    broker.arrives(owl.later(3));
    broker.arrives(Robot.message(new Topics("owl").info(), "{"));
    broker.arrives(owl.fault(1));
    collector.step();
    assertEquals(
        List.of(
            new Letter.Unread(
                "owl",
                "iyagi/v1/r/owl/ev",
                Optional.of(new Letter.Place("e1", 2)),
                "AHtub3QgSlNPTg==",
                Instant.parse("2026-11-25T12:00:00Z"))),
        ledger.unread.subList(0, 1));
    assertEquals(Optional.of(new Letter.Place("e1", 3)), ledger.unread.get(1).place());
    assertEquals(List.of(1, 2, 3, 4), broker.acknowledged);
    assertEquals(List.of(confirm(3)), broker.to(CONFIRM));
    assertEquals(List.of("owl-1"), stored);
  }

  @Test
  void aConfirmationThatTheBrokerHasNotTakenIsSaidAgainOnTheNextLink() {
    collector.step();
    broker.arrives(owl.fault(1));
    broker.arrives(new Robot("bear", ClockQuality.NTP).fault(4));
    collector.step();
    broker.arrives(owl.fault(2));
    collector.step();
    assertEquals(List.of(confirm(1)), broker.to(CONFIRM));
    broker.tells(new LinkEvent.Lost(Sentence.plain("the cable is out")));
    collector.step();
    broker.sent.clear();
    pass(Duration.ofMinutes(5));
    collector.step();
    assertEquals(2, broker.opened.size());
    assertEquals(List.of(confirm(2)), broker.to(CONFIRM));
    assertEquals(List.of(confirm(4)), broker.to(new Topics("bear").confirm()));
  }

  @Test
  void whatTheBrokerHasTakenIsNotSaidAgainOnTheNextLink() {
    collector.step();
    broker.arrives(owl.fault(1));
    collector.step();
    broker.tells(new LinkEvent.Acknowledged(1, 0));
    broker.tells(new LinkEvent.Lost(Sentence.plain("the cable is out")));
    collector.step();
    broker.sent.clear();
    pass(Duration.ofMinutes(5));
    collector.step();
    assertEquals(List.of(), broker.to(CONFIRM));
  }

  @Test
  void afterALossItComesBackAndForgetsWhatTheBrokerSendsAgain() {
    collector.step();
    ledger.down = true;
    broker.arrives(owl.fault(1));
    broker.tells(new LinkEvent.Lost(Sentence.plain("the cable is out")));
    collector.step();
    assertEquals(1, broker.closed);
    ledger.down = false;
    pass(Duration.ofMinutes(5));
    assertEquals(2, broker.opened.size());
    collector.step();
    assertEquals(List.of(), broker.acknowledged);
    broker.arrives(owl.fault(1));
    collector.step();
    assertEquals(List.of(2), broker.acknowledged);
    assertTrue(
        said.stream().anyMatch(s -> s.contains("mqtt://fake:1883 is lost: the cable is out")));
  }

  @Test
  void aBrokerThatCannotBeReachedIsToldOnceAndTriedAgain() {
    broker.trouble =
        Optional.of(
            new Uplink.Unreachable(Uplink.Cause.NETWORK, Sentence.plain("Nobody answers"), null));
    collector.step();
    for (int i = 0; i < 10; i++) {
      pass(Duration.ofMinutes(5));
    }
    assertEquals(11, broker.opened.size());
    assertEquals(1, said.size());
    assertTrue(
        said.getFirst().startsWith("Nobody answers. Robots keep their reports; next try in "));
  }

  @Test
  void aBrokerThatDoesNotAnswerIsLeft() {
    collector.step();
    broker.arrives(owl.fault(1));
    collector.step();
    pass(Duration.ofSeconds(10));
    assertEquals(0, broker.closed);
    pass(Duration.ofSeconds(1));
    assertEquals(1, broker.closed);
  }

  @Test
  void whenAnotherCollectorGoesItSaysThatItIsStillThere() {
    collector.step();
    broker.arrives(Robot.message(Topics.SERVER, "{\"s\":\"offline\"}"));
    broker.arrives(Robot.message(Topics.SERVER, ONLINE));
    collector.step();
    assertEquals(List.of(ONLINE, ONLINE), broker.to(Topics.SERVER));
    assertEquals(List.of(1, 2), broker.acknowledged);
  }

  @Test
  void leavingStoresWhatHasComeAndSaysGoodbye() {
    collector.step();
    broker.arrives(owl.fault(1));
    broker.tells(new LinkEvent.Acknowledged(1, 0));
    assertFalse(broker.left);
    collector.step();
    broker.tells(new LinkEvent.Acknowledged(1, 0));
    collector.leave();
    assertTrue(broker.left);
    assertEquals(List.of(1), broker.acknowledged);
    assertEquals("{\"s\":\"offline\"}", broker.to(Topics.SERVER).getLast());
  }
}
