package iyagi.report;

import iyagi.words.Explained;
import iyagi.words.Sentence;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The way to a broker. A link is used up with its connection: whoever wants another one opens
 * another one.
 */
public interface Uplink {
  /** No packet is longer, either way: a body of the longest and all that may stand around it. */
  int LONGEST_PACKET_BYTES = 131_072;

  /**
   * Connects and subscribes. Blocks for at most the time that the terms give, then there is a link
   * or a reason.
   *
   * @param mailbox is told everything that happens on the link, on threads of the uplink's own; it
   *     must not block. May be told messages before this method returns
   * @throws Unreachable if there is no connection, with all that was opened for it given back
   */
  Link open(Terms terms, Consumer<LinkEvent> mailbox);

  /** Where it leads, for a person: "mqtts://mqtt.library.example:8883". */
  String address();

  /**
   * What is asked of the broker.
   *
   * @param clientId unique on that broker
   * @param sessionExpiry how long the broker keeps what it has for us while we are away
   * @param keepAlive at least so often something is sent, 1 to 65,535 seconds
   * @param patience how long connecting and subscribing may take together
   * @param will sent by the broker if the link is lost
   * @param willDelay how long the broker waits with it for us to come back
   * @param receiveMaximum how many messages to us may be unacknowledged, 1 to 65,535
   * @param filters what to subscribe to, each with QoS 1
   * @param manual whether messages to us are acknowledged by {@link Link#acknowledge}, not by
   *     themselves
   */
  record Terms(
      String clientId,
      Duration sessionExpiry,
      Duration keepAlive,
      Duration patience,
      Optional<Message> will,
      Duration willDelay,
      int receiveMaximum,
      List<String> filters,
      boolean manual) {
    /** Copies the filters. */
    public Terms {
      filters = List.copyOf(filters);
    }
  }

  /** Thrown when there is no connection; its message is for a librarian and says what to do. */
  final class Unreachable extends RuntimeException implements Explained {
    private static final long serialVersionUID = 1;
    private final Cause kind;
    private final transient Sentence sentence;

    /** Why, in words, with the vendor's own reason kept. */
    public Unreachable(Cause kind, Sentence sentence, Throwable cause) {
      super(sentence.toString(), cause);
      this.kind = kind;
      this.sentence = sentence;
    }

    @Override
    public Sentence sentence() {
      return sentence;
    }

    /** What sort of trouble it is. */
    public Cause kind() {
      return kind;
    }
  }

  /** What keeps a robot from its broker. */
  enum Cause {
    /** Nothing answers, or not in time; it may pass by itself. */
    NETWORK,
    /** The broker is there and does not let us in: password, name, rights. It needs a person. */
    REFUSED,
    /** The broker's certificate or ours is not accepted. It needs a person. */
    CERTIFICATE,
    /** The robot's own settings cannot be used, as a missing certificate file. */
    SETTINGS
  }
}
