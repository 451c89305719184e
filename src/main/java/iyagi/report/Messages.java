package iyagi.report;

import iyagi.time.Moment;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What a robot sends, each with its topic, quality and expiry as the contract says. */
final class Messages {
  /** The contract that is spoken. */
  static final String CONTRACT = "1.0";

  /** A state that nobody has refreshed for so long is no longer true. */
  static final Duration STATE_EXPIRY = Duration.ofMinutes(15);

  private static final Duration RESULT_EXPIRY = Duration.ofMinutes(5);
  private static final String CLOUD_EVENT = "application/cloudevents+json";

  private final Topics topics;

  Messages(Topics topics) {
    this.topics = topics;
  }

  Message state(Outgoing.State state) {
    return new Message(
        topics.state(),
        Json.bytes(state),
        1,
        true,
        properties(Optional.of(STATE_EXPIRY), Message.JSON, "", Map.of()));
  }

  Message info(Outgoing.Info info) {
    return new Message(topics.info(), Json.bytes(info), 1, true, Message.Properties.PLAIN);
  }

  Message health(Outgoing.Health health) {
    return new Message(topics.health(), Json.bytes(health), 0, false, Message.Properties.PLAIN);
  }

  Message library(Outgoing.Inventory inventory) {
    return new Message(topics.library(), Json.bytes(inventory), 1, true, Message.Properties.PLAIN);
  }

  Message result(String topic, String correlation, Outgoing.Result result) {
    return new Message(
        topic.isEmpty() ? topics.results() : topic,
        Json.bytes(result),
        1,
        false,
        properties(Optional.of(RESULT_EXPIRY), Message.JSON, correlation, Map.of()));
  }

  /**
   * An event. Beside it stands when it is sent, exactly: by it the server can date the events of a
   * robot that never learns the time; and which one it is, for a server that cannot read the rest.
   */
  Message event(String epoch, Report report, Moment sent) {
    return new Message(
        topics.events(),
        Json.bytes(Outgoing.event(topics.robot(), epoch, report)),
        1,
        false,
        properties(
            Optional.empty(),
            CLOUD_EVENT,
            "",
            Map.of(
                "contract",
                CONTRACT,
                "place",
                epoch + ":" + report.sequence(),
                "sent",
                sent.boot() + ":" + sent.sinceBoot().toMillis())));
  }

  private static Message.Properties properties(
      Optional<Duration> expiry, String contentType, String correlation, Map<String, String> user) {
    return new Message.Properties(expiry, contentType, "", correlation, user);
  }
}
