package iyagi.report.mqtt;

import iyagi.report.Link;
import iyagi.report.LinkEvent;
import iyagi.report.LinkEvent.Acknowledged;
import iyagi.report.LinkEvent.Arrived;
import iyagi.report.LinkEvent.Failed;
import iyagi.report.Message;
import iyagi.report.Uplink.Terms;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.tinylog.Logger;

/**
 * One connection over Paho. Publishing waits for nothing: Paho only queues there, and more than the
 * broker takes at once is refused here, because Paho would have spoilt the next message by then.
 */
final class PahoLink implements Link {
  /** For what has been published to be acknowledged, and then as long for the goodbye itself. */
  private static final Duration GOODBYE = Duration.ofMillis(250);

  /** For the threads to end. */
  private static final Duration END = Duration.ofMillis(450);

  private final MqttAsyncClient client;
  private final Wire wire;
  private final Workers workers;
  private final Gate gate;
  private final boolean manual;
  private final CompletableFuture<MqttProperties> connected = new CompletableFuture<>();
  private final Set<Long> unanswered = ConcurrentHashMap.newKeySet();
  private Limits limits = Limits.of(new MqttProperties());
  private boolean closed;

  /**
   * Not yet connected.
   *
   * @param running counts the threads at work
   */
  PahoLink(Terms terms, Wire wire, Gate gate, AtomicInteger running) throws MqttException {
    this.wire = wire;
    this.gate = gate;
    manual = terms.manual();
    workers = new Workers(running, this::crashed);
    client =
        new MqttAsyncClient(
            WireFactory.ADDRESS, terms.clientId(), new MemoryPersistence(), null, workers);
    // By itself, Paho would acknowledge even what the mailbox has refused.
    client.setManualAcks(true);
    client.setCallback(new Ear());
  }

  /** Begins to connect; the future is told what the broker says of itself. */
  CompletableFuture<MqttProperties> connect(MqttConnectionOptions options) throws MqttException {
    client.connect(options, null, Answer.into(connected, IMqttToken::getResponseProperties));
    return connected;
  }

  /** Subscribes; the future is told the reason code of each filter. */
  CompletableFuture<int[]> subscribe(List<String> filters) throws MqttException {
    CompletableFuture<int[]> subscribed = new CompletableFuture<>();
    MqttSubscription[] all =
        filters.stream().map(f -> new MqttSubscription(f, 1)).toArray(MqttSubscription[]::new);
    // The forms with a listener of their own overflow the stack (issue 863).
    client.subscribe(
        all, null, Answer.into(subscribed, IMqttToken::getReasonCodes), new MqttProperties());
    return subscribed;
  }

  /** To be called once, before the link is given away. */
  void keepTo(Limits given) {
    limits = given;
  }

  @Override
  public void publish(long ticket, Message message) {
    refuseIfClosed();
    if (!unanswered.add(ticket)) {
      throw new IllegalArgumentException("ticket " + ticket + " is still unanswered");
    }
    MqttMessage packet = Packets.of(message);
    Optional<String> objection = limits.objection(unanswered.size(), message.topic(), packet);
    if (objection.isPresent()) {
      answer(ticket, new Failed(ticket, objection.get()));
      return;
    }
    try {
      client.publish(message.topic(), packet, null, new Published(ticket));
    } catch (MqttException refused) {
      answer(ticket, new Failed(ticket, Chain.words(refused)));
    }
  }

  @Override
  public void acknowledge(Arrived arrived) {
    refuseIfClosed();
    if (!manual) {
      throw new IllegalStateException("messages on this link are acknowledged by themselves");
    }
    done(arrived);
  }

  private void done(Arrived arrived) {
    if (arrived.message().qos() == 0) {
      return;
    }
    try {
      client.messageArrivedComplete(arrived.packet(), 1);
    } catch (MqttException lost) {
      // The loss is told as an event, and the broker sends the message again.
      Logger.debug(lost, "report: packet {} was not acknowledged", arrived.packet());
    }
  }

