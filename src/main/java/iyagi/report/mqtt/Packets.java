package iyagi.report.mqtt;

import iyagi.report.Message;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.UserProperty;

/** Our messages as Paho's, and back. */
final class Packets {
  private Packets() {}

  /** A new packet at each call: Paho writes into it (a topic alias stays in its properties). */
  static MqttMessage of(Message message) {
    return new MqttMessage(
        message.body(), message.qos(), message.retained(), properties(message.properties()));
  }

  /** What Paho sends with a message or with a will. */
  static MqttProperties properties(Message.Properties ours) {
    MqttProperties theirs = new MqttProperties();
    theirs.setPayloadFormat(true);
    ours.expiry().ifPresent(e -> theirs.setMessageExpiryInterval(e.toSeconds()));
    if (!ours.contentType().isEmpty()) {
      theirs.setContentType(ours.contentType());
    }
    if (!ours.responseTopic().isEmpty()) {
      theirs.setResponseTopic(ours.responseTopic());
    }
    if (!ours.correlation().isEmpty()) {
      theirs.setCorrelationData(ours.correlation().getBytes(StandardCharsets.UTF_8));
    }
    List<UserProperty> user = new ArrayList<>();
    new TreeMap<>(ours.user()).forEach((name, value) -> user.add(new UserProperty(name, value)));
    theirs.setUserProperties(user);
    return theirs;
  }

  /** A message that has come. */
  static Message from(String topic, MqttMessage packet) {
    return new Message(
        topic,
        packet.getPayload(),
        packet.getQos(),
        packet.isRetained(),
        properties(packet.getProperties()));
  }

  private static Message.Properties properties(MqttProperties theirs) {
    byte[] correlation = theirs.getCorrelationData();
    Map<String, String> user = new HashMap<>();
    for (UserProperty property : theirs.getUserProperties()) {
      user.put(property.getKey(), property.getValue());
    }
    return new Message.Properties(
        Optional.ofNullable(theirs.getMessageExpiryInterval()).map(Duration::ofSeconds),
        orEmpty(theirs.getContentType()),
        orEmpty(theirs.getResponseTopic()),
        correlation == null ? "" : new String(correlation, StandardCharsets.UTF_8),
        user);
  }

  private static String orEmpty(String given) {
    return given == null ? "" : given;
  }
}
