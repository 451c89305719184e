package iyagi.report.mqtt;

import iyagi.report.BrokerAddress;
import iyagi.report.Link;
import iyagi.report.LinkEvent;
import iyagi.report.Message;
import iyagi.report.Uplink;
import iyagi.report.mqtt.Credentials.Protection;
import iyagi.time.NanoClock;
import iyagi.words.Sentence;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/** The way to one broker over Eclipse Paho, MQTT 5. Any thread. */
public final class PahoUplink implements Uplink {
  /** Kept, or the level would be forgotten with the logger. */
  private static final Logger PAHO = Logger.getLogger("org.eclipse.paho");

  /** Of the patience, this is kept for giving everything back. */
  private static final Duration GIVING_BACK = Duration.ofMillis(500);

  static {
    // It would tell each loss of a connection a second time, with a trace of its own insides.
    PAHO.setLevel(Level.OFF);
  }

  private final BrokerAddress address;
  private final NanoClock clock = NanoClock.system();
  private final AtomicInteger running = new AtomicInteger();

  /** Nothing is opened yet. */
  public PahoUplink(BrokerAddress address) {
    this.address = address;
  }

  @Override
  public String address() {
    return address.words();
  }

  /** Threads at work for all links of this uplink together. */
  int running() {
    return running.get();
  }

  @Override
  public Link open(Terms terms, Consumer<LinkEvent> mailbox) {
    Duration patience = patience(terms);
    Deadline deadline = Deadline.in(clock, patience);
    Credentials credentials = Credentials.of(address);
    Wire wire = new Wire(address, credentials.protection().map(Protection::sockets), deadline);
    Diagnosis diagnosis = new Diagnosis(address, wire, credentials.protection());
    Gate gate = new Gate(mailbox);
    PahoLink link = link(terms, wire, gate);
    try {
      connect(link, options(terms, wire, credentials), terms, deadline, diagnosis);
      if (!gate.open()) {
        throw diagnosis.gone(gate.lost().orElse(Sentence.NOTHING));
      }
      return link;
    } catch (MqttException fault) {
      link.close();
      throw gate.lost().map(diagnosis::gone).orElseGet(() -> diagnosis.of(fault));
    } catch (RuntimeException fault) {
      link.close();
      throw fault;
    }
  }

  private static Duration patience(Terms terms) {
    Duration half = terms.patience().dividedBy(2);
    return terms.patience().minus(GIVING_BACK.compareTo(half) < 0 ? GIVING_BACK : half);
  }

  private PahoLink link(Terms terms, Wire wire, Gate gate) {
    try {
      return new PahoLink(terms, wire, gate, running);
    } catch (MqttException unusable) {
      throw new IllegalArgumentException("client id '" + terms.clientId() + "'", unusable);
    }
  }

  private static void connect(
      PahoLink link,
      MqttConnectionOptions options,
      Terms terms,
      Deadline deadline,
      Diagnosis diagnosis)
      throws MqttException {
    Limits limits = Limits.of(await(link.connect(options), terms, deadline, diagnosis));
    if (!limits.acknowledges()) {
      throw diagnosis.lacking(Sentence.of("no QoS 1"));
    }
    if (!limits.retains()) {
      throw diagnosis.lacking(Sentence.of("no retained messages"));
    }
    link.keepTo(limits);
    if (terms.filters().isEmpty()) {
      return;
    }
    int[] codes = await(link.subscribe(terms.filters()), terms, deadline, diagnosis);
    for (int i = 0; i < codes.length; i++) {
      if (codes[i] >= 0x80) {
        throw diagnosis.subscription(terms.filters().get(i), codes[i]);
      }
    }
  }

  private static <T> T await(
      CompletableFuture<T> answer, Terms terms, Deadline deadline, Diagnosis diagnosis) {
    try {
      return answer.get(deadline.leftMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException silent) {
      throw diagnosis.silence(terms.patience());
    } catch (ExecutionException failed) {
      throw diagnosis.of(failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw diagnosis.interrupted(interrupted);
    }
  }

  private MqttConnectionOptions options(Terms terms, Wire wire, Credentials credentials) {
    MqttConnectionOptions options = new WireFactory.WireOptions(wire);
    options.setAutomaticReconnect(false);
    options.setCleanStart(false);
    options.setSessionExpiryInterval(terms.sessionExpiry().toSeconds());
    options.setKeepAliveInterval(Math.toIntExact(terms.keepAlive().toSeconds()));
    options.setReceiveMaximum(terms.receiveMaximum());
    options.setMaximumPacketSize((long) Uplink.LONGEST_PACKET_BYTES);
    options.setTopicAliasMaximum(0);
    terms.will().ifPresent(will -> will(options, will, terms.willDelay()));
    address.login().ifPresent(login -> options.setUserName(login.user()));
    credentials.password().ifPresent(options::setPassword);
    return options;
  }

  private static void will(MqttConnectionOptions options, Message will, Duration delay) {
    options.setWill(will.topic(), Packets.of(will));
    MqttProperties properties = Packets.properties(will.properties());
    properties.setWillDelayInterval(delay.toSeconds());
    options.setWillMessageProperties(properties);
  }
}
