package iyagi.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.session.Kind;
import iyagi.session.Note;
import iyagi.session.Session;
import iyagi.session.Sessions;
import iyagi.sqlite.SqliteMemory;
import iyagi.time.ClockQuality;
import iyagi.time.ManualClock;
import iyagi.time.ManualWatch;
import iyagi.time.Moment;
import iyagi.words.Sentence;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The relay on a real memory, with a broker in the same thread. */
final class RelayIT {
  private static final String ROOT = "iyagi/v1/r/rb-1/";
  private static final Optional<Duration> SOON = Optional.of(Duration.ofSeconds(30));

  @TempDir private Path folder;
  private final ManualClock clock = new ManualClock();
  private final ManualWatch watch =
      new ManualWatch(
          clock,
          new Moment(
              "b1",
              Duration.ofMinutes(9),
              Instant.parse("2026-11-25T01:00:00Z"),
              ClockQuality.NTP));
  private final FakeUplink broker = new FakeUplink();
  private final Quiet robot = new Quiet();
  private final List<String> told = new ArrayList<>();
  private SqliteMemory memory;
  private Relay relay;

  @BeforeEach
  void open() {
    memory = SqliteMemory.open(folder, watch, ZoneOffset.UTC);
    relay = relay(true);
  }

  @AfterEach
  void close() {
    memory.close();
  }

  private Relay relay(boolean byServer) {
    return new Relay(
        new Relay.Parts(
            new Identity("rb-1", byServer, folder),
            memory.outbox(),
            broker,
            robot,
            clock,
            watch,
            Tempo.USUAL,
            new Random(7),
            sentence -> told.add(sentence.toString())));
  }

  private void run(Duration time) {
    for (Duration t = Duration.ZERO; t.compareTo(time) < 0; t = t.plusMillis(250)) {
      relay.step();
      clock.advance(Duration.ofMillis(250));
    }
    relay.step();
  }

  private void notes(int count) {
    IntStream.range(0, count)
        .forEach(_ -> memory.sessions().noted(new Note.Failed(Note.Part.LAMPS), watch.now()));
  }

  private List<Long> sequences() {
    return broker.on("ev").stream()
        .map(
            text ->
                Long.parseLong(
                    text.substring(text.indexOf("\"sequence\":\"") + 12).split("\"", 2)[0]))
        .toList();
  }

  private void confirm(long upTo) {
    broker.arrive(
        ROOT + "confirm",
        "{\"epoch\":\"%s\",\"upTo\":%d}".formatted(memory.outbox().epoch(), upTo),
        true,
        Optional.empty());
  }

  @Test
  void saysWhoItIsAndSendsWhatWaitsInOrder() {
    Session session = Sessions.begun(Kind.FREE, watch.now());
    memory.sessions().opened(session);
    run(Duration.ofSeconds(11));
    assertEquals(
        "{\"s\":\"online\",\"boot\":\"b1\",\"conn\":1,\"v\":\"0.2.0\"}",
        broker.on("state").getFirst());
    assertTrue(broker.on("info").getFirst().contains("\"confirm\":\"server\""));
    assertTrue(broker.on("library").getFirst().contains("\"id\":\"bear\""));
    String event = broker.on("ev").getFirst();
    assertTrue(event.contains("\"type\":\"iyagi.session.started\""), event);
    assertTrue(event.contains("\"time\":\"2026-11-25T01:00:00Z\""), event);
    assertTrue(event.contains(session.id()), event);
    assertFalse(event.contains("The Bear"), "the title stays on the robot");
    assertTrue(broker.terms.getFirst().will().orElseThrow().text().contains("\"s\":\"lost\""));
  }

  @Test
  void aReportThatTheBrokerHasAndTheServerHasNotIsKeptAndSentAgain() {
    notes(3);
    run(Duration.ofSeconds(11));
    assertEquals(List.of(1L, 2L, 3L), sequences());
    run(Duration.ofSeconds(62));
    assertEquals(List.of(1L, 2L, 3L, 1L, 2L, 3L), sequences());
    confirm(3);
    run(Duration.ofMinutes(30));
    assertEquals(6, sequences().size(), "nothing more after the confirmation");
    assertEquals(0, memory.outbox().waiting().count());
    assertEquals(1, told.size(), told::toString);
  }

  @Test
  void sendsAgainAtGrowingIntervals() {
    notes(1);
    run(Duration.ofMinutes(64));
    assertEquals(1 + 7, sequences().size(), "after 1, 3, 7, 15, 31, 47 and 63 minutes");
  }

