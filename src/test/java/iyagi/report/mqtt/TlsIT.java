package iyagi.report.mqtt;

import static iyagi.report.mqtt.Letters.message;
import static iyagi.report.mqtt.Letters.terms;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.report.BrokerAddress;
import iyagi.report.BrokerAddress.Own;
import iyagi.report.BrokerAddress.Tls;
import iyagi.report.Link;
import iyagi.report.LinkEvent.Acknowledged;
import iyagi.report.Uplink.Cause;
import iyagi.report.Uplink.Terms;
import iyagi.report.Uplink.Unreachable;
import iyagi.report.mqtt.Authority.Issued;
import iyagi.report.mqtt.FaultyProxy.Mode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Protected connections to brokers whose certificates, or ours, are right or wrong. */
final class TlsIT {
  private static final String HERE = "IP:127.0.0.1,DNS:localhost";

  @TempDir static Path folder;
  private static Authority authority;
  private static Issued server;
  private static Issued robot;
  private static Broker open;
  private static Broker strict;

  @BeforeAll
  static void start() throws Exception {
    authority = new Authority(folder, "authority");
    server = authority.issue("server", HERE);
    robot = authority.issue("robot", "DNS:robot");
    open = broker(server);
    strict =
        broker(
            server,
            "require_certificate true",
            "use_identity_as_username true",
            "cafile " + authority.certificate());
  }

  @AfterAll
  static void stop() {
    open.close();
    strict.close();
  }

  @Test
  void aMessageGoesThroughByNameAndByAddress() {
    assertWorks(address(open, "127.0.0.1", trusting()));
    assertWorks(address(open, "localhost", trusting()));
  }

  @Test
  void aMessageGoesThroughByIpv6() throws Exception {
    Broker.needsIpv6();
    Issued six = authority.issue("six", "IP:::1");
    try (Broker broker =
        Broker.at("::1", "certfile " + six.certificate(), "keyfile " + six.key())) {
      assertWorks(address(broker, "::1", trusting()));
    }
  }

  @Test
  void theRobotShowsItsCertificateWhateverTheKeyIsMadeOf() throws Exception {
    Issued rsa = authority.issueRsa("robot-rsa", "DNS:robot");
    assertWorks(address(strict, "127.0.0.1", showing(robot)));
    assertWorks(address(strict, "127.0.0.1", showing(rsa)));
  }

  @Test
  void theBrokersCertificateIsSignedByNobodyWeTrust() throws Exception {
    Authority other = new Authority(folder, "other-authority");
    String words = "the broker's certificate is not signed by an authority that we trust";
    assertRefused(
        Cause.CERTIFICATE,
        words,
        address(open, "127.0.0.1", new Tls(Optional.of(other.certificate()), Optional.empty())));
    assertRefused(
        Cause.CERTIFICATE,
        words,
        address(open, "127.0.0.1", new Tls(Optional.empty(), Optional.empty())));
  }

  @Test
  void theBrokersCertificateIsForAnotherName() throws Exception {
    try (Broker elsewhere = broker(authority.issue("elsewhere", "DNS:mqtt.elsewhere.example"))) {
      String words = "the broker's certificate is for another name than ";
      assertRefused(
          Cause.CERTIFICATE, words + "127.0.0.1", address(elsewhere, "127.0.0.1", trusting()));
      assertRefused(
          Cause.CERTIFICATE, words + "localhost", address(elsewhere, "localhost", trusting()));
    }
  }

  @Test
  void theBrokersCertificateHasExpired() throws Exception {
    try (Broker old = broker(authority.issueExpired("old", HERE))) {
      assertRefused(
          Cause.CERTIFICATE,
          "the broker's certificate has expired (",
          address(old, "127.0.0.1", trusting()));
    }
  }

  @Test
  void theBrokerWantsACertificateThatTheRobotDoesNotHave() {
    assertRefused(
        Cause.CERTIFICATE,
        "the broker wants a certificate of the robot (",
        address(strict, "127.0.0.1", trusting()));
  }

