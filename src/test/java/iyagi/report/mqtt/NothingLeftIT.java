package iyagi.report.mqtt;

import static iyagi.report.mqtt.Letters.message;
import static iyagi.report.mqtt.Letters.terms;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.report.Link;
import iyagi.report.LinkEvent.Acknowledged;
import iyagi.report.LinkEvent.Lost;
import iyagi.report.Uplink.Terms;
import iyagi.report.Uplink.Unreachable;
import iyagi.report.mqtt.FaultyProxy.Mode;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** However often a link is opened and however it ends, no thread and no open file is left over. */
final class NothingLeftIT {
  private final Queue<Letters> mailboxes = new ConcurrentLinkedQueue<>();
  private Broker broker;
  private FaultyProxy proxy;
  private PahoUplink uplink;

  @BeforeEach
  void start() {
    broker = Broker.with();
    proxy = new FaultyProxy(broker.port());
    uplink = new PahoUplink(proxy.address());
    Remains.together(4, this::openAndClose);
  }

  @AfterEach
  void stop() {
    proxy.close();
    broker.close();
  }

  @Test
  void sixtyConnectionsThatAreTakenAndClosedAtOnceLeaveNothing() {
    refusals(Mode.ACCEPT_AND_CLOSE);
    assertEquals(64, proxy.accepted());
  }

  @Test
  void sixtyConnectionsThatAreRefusedLeaveNothing() {
    refusals(Mode.REFUSE);
  }

  @Test
  void sixtyAttemptsGivenUpAtEveryMomentOfConnectingLeaveNothing() {
    proxy.set(Mode.ACCEPT_AND_STAY_SILENT);
    Remains before = Remains.now();
    Remains.together(
        60,
        i -> {
          Terms hasty = Letters.patient(terms("h" + i), Duration.ofMillis(12L * i + 12));
          assertThrows(Unreachable.class, () -> uplink.open(hasty, new Letters()).close());
        });
    proxy.reset();
    before.assertNoMoreNow(uplink);
  }

  private void refusals(Mode mode) {
    proxy.set(mode);
    Remains before = Remains.now();
    Remains.together(
        60,
        i ->
            assertThrows(
                Unreachable.class, () -> uplink.open(terms("r" + i), new Letters()).close()));
    before.assertNoMoreNow(uplink);
  }

  @Test
  void twoHundredLinksOpenedAndEndedLeaveNothingAndTellNoLoss() {
    proxy.close();
    uplink = new PahoUplink(broker.address());
    Remains before = Remains.now();
    for (int round = 0; round < 5; round++) {
      Remains.together(40, this::openAndClose);
    }
    before.assertNoMoreNow(uplink);
    for (Letters letters : mailboxes) {
      assertTrue(letters.rest().stream().noneMatch(Lost.class::isInstance));
    }
  }

  private void openAndClose(int number) {
    Letters letters = new Letters();
    mailboxes.add(letters);
    Link link = uplink.open(terms("link-" + number, "x/" + number), letters);
    link.publish(1, message("x/" + number, "hello"));
    letters.find(Acknowledged.class);
    if (number % 4 == 0) {
      link.leave();
    }
    link.close();
  }
}
