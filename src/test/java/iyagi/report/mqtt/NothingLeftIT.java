package iyagi.report.mqtt;

import static iyagi.report.mqtt.Letters.message;
import static iyagi.report.mqtt.Letters.terms;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import iyagi.report.Link;
import iyagi.report.LinkEvent.Acknowledged;
import iyagi.report.Uplink.Unreachable;
import iyagi.report.mqtt.FaultyProxy.Mode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** However often a link is opened and however it ends, no thread and no open file is left over. */
final class NothingLeftIT {
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
  void twoHundredLinksOpenedAndEndedInAllWaysLeaveNothing() {
    proxy.close();
    uplink = new PahoUplink(broker.address());
    Remains before = Remains.now();
    for (int round = 0; round < 5; round++) {
      Remains.together(40, this::openAndClose);
    }
    before.assertNoMoreNow(uplink);
  }

  private void openAndClose(int number) {
    Letters letters = new Letters();
    Link link = uplink.open(terms("link-" + number, "x/" + number), letters);
    link.publish(1, message("x/" + number, "hello"));
    letters.find(Acknowledged.class);
    if (number % 4 == 0) {
      link.leave();
    }
    link.close();
  }
}