  @Test
  void theRobotsCertificateHasExpired() throws Exception {
    Issued expired = authority.issueExpired("robot-old", "DNS:robot");
    assertRefused(
        Cause.CERTIFICATE,
        // Which of the two depends on whether the broker's words arrive before its end.
        "the robot's certificate has expired, valid until 20",
        address(strict, "127.0.0.1", showing(expired)),
        "the broker does not accept the robot's certificate (connection closed, valid until 20");
  }

  @Test
  void thePortDoesNotSpeakTls() {
    try (Broker plain = Broker.with();
        var web = ScriptedBroker.answering("HTTP/1.1 400 Bad Request".chars().toArray())) {
      assertRefused(
          Cause.NETWORK,
          "closed it when TLS began; check whether the port speaks TLS",
          address(plain.port(), "127.0.0.1", trusting()));
      assertRefused(
          Cause.SETTINGS,
          "the port does not speak TLS; use mqtt:// or the port for TLS",
          address(web.address().port(), "127.0.0.1", trusting()));
    }
  }

  @Test
  void thePortWantsTlsAndGetsNone() {
    assertRefused(Cause.NETWORK, "the port may want TLS (mqtts)", open.address());
  }

  @Test
  void aSilentPeerIsGivenUpInTime() {
    try (var proxy = new FaultyProxy(open.port())) {
      proxy.set(Mode.ACCEPT_AND_STAY_SILENT);
      BrokerAddress address = address(proxy.port(), "127.0.0.1", trusting());
      PahoUplink uplink = new PahoUplink(address);
      Terms hasty = Letters.patient(terms("silent"), Duration.ofMillis(800));
      Unreachable silent =
          assertThrows(Unreachable.class, () -> uplink.open(hasty, new Letters()).close());
      assertEquals(Cause.NETWORK, silent.kind());
      assertTrue(silent.getMessage().contains("said nothing of TLS"), silent.getMessage());
      Remains.awaitNone(uplink);
    }
  }

  @Test
  void sixtyAttemptsWithoutTheWantedCertificateLeaveNothing() {
    PahoUplink uplink = new PahoUplink(address(strict, "127.0.0.1", trusting()));
    attempt(uplink);
    Remains before = Remains.now();
    Remains.together(60, _ -> attempt(uplink));
    before.assertNoMoreNow(uplink);
  }

  private static void attempt(PahoUplink uplink) {
    assertThrows(Unreachable.class, () -> uplink.open(terms("sixty"), new Letters()).close());
  }

  private static void assertWorks(BrokerAddress address) {
    PahoUplink uplink = new PahoUplink(address);
    Letters letters = new Letters();
    try (Link link = uplink.open(terms("works", "a"), letters)) {
      link.publish(1, message("a", "protected"));
      assertEquals(new Acknowledged(1, 0), letters.find(Acknowledged.class));
    }
    Remains.awaitNone(uplink);
  }

  private static void assertRefused(
      Cause kind, String words, BrokerAddress address, String... orWords) {
    PahoUplink uplink = new PahoUplink(address);
    Unreachable unreachable =
        assertThrows(Unreachable.class, () -> uplink.open(terms("refused"), new Letters()).close());
    String said = unreachable.getMessage();
    assertTrue(said.startsWith(address.words() + ": "), said);
    assertEquals(1, said.lines().count(), said);
    boolean other = orWords.length > 0 && said.contains(orWords[0]);
    assertTrue(said.contains(words) || other, said);
    assertEquals(kind, unreachable.kind(), said);
    Remains.awaitNone(uplink);
  }

  private static Broker broker(Issued issued, String... more) {
    String[] lines = new String[more.length + 2];
    lines[0] = "certfile " + issued.certificate();
    lines[1] = "keyfile " + issued.key();
    System.arraycopy(more, 0, lines, 2, more.length);
    return Broker.with(lines);
  }

  private static Tls trusting() {
    return new Tls(Optional.of(authority.certificate()), Optional.empty());
  }

  private static Tls showing(Issued issued) {
    return new Tls(
        Optional.of(authority.certificate()),
        Optional.of(new Own(issued.certificate(), issued.key())));
  }

  private static BrokerAddress address(Broker broker, String host, Tls tls) {
    return address(broker.port(), host, tls);
  }

  private static BrokerAddress address(int port, String host, Tls tls) {
    return new BrokerAddress(host, port, Optional.of(tls), Optional.empty());
  }
}
