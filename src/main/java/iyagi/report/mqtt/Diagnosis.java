package iyagi.report.mqtt;

import iyagi.report.BrokerAddress;
import iyagi.report.Uplink.Cause;
import iyagi.report.Uplink.Unreachable;
import iyagi.report.mqtt.Credentials.Protection;
import iyagi.words.Sentence;
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
    double seconds = patience.toMillis() / 1000.0;
    return switch (wire.stage()) {
      case NAME ->
          network(
              Sentence.of(
                  "the name was not resolved within {0} s; check the network's name service",
                  seconds));
      case CONNECT -> checkNetwork(Sentence.of("no answer within {0} s", seconds), null);
      case HANDSHAKE ->
          hanging(
              Sentence.of("took the connection, but said nothing of TLS within {0} s", seconds),
              null);
      case UP ->
          hanging(
              Sentence.of("took the connection, but did not answer in MQTT within {0} s", seconds),
              null);
    };
  }

  private Unreachable checkNetwork(Sentence found, Throwable fault) {
    return network(
        Sentence.of("{0}; check the network, the firewall and whether the machine is on", found),
        fault);
  }

  private Unreachable hanging(Sentence found, Throwable fault) {
    return network(
        Sentence.of("{0}; the broker hangs, or the port is another program's", found), fault);
  }

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
              Sentence.of(
                  "the name is unknown; check it in the settings, and the network's name service"),
              fault);
      case NoRouteToHostException _ -> checkNetwork(Sentence.of("no way there"), fault);
      case SocketTimeoutException _ when wire.stage() == Wire.Stage.HANDSHAKE ->
          hanging(Sentence.of("took the connection, but said nothing of TLS"), fault);
      case SocketTimeoutException _ -> checkNetwork(Sentence.of("no answer in time"), fault);
      default -> plain(fault);
    };
  }

  private Unreachable plain(IOException fault) {
    String words = String.valueOf(fault.getMessage());
    return switch (wire.stage()) {
      case UP ->
          network(
              Sentence.of(
                  "took the connection and closed it at once; the broker may be overloaded or behind"
                      + " a proxy without it{0}",
                  address.tls().isPresent()
                      ? Sentence.of(", or not accept the robot's certificate")
                      : Sentence.of(", or the port may want TLS (mqtts)")),
              fault);
      case HANDSHAKE -> brokenOff(fault);
      case NAME, CONNECT ->
          words.contains("refused")
              ? network(
                  Sentence.of(
                      "nothing listens there; start the broker, or correct the address in the"
                          + " settings"),
                  fault)
              : checkNetwork(Words.of(fault), fault);
    };
  }

  private Unreachable brokenOff(IOException fault) {
    return protection.isPresent() && protection.get().witness().passed()
        ? certificates().brokenOff().at(address, fault)
        : network(
            Sentence.of(
                "took the connection and closed it when TLS began; check whether the port speaks"
                    + " TLS"),
            fault);
  }

  private CertificateDiagnosis certificates() {
    return new CertificateDiagnosis(protection.flatMap(Protection::own));
  }

  private Unreachable refused(int code, Throwable fault) {
    return unreachable(
        Codes.passing(code) ? Cause.NETWORK : Cause.REFUSED,
        Sentence.of("the broker refuses us: {0}; {1}", Codes.words(code), advice(code)),
        fault);
  }

  private Sentence advice(int code) {
    return switch (code) {
      case Codes.BAD_LOGIN, Codes.NOT_AUTHORISED ->
          address.login().isPresent()
              ? Sentence.of(
                  "check the user '{0}', the password in {1} and the user's rights at the broker",
                  address.login().get().user(), address.login().get().password())
              : Sentence.of("the broker wants a user and a password, or knows no rights for us");
      case Codes.BAD_CLIENT_ID -> Sentence.of("check the robot's id, at the broker too");
      case Codes.UNSUPPORTED_VERSION -> Sentence.of("the broker must speak MQTT 5");
      default -> Sentence.of("ask whoever runs the broker");
    };
  }

  private Unreachable notUnderstood(int code, Throwable fault) {
    return switch (code) {
      case MqttException.REASON_CODE_INVALID_RETURN_CODE,
          MqttException.REASON_CODE_MALFORMED_PACKET,
          MqttClientException.REASON_CODE_INVALID_MESSAGE ->
          unreachable(
              Cause.REFUSED,
              Sentence.of(
                  "what answers there does not speak MQTT 5; name a broker that does, or its right"
                      + " port"),
              fault);
      case MqttClientException.REASON_CODE_SERVER_DISCONNECTED ->
          network(
              Sentence.of("the broker ended the connection at once; ask whoever runs it"), fault);
      default -> network(Sentence.of("no connection: {0}", Words.of(fault)), fault);
    };
  }

  /** A subscription that the broker has not accepted. */
  Unreachable subscription(String filter, int code) {
    return unreachable(
        Cause.REFUSED,
        Sentence.of(
            "the broker refuses the subscription to {0}: {1}; check our rights at the broker",
            filter, Codes.words(code)),
        null);
  }

  /** A broker that cannot keep what we promise. */
  Unreachable lacking(Sentence what) {
    return unreachable(
        Cause.REFUSED,
        Sentence.of("the broker has {0}; switch it on, or name another one", what),
        null);
  }

  /** A connection that was gone before it was any use. */
  Unreachable gone(Sentence reason) {
    return network(Sentence.of("let us in and then went: {0}", reason));
  }

  /** Somebody has told us to stop while connecting. */
  Unreachable interrupted(InterruptedException interrupt) {
    return network(Sentence.of("interrupted while connecting"), interrupt);
  }

  /** Why a connection has been lost, as an event says it. */
  static Sentence lost(MqttDisconnectResponse response) {
    MqttException fault = response.getException();
    if (fault == null) {
      String said = response.getReasonString();
      return Sentence.of(
          "the broker ended it: {0}{1}",
          Codes.words(response.getReturnCode()), said == null ? "" : ", " + said);
    }
    return fault.getReasonCode() == MqttClientException.REASON_CODE_CLIENT_TIMEOUT
        ? Sentence.of("no sign of life from the broker")
        : Words.of(fault);
  }

  private Unreachable network(Sentence words) {
    return network(words, null);
  }

  private Unreachable network(Sentence words, Throwable fault) {
    return unreachable(Cause.NETWORK, words, fault);
  }

  private Unreachable unreachable(Cause kind, Sentence words, Throwable fault) {
    return new Unreachable(kind, Sentence.of("{0}: {1}", address.words(), words), fault);
  }
}
