package iyagi.report.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.Test;

final class WordsTest {
  private static final String CUT =
      "the connection was cut off; the broker, the network or a device between them did it";

  /** What Java 25 on Linux says, and what people are told. */
  private static final Map<Throwable, String> NETWORK =
      Map.ofEntries(
          Map.entry(new EOFException(), "the broker has closed the connection"),
          Map.entry(new SocketException("Connection reset"), CUT),
          Map.entry(new SocketException("Connection reset by peer"), CUT),
          Map.entry(new SocketException("Broken pipe"), "the broker has closed the connection"),
          Map.entry(new SocketException("Socket closed"), "the connection was closed here"),
          Map.entry(
              new SocketException("Network is unreachable"), "there is no way through the network"),
          Map.entry(
              new ConnectException("Network is unreachable"),
              "there is no way through the network"),
          Map.entry(
              new NoRouteToHostException("No route to host"),
              "there is no way through the network"),
          Map.entry(
              new SocketException("Connection timed out"), "nothing has been heard for too long"),
          Map.entry(
              new SocketTimeoutException("Read timed out"), "nothing has been heard for too long"),
          Map.entry(new ConnectException("Connection refused"), "nothing listens there"),
          Map.entry(new UnknownHostException("mqtt.libary"), "the broker's name is unknown"),
          Map.entry(new IOException("Stream closed"), CUT),
          Map.entry(
              new SSLException("Connection reset", new SocketException("Connection reset")), CUT),
          Map.entry(
              new SSLHandshakeException("bad_record_mac"),
              "the protection of the connection (TLS) has failed; " + CUT));

  @Test
  void theFaultsOfTheNetworkAreToldInWords() {
    NETWORK.forEach(
        (fault, words) -> {
          assertEquals(words, Words.of(fault).toString(), fault::toString);
          assertEquals(words, Words.of(new MqttException(fault)).toString(), fault::toString);
          assertEquals(
              words,
              Diagnosis.lost(new MqttDisconnectResponse(new MqttException(fault))).toString());
        });
  }

  @Test
  void aFaultOfOurOwnIsNotTakenForTheNetworks() {
    assertEquals(
        "the program itself has failed; its log says more",
        Words.of(new IllegalStateException("x", new NullPointerException())).toString());
  }

  @Test
  void everyNumberOfPahosIsToldInWords() {
    assertEquals(
        "the broker says 0x87 (not authorised)", Words.of(new MqttException(0x87)).toString());
    assertEquals("the connection has failed (Paho's number 32103)", paho(32103));
    assertEquals("there is no connection any more", paho(32104));
    assertEquals("the broker has closed the connection", paho(32109));
    assertEquals("too many messages are under way", paho(32202));
    for (int code : IntStream.rangeClosed(32_000, 32_210).toArray()) {
      assertPlain(paho(code));
    }
  }

  private static String paho(int code) {
    return Words.of(new MqttException(code)).toString();
  }

  @Test
  void noWordOfAProgrammersIsShown() {
    NETWORK.keySet().stream()
        .map(fault -> Words.of(fault).toString())
        .forEach(WordsTest::assertPlain);
  }

  private static void assertPlain(String words) {
    Stream.concat(
            List.of("Exception", "Socket", "EOF", "pipe", "reset", "null").stream(), Stream.of("_"))
        .forEach(bad -> assertFalse(words.contains(bad), words));
    assertTrue(words.length() > 12, words);
  }
}
