package iyagi.collect;

import iyagi.report.Incoming;
import iyagi.report.Json;
import iyagi.report.Link;
import iyagi.report.Message;
import iyagi.report.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What robots are told of the server: whether somebody takes their reports. One thread. */
final class ServerState {
  /** A state that nobody has refreshed for so long is no longer true. */
  private static final Duration EXPIRY = Duration.ofMinutes(15);

  private final Link link;
  private final Duration every;
  private long toldNanos;

  /** Below 0: those of confirmations are above. */
  private long ticket;

  ServerState(Link link, Duration every) {
    this.link = link;
    this.every = every;
  }

  /** Somebody is there. */
  void online(long nowNanos) {
    toldNanos = nowNanos;
    ticket--;
    link.publish(
        ticket,
        message(
            "online", new Message.Properties(Optional.of(EXPIRY), Message.JSON, "", "", Map.of())));
  }

  /** Tells it again when it is due. */
  void refresh(long nowNanos) {
    if (nowNanos - toldNanos >= every.toNanos()) {
      online(nowNanos);
    }
  }

  /** Another collector has gone, or our own earlier link; but we are there. */
  void heard(Message message, long nowNanos) {
    Json.read(message.body(), Incoming.Server.class)
        .filter(server -> "offline".equals(server.s()))
        .ifPresent(_ -> online(nowNanos));
  }

  /** We go. */
  void goodbye() {
    ticket--;
    link.publish(ticket, offline());
  }

  /** Nobody is there. */
  static Message offline() {
    return message("offline", Message.Properties.PLAIN);
  }

  private static Message message(String word, Message.Properties properties) {
    return new Message(Topics.SERVER, Json.bytes(new Incoming.Server(word)), 1, true, properties);
  }
}