  @Test
  void neverMoreThanAHundredAreWithoutConfirmation() {
    notes(250);
    run(Duration.ofSeconds(11));
    assertEquals(100, sequences().size());
    confirm(60);
    run(Duration.ofSeconds(5));
    assertEquals(160, sequences().getLast());
  }

  @Test
  void neverMoreThanTenAreWithoutAnswerAndASilentBrokerIsLeft() {
    notes(50);
    broker.answer = Optional.empty();
    run(Duration.ofSeconds(11));
    assertEquals(10, sequences().size());
    run(Duration.ofSeconds(10));
    assertEquals(1, broker.closed);
    assertTrue(
        told.getFirst().contains("it has not answered for 10 s. Readings go on;"), told::toString);
    broker.answer = Optional.of(0);
    run(Duration.ofMinutes(1));
    assertEquals(50, sequences().stream().distinct().count());
    assertTrue(told.getLast().startsWith("Connected to the library again"), told::toString);
  }

  @Test
  void whatTheBrokerRefusesIsHeldAndTriedAgain() {
    notes(2);
    broker.answer = Optional.of(135);
    run(Duration.ofSeconds(11));
    int before = sequences().size();
    assertTrue(before <= 10, before + " at once");
    assertTrue(
        told.stream().anyMatch(t -> t.contains("check the robot's rights on the broker")),
        told::toString);
    broker.answer = Optional.of(0);
    run(Duration.ofMinutes(6));
    confirm(2);
    run(Duration.ofSeconds(1));
    assertEquals(0, memory.outbox().waiting().count());
  }

  @Test
  void whereNoServerConfirmsTheBrokersWordIsEnough() {
    relay = relay(false);
    notes(30);
    run(Duration.ofSeconds(12));
    assertEquals(0, memory.outbox().waiting().count());
    assertTrue(broker.on("info").getFirst().contains("\"confirm\":\"broker\""));
  }

  @Test
  void aServerThatKnowsMoreThanThisMemoryMakesANewEpoch() {
    notes(5);
    run(Duration.ofSeconds(11));
    String epoch = memory.outbox().epoch();
    confirm(900);
    run(Duration.ofSeconds(1));
    assertFalse(memory.outbox().epoch().equals(epoch));
    assertEquals(5, memory.outbox().waiting().count());
    assertTrue(told.getFirst().contains("older copy"), told::toString);
    assertTrue(broker.on("info").getLast().contains(memory.outbox().epoch()));
  }

  @Test
  void aConfirmationOfAnotherEpochChangesNothing() {
    notes(2);
    run(Duration.ofSeconds(11));
    broker.arrive(ROOT + "confirm", "{\"epoch\":\"old\",\"upTo\":2}", true, Optional.empty());
    broker.arrive(ROOT + "confirm", "{\"upTo\":2}", true, Optional.empty());
    broker.arrive(ROOT + "confirm", "rubbish", true, Optional.empty());
    run(Duration.ofSeconds(1));
    assertEquals(2, memory.outbox().waiting().count());
  }

  @Test
  void confirmedReportsAreSentAgainWhenTheLibraryAsks() {
    notes(4);
    run(Duration.ofSeconds(11));
    confirm(4);
    run(Duration.ofSeconds(1));
    broker.arrive(
        ROOT + "cmd",
        "{\"id\":\"c1\",\"type\":\"outbox.resend\",\"args\":{\"from\":3}}",
        false,
        SOON);
    run(Duration.ofSeconds(8));
    assertEquals(List.of(1L, 2L, 3L, 4L, 3L, 4L), sequences());
    assertEquals(Optional.empty(), memory.outbox().again());
  }

  @Test
  void commandsAreDoneOnceAndAnsweredAsOften() {
    run(Duration.ofSeconds(11));
    for (int i = 0; i < 3; i++) {
      broker.arrive(ROOT + "cmd", "{\"id\":\"c1\",\"type\":\"story.pause\"}", false, SOON);
    }
    run(Duration.ofSeconds(1));
    assertEquals(List.of("story.pause"), robot.asked);
    assertEquals(3, broker.on("res").size());
    assertEquals("{\"id\":\"c1\",\"status\":\"done\"}", broker.on("res").getFirst());
    assertEquals("c-7", broker.sent.getLast().message().properties().correlation());
  }

