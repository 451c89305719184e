package iyagi.report.mqtt;

import iyagi.report.Uplink;
import iyagi.words.Sentence;
import java.util.Optional;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.MqttPublish;

/**
 * What the broker takes. Paho reads it too, but spoils the next message when it refuses one, checks
 * the size against the wrong side's limit, and lowers QoS and retain without a word.
 *
 * @param window messages that may be unacknowledged at once
 * @param packetBytes of one packet, all included
 * @param acknowledges whether it takes QoS 1
 * @param retains whether it keeps retained messages
 */
record Limits(int window, long packetBytes, boolean acknowledges, boolean retains) {
  /** What Paho adds to a packet when the broker takes topic aliases. */
  private static final int ALIAS_BYTES = 3;

  /** A body so small fits with all that may stand around it, and need not be measured. */
  private static final int SMALL_BYTES = Uplink.LONGEST_PACKET_BYTES / 2;

  /** What the broker has said of itself when it let us in. */
  static Limits of(MqttProperties said) {
    return new Limits(
        orElse(said.getReceiveMaximum(), 65_535),
        // Paho holds what goes out against our own limit, and ends the connection.
        Math.min(orElse(said.getMaximumPacketSize(), Long.MAX_VALUE), Uplink.LONGEST_PACKET_BYTES),
        orElse(said.getMaximumQoS(), 2) > 0,
        orElse(said.isRetainAvailable(), true));
  }

  private static <T> T orElse(T said, T standard) {
    return said == null ? standard : said;
  }

  /**
   * Why a message cannot be sent.
   *
   * @param unanswered messages on their way, this one included
   */
  Optional<Sentence> objection(int unanswered, String topic, MqttMessage packet) {
    if (unanswered > window) {
      return Optional.of(
          Sentence.of("the broker takes at most {0} unacknowledged messages at once", window));
    }
    if (packetBytes == Uplink.LONGEST_PACKET_BYTES && packet.getPayload().length <= SMALL_BYTES) {
      return Optional.empty();
    }
    long bytes = bytes(topic, packet);
    return bytes <= packetBytes
        ? Optional.empty()
        : Optional.of(
            Sentence.of("{0} bytes are more than the {1} that can be sent", bytes, packetBytes));
  }

  private static long bytes(String topic, MqttMessage packet) {
    try {
      MqttPublish publish = new MqttPublish(topic, packet, packet.getProperties());
      return (long) publish.getHeader().length + publish.getPayload().length + ALIAS_BYTES;
    } catch (MqttException unwritable) {
      throw new IllegalArgumentException("no packet can be made for " + topic, unwritable);
    }
  }
}
