package iyagi.report;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * One message on its way to or from the broker.
 *
 * @param topic where it goes or came from
 * @param body its bytes, UTF-8 JSON in all of our contract; nobody writes into the array
 * @param qos 0 or 1: whether the broker has to acknowledge it
 * @param retained kept by the broker for whoever subscribes later
 * @param properties MQTT 5 properties
 */
public record Message(String topic, byte[] body, int qos, boolean retained, Properties properties) {
  /** The content type of every message but the events. */
  public static final String JSON = "application/json";

  /** Checks the quality of service. */
  public Message {
    if (qos != 0 && qos != 1) {
      throw new IllegalArgumentException("QoS " + qos + " is neither 0 nor 1");
    }
  }

  /** The body as text. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /**
   * What MQTT 5 says of a message beside its body.
   *
   * @param expiry after which the broker no longer delivers it; whole seconds
   * @param contentType of the body; "" if none was given
   * @param responseTopic where an answer is wanted; "" if nowhere
   * @param correlation to be sent back with the answer; "" if none. Text in all of our contract
   * @param user the user properties by name; of a name given twice, the last
   */
  public record Properties(
      Optional<Duration> expiry,
      String contentType,
      String responseTopic,
      String correlation,
      Map<String, String> user) {
    /** JSON that neither expires nor wants an answer. */
    public static final Properties PLAIN = new Properties(Optional.empty(), JSON, "", "", Map.of());

    /** Copies. */
    public Properties {
      user = Map.copyOf(user);
    }
  }
}
