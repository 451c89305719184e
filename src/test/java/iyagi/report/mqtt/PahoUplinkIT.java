package iyagi.report.mqtt;

import static iyagi.report.mqtt.Letters.message;
import static iyagi.report.mqtt.Letters.terms;
import static org.junit.jupiter.api.Assertions.assertEquals;

import iyagi.report.Link;
import iyagi.report.LinkEvent.Acknowledged;
import iyagi.report.LinkEvent.Arrived;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A link to a healthy broker. */
final class PahoUplinkIT {
  private static Broker broker;

  @BeforeAll
  static void start() {
    broker = Broker.with();
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void aMessageGoesToTheBrokerAndComesBackAsItWas() {
    PahoUplink uplink = new PahoUplink(broker.address());
    Letters letters = new Letters();
    try (Link link = uplink.open(terms("one", "a/#"), letters)) {
      link.publish(7, message("a/b", "{\"n\":1}"));
      Arrived arrived = letters.find(Arrived.class);
      assertEquals("a/b", arrived.message().topic());
      assertEquals("{\"n\":1}", arrived.message().text());
      assertEquals(new Acknowledged(7, 0), letters.find(Acknowledged.class));
      assertEquals(3, uplink.running());
    }
    assertEquals(List.of(), letters.rest());
    assertEquals(0, uplink.running());
  }
}
