package iyagi.report.mqtt;

import iyagi.report.BrokerAddress;
import iyagi.report.Uplink.Cause;
import iyagi.report.Uplink.Unreachable;
import iyagi.report.mqtt.Credentials.Protection;
import java.io.EOFException;
import java.io.IOException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.common.MqttException;

/** Why there is no connection, for a librarian: where, what was found, what to do. */
record Diagnosis(BrokerAddress address, Wire wire, Optional<Protection> protection) {
  /** Nothing has happened within the time. */
  Unreachable silence(Duration patience) {
    String within = " within " + patience.toMillis() / 1000.0 + " s";
    return switch (wire.stage()) {
      case NAME ->
          network("the name was not resolved" + within + "; check the network's name service");
      case CONNECT -> network("no answer" + within + CHECK_NETWORK);
      case HANDSHAKE ->
          network("took the connection, but said nothing of TLS" + within + HANGING_OR_OTHER);
      case UP ->
          network("took the connection, but did not answer in MQTT" + within + HANGING_OR_OTHER);
    };
  }

  private static final String CHECK_NETWORK =
      "; check the network, the firewall and whether the machine is on";
  private static final String HANGING_OR_OTHER =
      "; the broker hangs, or the port is another program's";

  /** What Paho has told, or the network below it. */
  Unreachable of(Throwable fault) {
    Optional<Unreachable> network = Chain.first(fault, IOException.class).map(this::network);
    if (network.isPresent()) {
      return network.get();
    }
    int code = Chain.first(fault, MqttException.class).map(MqttException::getReasonCode).orElse(0);
    return code >= 0x80 && code <= 0xFF ? refused(code, fault) : notUnderstood(code, fault);
  }

  private Unreachable network(IOException fault) {
    return switch (fault) {
      case SSLException tls when Chain.first(tls, EOFException.class).isPresent() -> plain(tls);
      case SSLException tls -> certificates().of(tls, address.host()).at(address, tls);
      case UnknownHostException _ ->
          network(
              "the name is unknown; check it in the settings, and the network's name service",
              fault);
      case NoRouteToHostException _ -> network("no way there" + CHECK_NETWORK, fault);
      case SocketTimeoutException _ when wire.stage() == Wire.Stage.HANDSHAKE ->
          network("took the connection, but said nothing of TLS" + HANGING_OR_OTHER, fault);
      case SocketTimeoutException _ -> network("no answer in time" + CHECK_NETWORK, fault);
      default -> plain(fault);
    };
  }

  private Unreachable plain(IOException fault) {
    String words = String.valueOf(fault.getMessage());
    return switch (wire.stage()) {
      case UP ->
          network(
              "took the connection and closed it at once; the broker may be overloaded or behind a"
                  + " proxy without it"
                  + (address.tls().isPresent()
                      ? ", or not accept the robot's certificate"
                      : ", or the port may want TLS (mqtts)"),
              fault);
      case HANDSHAKE -> brokenOff(fault);
      case NAME, CONNECT ->
          words.contains("refused")
              ? network(
                  "nothing listens there; start the broker, or correct the address in the settings",
                  fault)
              : network(Words.of(fault) + CHECK_NETWORK, fault);
    };
  }

  private Unreachable brokenOff(IOException fault) {
    return protection.isPresent() && protection.get().witness().passed()
        ? certificates().brokenOff().at(address, fault)
        : network(
            "took the connection and closed it when TLS began; check whether the port speaks TLS",
            fault);
  }

  private CertificateDiagnosis certificates() {
    return new CertificateDiagnosis(protection.flatMap(Protection::own));
  }

  private Unreachable refused(int code, Throwable fault) {
    String advice =
        switch (code) {
          case Codes.BAD_LOGIN, Codes.NOT_AUTHORISED ->
              address.login().isPresent()
                  ? "; check the user '"
                      + address.login().get().user()
                      + "', the password in "
                      + address.login().get().password()
                      + " and the user's rights at the broker"
                  : "; the broker wants a user and a password, or knows no rights for us";
          case Codes.BAD_CLIENT_ID -> "; check the robot's id, at the broker too";
          case Codes.UNSUPPORTED_VERSION -> "; the broker must speak MQTT 5";
          default -> "; ask whoever runs the broker";
        };
    return unreachable(
        Codes.passing(code) ? Cause.NETWORK : Cause.REFUSED,
        "the broker refuses us: " + Codes.words(code) + advice,
        fault);
  }

  private Unreachable notUnderstood(int code, Throwable fault) {
    return switch (code) {
      case MqttException.REASON_CODE_INVALID_RETURN_CODE,
          MqttException.REASON_CODE_MALFORMED_PACKET,
          MqttClientException.REASON_CODE_INVALID_MESSAGE ->
          unreachable(
              Cause.REFUSED,
              "what answers there does not speak MQTT 5; name a broker that does, or its right port",
              fault);
      case MqttClientException.REASON_CODE_SERVER_DISCONNECTED ->
          network("the broker ended the connection at once; ask whoever runs it", fault);
      default -> network("no connection: " + Words.of(fault), fault);
    };
  }

  /** A subscription that the broker has not accepted. */
  Unreachable subscription(String filter, int code) {
    return unreachable(
        Cause.REFUSED,
        "the broker refuses the subscription to "
            + filter
            + ": "
            + Codes.words(code)
            + "; check our rights at the broker",
        null);
  }

  /** A broker that cannot keep what we promise. */
  Unreachable lacking(String what) {
    return unreachable(
        Cause.REFUSED, "the broker has " + what + "; switch it on, or name another one", null);
  }

  /** A connection that was gone before it was any use. */
  Unreachable gone(String reason) {
    return network("let us in and then went: " + reason, null);
  }

  /** Somebody has told us to stop while connecting. */
  Unreachable interrupted(InterruptedException interrupt) {
    return network("interrupted while connecting", interrupt);
  }

  /** Why a connection has been lost, as an event says it. */
  static String lost(MqttDisconnectResponse response) {
    MqttException fault = response.getException();
    if (fault == null) {
      String said = response.getReasonString();
      return "the broker ended it: "
          + Codes.words(response.getReturnCode())
          + (said == null ? "" : ", " + said);
    }
    return fault.getReasonCode() == MqttClientException.REASON_CODE_CLIENT_TIMEOUT
        ? "no sign of life from the broker"
        : Words.of(fault);
  }

  private Unreachable network(String words) {
    return network(words, null);
  }

  private Unreachable network(String words, Throwable fault) {
    return unreachable(Cause.NETWORK, words, fault);
  }

  private Unreachable unreachable(Cause kind, String words, Throwable fault) {
    return new Unreachable(kind, address.words() + ": " + words, fault);
  }
}
