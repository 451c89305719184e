package iyagi.report.mqtt;

import iyagi.report.Link;
import iyagi.report.LinkEvent.Arrived;
import iyagi.report.Message;
import iyagi.report.Uplink.Terms;
import iyagi.words.Sentence;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.paho.mqttv5.client.IMqttToken;
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
  /** For what has been published to be acknowledged before the goodbye. */
  private static final Duration LAST_WORDS = Duration.ofMillis(300);

  /** For the goodbye to be sent; Paho waits all of it. */
  private static final Duration GOODBYE = Duration.ofMillis(100);

  /** For the threads to end. */
  private static final Duration END = Duration.ofMillis(500);

  private final MqttAsyncClient client;
  private final Wire wire;
  private final Workers workers;
  private final Gate gate;
  private final boolean manual;
  private final CompletableFuture<MqttProperties> connected = new CompletableFuture<>();
  private final Tickets tickets;
  private final AtomicReference<Thread> publisher = new AtomicReference<>();
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
    tickets = new Tickets(gate);
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
    refuseOtherThreads();
    int waiting = tickets.add(ticket);
    MqttMessage packet = Packets.of(message);
    Optional<Sentence> objection = limits.objection(waiting, message.topic(), packet);
    if (objection.isPresent()) {
      tickets.fail(ticket, objection.get());
      return;
    }
    try {
      client.publish(message.topic(), packet, null, tickets.listener(ticket));
    } catch (MqttException refused) {
      tickets.fail(ticket, Words.of(refused));
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

  /** Of two, one could use a topic's alias before the other has sent its topic. */
  private void refuseOtherThreads() {
    Thread here = Thread.currentThread();
    if (!publisher.compareAndSet(null, here) && publisher.get() != here) {
      throw new IllegalStateException(
          here.getName() + " publishes on a link of " + publisher.get().getName());
    }
  }

  private void refuseIfClosed() {
    if (closed) {
      throw new IllegalStateException("the link to " + wire.getServerURI() + " is closed");
    }
  }

  /** Nothing of what was published will be answered any more, then the connection is lost. */
  private void lost(Sentence reason) {
    tickets.failAll(reason);
    gate.lose(reason);
  }

  /** One of Paho's threads has ended by an error, which Paho itself would notice much later. */
  private void crashed(Throwable fault) {
    connected.completeExceptionally(fault);
    cut();
    Logger.debug(fault, "report: a thread of the link to {} has ended", wire.getServerURI());
    lost(Sentence.of("the broker sent what cannot be read"));
  }

  @Override
  public void leave() {
    if (closed) {
      return;
    }
    // Not Paho's disconnect(), whose thread cannot be stopped where the broker takes nothing.
    within(
        END,
        () ->
            quietly(
                () -> client.disconnectForcibly(LAST_WORDS.toMillis(), GOODBYE.toMillis(), true)));
    close();
  }

  @Override
  public void close() {
    closed = true;
    gate.shut();
    within(END, this::discard);
  }

  /** In this order nothing of Paho is left over; in others threads are. */
  private void discard() {
    cut();
    try {
      // Paho's connecting thread must be through first: it would wait for its helpers for ever.
      connected.exceptionally(_ -> null).get(END.toMillis(), TimeUnit.MILLISECONDS);
      quietly(() -> client.disconnectForcibly(0, GOODBYE.toMillis(), false));
      quietly(() -> client.close(true));
      workers.shutdownNow();
      workers.awaitTermination(END.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException never) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException stuck) {
      // It ends by itself, without an interrupt, when it comes to use the wire.
      workers.shutdown();
    }
  }

  /** Waits for what Paho does at most so long; it goes on by itself then. */
  private void within(Duration time, Runnable step) {
    try {
      if (!Thread.ofVirtual().name("uplink-end").start(step).join(time)) {
        Logger.debug("report: the link to {} is slow to end", wire.getServerURI());
      }
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

  /** Told everything but the answers, on Paho's threads. */
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
