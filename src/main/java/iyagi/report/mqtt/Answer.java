package iyagi.report.mqtt;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;

/**
 * Puts the outcome of one of Paho's actions into a future, which can be waited for with an end.
 * Paho's own waits never end by default.
 *
 * @param read takes the answer out of Paho's token
 */
record Answer<T>(CompletableFuture<T> future, Function<IMqttToken, T> read)
    implements MqttActionListener {
  static <T> Answer<T> into(CompletableFuture<T> future, Function<IMqttToken, T> read) {
    return new Answer<>(future, read);
  }

  @Override
  public void onSuccess(IMqttToken token) {
    future.complete(read.apply(token));
  }

  @Override
  public void onFailure(IMqttToken token, Throwable fault) {
    future.completeExceptionally(fault);
  }
}