  private void refuseIfClosed() {
    if (closed) {
      throw new IllegalStateException("the link to " + wire.getServerURI() + " is closed");
    }
  }

  private void answer(long ticket, LinkEvent event) {
    if (unanswered.remove(ticket)) {
      gate.tell(event);
    }
  }

  /** Nothing of what was published will be answered any more, then the connection is lost. */
  private void lost(String reason) {
    for (long ticket : new TreeSet<>(unanswered)) {
      answer(ticket, new Failed(ticket, reason));
    }
    gate.lose(reason);
  }

  /** One of Paho's threads has ended by an error, which Paho itself would notice much later. */
  private void crashed(Throwable fault) {
    connected.completeExceptionally(fault);
    cut();
    lost("the broker sent what cannot be read: " + Chain.words(fault));
  }

  @Override
  public void leave() {
    if (closed) {
      return;
    }
    CompletableFuture<Boolean> said = new CompletableFuture<>();
    try {
      client.disconnect(
          GOODBYE.toMillis(), null, Answer.into(said, _ -> true), 0, new MqttProperties());
      said.get(2 * GOODBYE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (MqttException | ExecutionException | TimeoutException gone) {
      Logger.debug(gone, "report: no goodbye to {}", wire.getServerURI());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    close();
  }

  @Override
  public void close() {
    closed = true;
    gate.shut();
    Thread discarding = Thread.ofVirtual().name("uplink-discard").start(this::discard);
    try {
      if (!discarding.join(END)) {
        Logger.debug("report: the link to {} is slow to end", wire.getServerURI());
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** In this order nothing of Paho is left over; in others threads are. */
  private void discard() {
    cut();
    try {
      // Paho's connecting thread must be through first: it would wait for its helpers for ever.
      connected.exceptionally(_ -> null).get(END.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException stuck) {
      Logger.debug(stuck, "report: still connecting to {}", wire.getServerURI());
    }
    quietly(() -> client.disconnectForcibly(0, GOODBYE.toMillis(), false));
    quietly(() -> client.close(true));
    workers.shutdownNow();
    try {
      workers.awaitTermination(END.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void cut() {
    quietly(wire::stop);
  }

  /** Something that may fail when a link is thrown away. */
  private interface Last {
    void step() throws MqttException, IOException;
  }

  private static void quietly(Last last) {
    try {
      last.step();
    } catch (MqttException | IOException | RuntimeException broken) {
      // Paho trips over what it has already given away (null pointers too); it is of no use now.
      Logger.debug(broken, "report: while a link was thrown away");
    }
  }

  /** Told what became of one message. */
  private final class Published implements MqttActionListener {
    private final long ticket;

    Published(long ticket) {
      this.ticket = ticket;
    }

    @Override
    public void onSuccess(IMqttToken token) {
      int[] codes = token.getReasonCodes();
      int code = codes == null || codes.length == 0 ? 0 : codes[0];
      answer(ticket, new Acknowledged(ticket, code));
    }

    @Override
    public void onFailure(IMqttToken token, Throwable fault) {
      answer(ticket, new Failed(ticket, Chain.words(fault)));
    }
  }

  /** Told everything else, on Paho's threads. */
  private final class Ear implements MqttCallback {
    @Override
    public void messageArrived(String topic, MqttMessage packet) {
      Arrived arrived = new Arrived(Packets.from(topic, packet), packet.getId());
      gate.tell(arrived, manual ? () -> {} : () -> done(arrived));
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {
      lost(Diagnosis.lost(response));
    }

    @Override
    public void mqttErrorOccurred(MqttException fault) {
      // The loss of the connection follows.
    }

    @Override
    public void deliveryComplete(IMqttToken token) {
      // Told to each message's own listener.
    }

    @Override
    public void connectComplete(boolean reconnect, String address) {
      // Told to the listener of the connection.
    }

    @Override
    public void authPacketArrived(int code, MqttProperties properties) {
      // Never asked for.
    }
  }
}
