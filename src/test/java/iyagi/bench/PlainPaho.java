package iyagi.bench;

import iyagi.report.Json;
import iyagi.report.Outgoing;
import iyagi.report.Report;
import iyagi.report.Topics;
import iyagi.time.NanoClock;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.UserProperty;

/** The yardstick of draining: Paho as it is downloaded, with messages made beforehand. */
final class PlainPaho {
  private static final NanoClock CLOCK = NanoClock.system();

  private PlainPaho() {}

  /**
   * Seconds from the first publish to the last acknowledgement.
   *
   * @param reports sent again and again, until there are so many messages
   * @param window so many may be unacknowledged
   */
  static double seconds(int port, String robot, List<Report> reports, int messages, int window)
      throws MqttException, InterruptedException {
    List<byte[]> bodies =
        reports.stream().map(r -> Json.bytes(Outgoing.event(robot, "bench", r))).toList();
    MqttAsyncClient client =
        new MqttAsyncClient("tcp://127.0.0.1:" + port, "plain", new MemoryPersistence());
    client.connect(new MqttConnectionOptions()).waitForCompletion();
    double seconds = publish(client, new Topics(robot).events(), bodies, messages, window);
    client.disconnect().waitForCompletion();
    client.close();
    return seconds;
  }

  private static double publish(
      MqttAsyncClient client, String topic, List<byte[]> bodies, int messages, int window)
      throws MqttException, InterruptedException {
    Semaphore free = new Semaphore(window);
    MqttActionListener freeing =
        new MqttActionListener() {
          @Override
          public void onSuccess(IMqttToken token) {
            free.release();
          }

          @Override
          public void onFailure(IMqttToken token, Throwable failure) {
            throw new IllegalStateException(failure);
          }
        };
    long begin = CLOCK.nanos();
    for (int i = 0; i < messages; i++) {
      free.acquire();
      MqttMessage message = new MqttMessage(bodies.get(i % bodies.size()), 1, false, properties(i));
      client.publish(topic, message, null, freeing);
    }
    free.acquire(window);
    return (CLOCK.nanos() - begin) / 1e9;
  }

  /** The same that our events have. */
  private static MqttProperties properties(int number) {
    MqttProperties properties = new MqttProperties();
    properties.setPayloadFormat(true);
    properties.setContentType("application/cloudevents+json");
    properties.setUserProperties(
        List.of(
            new UserProperty("contract", "1.0"),
            new UserProperty("sent", "6f1c0b5e-3a0e-4f0a-9a51-2b8f3c7f9d11:" + number)));
    return properties;
  }
}
