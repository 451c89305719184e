package iyagi.report.mqtt;

import iyagi.words.Sentence;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.common.MqttException;

/**
 * Why a connection is gone or a message was not sent, for a librarian. Java and Paho say it in
 * English for programmers ("EOFException", "Connection reset by peer"), which nobody is shown.
 */
final class Words {
  private static final Sentence CLOSED = Sentence.of("the broker has closed the connection");
  private static final Sentence CUT =
      Sentence.of(
          "the connection was cut off; the broker, the network or a device between them did it");
  private static final Sentence NO_WAY = Sentence.of("there is no way through the network");
  private static final Sentence SILENT = Sentence.of("nothing has been heard for too long");
  private static final Sentence OURS = Sentence.of("the connection was closed here");

  /** Paho's number for a topic alias above what we allow, which is none. */
  private static final int INVALID_ALIAS = 32301;

  private Words() {}

  /** What a fault of Java's or Paho's means. */
  static Sentence of(Throwable fault) {
    Optional<Framing.TooLong> tooLong = Chain.first(fault, Framing.TooLong.class);
    if (tooLong.isPresent()) {
      return tooLong.get().sentence();
    }
    Optional<IOException> network = Chain.first(fault, IOException.class);
    if (network.isPresent()) {
      return network(network.get());
    }
    return Chain.first(fault, MqttException.class)
        .map(MqttException::getReasonCode)
        .map(Words::paho)
        .orElse(Sentence.of("the program itself has failed; its log says more"));
  }

  private static Sentence network(IOException fault) {
    return switch (fault) {
      case SSLException tls -> protection(tls);
      case EOFException _ -> CLOSED;
      case UnknownHostException _ -> Sentence.of("the broker's name is unknown");
      case SocketTimeoutException _ -> SILENT;
      case NoRouteToHostException _ -> NO_WAY;
      case SocketException socket -> socket(said(socket), socket instanceof ConnectException);
      default -> CUT;
    };
  }

  private static Sentence protection(SSLException tls) {
    Optional<IOException> below =
        Chain.of(tls)
            .filter(f -> f instanceof IOException && !(f instanceof SSLException))
            .map(IOException.class::cast)
            .findFirst();
    return below
        .map(Words::network)
        .orElse(Sentence.of("the protection of the connection (TLS) has failed; {0}", CUT));
  }

  /** By the texts of Linux and of the JDK; what is none of them has cut the connection as well. */
  private static Sentence socket(String said, boolean connecting) {
    if (said.contains("refused")) {
      return Sentence.of("nothing listens there");
    }
    if (said.contains("unreachable") || said.contains("no route") || said.contains("is down")) {
      return NO_WAY;
    }
    if (said.contains("timed out") || connecting) {
      return SILENT;
    }
    if (said.contains("broken pipe")) {
      return CLOSED;
    }
    return said.contains("socket closed") || said.contains("by ourselves") ? OURS : CUT;
  }

  private static String said(Throwable fault) {
    return Optional.ofNullable(fault.getMessage()).orElse("").toLowerCase(Locale.ROOT);
  }

  private static Sentence paho(int code) {
    if (code >= 0x80 && code <= 0xFF) {
      return Sentence.of("the broker says {0}", Codes.words(code));
    }
    return switch (code) {
      case MqttClientException.REASON_CODE_CLIENT_TIMEOUT -> SILENT;
      case MqttClientException.REASON_CODE_WRITE_TIMEOUT ->
          Sentence.of("nothing can be sent to the broker");
      case MqttClientException.REASON_CODE_SERVER_DISCONNECTED,
          MqttClientException.REASON_CODE_CONNECTION_LOST ->
          CLOSED;
      case MqttClientException.REASON_CODE_CLIENT_NOT_CONNECTED,
          MqttClientException.REASON_CODE_CLIENT_CLOSED,
          MqttClientException.REASON_CODE_CLIENT_DISCONNECTING,
          MqttClientException.REASON_CODE_CLIENT_ALREADY_DISCONNECTED ->
          Sentence.of("there is no connection any more");
      case INVALID_ALIAS, MqttClientException.REASON_CODE_UNKNOWN_TOPIC_ALIAS ->
          Sentence.of("the broker abbreviates topics, although it was told not to");
      case MqttClientException.REASON_CODE_MAX_INFLIGHT ->
          Sentence.of("too many messages are under way");
      case MqttException.REASON_CODE_MALFORMED_PACKET,
          MqttException.REASON_CODE_INVALID_RETURN_CODE,
          MqttClientException.REASON_CODE_INVALID_MESSAGE ->
          Sentence.of("the broker sent what cannot be read");
      default -> Sentence.of("the connection has failed (Paho's number {0})", code);
    };
  }
}