  @Test
  void hostileCommandsDoNothing() {
    run(Duration.ofSeconds(11));
    broker.arrive(ROOT + "cmd", "{\"id\":\"a\",\"type\":\"story.stop\"}", true, SOON);
    broker.arrive(ROOT + "cmd", "{\"id\":\"b\",\"type\":\"story.stop\"}", false, Optional.empty());
    broker.arrive(ROOT + "cmd", "{\"id\":\"c\",\"type\":\"rm -rf\"}", false, SOON);
    broker.arrive(
        ROOT + "cmd",
        "{\"id\":\"d\",\"type\":\"story.stop\",\"issuedAt\":\"2026-11-25T00:00:00Z\",\"ttlS\":30}",
        false,
        SOON);
    broker.arrive(ROOT + "cmd", "{\"type\":\"story.stop\"}", false, SOON);
    broker.arrive(ROOT + "cmd", "{\"id\":\"e", false, SOON);
    broker.arrive(ROOT + "cmd", "[".repeat(5000), false, SOON);
    broker.arrive(ROOT + "cmd", "{\"id\":\"" + "x".repeat(70_000) + "\"}", false, SOON);
    broker.arrive("iyagi/v1/r/rb-2/cmd", "{\"id\":\"f\",\"type\":\"story.stop\"}", false, SOON);
    run(Duration.ofSeconds(1));
    assertEquals(List.of(), robot.asked);
    assertEquals(
        List.of("retained", "no-expiry", "unknown-type", "expired"),
        broker.on("res").stream()
            .map(t -> t.replaceAll(".*\"reason\":\"([^\"]*)\".*", "$1"))
            .toList());
  }

  @Test
  void aHaltIsDoneBeforeTheRelayTakesItsNextStep() {
    run(Duration.ofSeconds(11));
    broker.arrive(ROOT + "cmd", "{\"id\":\"h\",\"type\":\"robot.halt\"}", false, SOON);
    assertEquals(1, robot.halts);
  }

  @Test
  void wishesAreTakenOverOnceEachInOrderOfTheirRevisions() {
    run(Duration.ofSeconds(11));
    for (int rev : new int[] {3, 3, 2, 4}) {
      broker.arrive(ROOT + "desired", "{\"rev\":" + rev + "}", true, Optional.empty());
    }
    run(Duration.ofSeconds(1));
    assertEquals(List.of(3L, 4L), robot.wishes.stream().map(Incoming.Desired::rev).toList());
    assertTrue(broker.on("info").getLast().contains("\"desiredRev\":4"));
  }

  @Test
  void whileTheServerIsAwayReportsAreHeldBack() {
    run(Duration.ofSeconds(11));
    broker.arrive(Topics.SERVER, "{\"s\":\"offline\"}", true, Optional.empty());
    run(Duration.ofSeconds(1));
    notes(2);
    run(Duration.ofMinutes(2));
    assertEquals(0, sequences().size());
    broker.arrive(Topics.SERVER, "{\"s\":\"online\"}", true, Optional.empty());
    run(Duration.ofSeconds(11));
    assertEquals(2, sequences().size());
  }

  @Test
  void aNameThatTwoRobotsUseIsToldAndNotFoughtOver() {
    run(Duration.ofSeconds(11));
    for (int i = 0; i < 3; i++) {
      broker.say(new LinkEvent.Lost(Sentence.plain("taken over")));
      run(Duration.ofSeconds(6));
    }
    assertTrue(
        told.stream().anyMatch(t -> t.contains("Another robot seems to use the name 'rb-1'")),
        told::toString);
    int before = broker.terms.size();
    run(Duration.ofMinutes(4));
    assertEquals(before, broker.terms.size(), "5 to 15 minutes");
    run(Duration.ofMinutes(12));
    assertEquals(before + 1, broker.terms.size());
  }

  @Test
  void aWrongPasswordIsToldOnceAndTriedRarely() {
    broker.refusal =
        Optional.of(
            new Uplink.Unreachable(
                Uplink.Cause.REFUSED, Sentence.plain("the broker refuses the password"), null));
    notes(1);
    run(Duration.ofHours(2));
    assertEquals(1, told.size(), told::toString);
    assertTrue(told.getFirst().contains("refuses the password. Readings go on; 1 report waiting"));
  }

  @Test
  void saysGoodbyeWhenItLeaves() {
    run(Duration.ofSeconds(11));
    relay.leave();
    assertTrue(broker.on("state").getLast().contains("offline"));
    assertEquals(1, broker.left);
  }
}
