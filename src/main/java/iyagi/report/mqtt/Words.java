package iyagi.report.mqtt;

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
  private static final String CLOSED = "the broker has closed the connection";
  private static final String CUT =
      "the connection was cut off; the broker, the network or a device between them did it";
  private static final String NO_WAY = "there is no way through the network";
  private static final String SILENT = "nothing has been heard for too long";
  private static final String OURS = "the connection was closed here";

  /** Paho's number for a topic alias above what we allow, which is none. */
  private static final int INVALID_ALIAS = 32301;

  private Words() {}

  /** What a fault of Java's or Paho's means. */
  static String of(Throwable fault) {
    Optional<Framing.TooLong> tooLong = Chain.first(fault, Framing.TooLong.class);
    if (tooLong.isPresent()) {
      return tooLong.get().getMessage();
    }
    Optional<IOException> network = Chain.first(fault, IOException.class);
    if (network.isPresent()) {
      return network(network.get());
    }
    return Chain.first(fault, MqttException.class)
        .map(MqttException::getReasonCode)
        .map(Words::paho)
        .orElse("the program itself has failed; its log says more");
  }

  private static String network(IOException fault) {
    return switch (fault) {
      case SSLException tls -> protection(tls);
      case EOFException _ -> CLOSED;
      case UnknownHostException _ -> "the broker's name is unknown";
      case SocketTimeoutException _ -> SILENT;
      case NoRouteToHostException _ -> NO_WAY;
      case SocketException socket -> socket(said(socket), socket instanceof ConnectException);
      default -> CUT;
    };
  }

  private static String protection(SSLException tls) {
    Optional<IOException> below =
        Chain.of(tls)
            .filter(f -> f instanceof IOException && !(f instanceof SSLException))
            .map(IOException.class::cast)
            .findFirst();
    return below
        .map(Words::network)
        .orElse("the protection of the connection (TLS) has failed; " + CUT);
  }

  /** By the texts of Linux and of the JDK; what is none of them has cut the connection as well. */
  private static String socket(String said, boolean connecting) {
    if (said.contains("refused")) {
      return "nothing listens there";
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

  private static String paho(int code) {
    if (code >= 0x80 && code <= 0xFF) {
      return "the broker says " + Codes.words(code);
    }
    return switch (code) {
      case MqttClientException.REASON_CODE_CLIENT_TIMEOUT -> SILENT;
      case MqttClientException.REASON_CODE_WRITE_TIMEOUT -> "nothing can be sent to the broker";
      case MqttClientException.REASON_CODE_SERVER_DISCONNECTED,
          MqttClientException.REASON_CODE_CONNECTION_LOST ->
          CLOSED;
      case MqttClientException.REASON_CODE_CLIENT_NOT_CONNECTED,
          MqttClientException.REASON_CODE_CLIENT_CLOSED,
          MqttClientException.REASON_CODE_CLIENT_DISCONNECTING,
          MqttClientException.REASON_CODE_CLIENT_ALREADY_DISCONNECTED ->
          "there is no connection any more";
      case INVALID_ALIAS, MqttClientException.REASON_CODE_UNKNOWN_TOPIC_ALIAS ->
          "the broker abbreviates topics, although it was told not to";
      case MqttClientException.REASON_CODE_MAX_INFLIGHT -> "too many messages are under way";
      case MqttException.REASON_CODE_MALFORMED_PACKET,
          MqttException.REASON_CODE_INVALID_RETURN_CODE,
          MqttClientException.REASON_CODE_INVALID_MESSAGE ->
          "the broker sent what cannot be read";
      default -> "the connection has failed (Paho's number " + code + ")";
    };
  }
}
