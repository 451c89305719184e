package iyagi.report.mqtt;

import iyagi.report.LinkEvent;
import iyagi.report.LinkEvent.Acknowledged;
import iyagi.report.LinkEvent.Failed;
import iyagi.words.Sentence;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;

/**
 * The messages that were published and not yet answered. Each is answered once, whatever Paho says
 * of it and how often. Any thread.
 */
final class Tickets {
  private final Set<Long> unanswered = ConcurrentHashMap.newKeySet();
  private final Gate gate;

  Tickets(Gate gate) {
    this.gate = gate;
  }

  /** Waits for an answer from now on; gives how many wait, this one included. */
  int add(long ticket) {
    if (!unanswered.add(ticket)) {
      throw new IllegalArgumentException("ticket " + ticket + " is still unanswered");
    }
    return unanswered.size();
  }

  /** Told by Paho what has become of one message. */
  MqttActionListener listener(long ticket) {
    return new Listener(ticket);
  }

  /** It does not reach the broker. */
  void fail(long ticket, Sentence reason) {
    answer(ticket, new Failed(ticket, reason));
  }

  /** No more answers will come. */
  void failAll(Sentence reason) {
    new TreeSet<>(unanswered).forEach(ticket -> fail(ticket, reason));
  }

  private void answer(long ticket, LinkEvent event) {
    if (unanswered.remove(ticket)) {
      gate.tell(event);
    }
  }

  private final class Listener implements MqttActionListener {
    private final long ticket;

    Listener(long ticket) {
      this.ticket = ticket;
    }

    /** A success to Paho is any answer of the broker, also "not authorised". */
    @Override
    public void onSuccess(IMqttToken token) {
      int[] codes = token.getReasonCodes();
      int code = codes == null || codes.length == 0 ? 0 : codes[0];
      answer(ticket, new Acknowledged(ticket, code));
    }

    @Override
    public void onFailure(IMqttToken token, Throwable fault) {
      fail(ticket, Words.of(fault));
    }
  }
}
