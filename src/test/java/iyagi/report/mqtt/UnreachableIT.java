package iyagi.report.mqtt;

import static iyagi.report.mqtt.Letters.terms;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.dist.Program;
import iyagi.report.BrokerAddress;
import iyagi.report.BrokerAddress.Login;
import iyagi.report.Uplink.Cause;
import iyagi.report.Uplink.Terms;
import iyagi.report.Uplink.Unreachable;
import iyagi.report.mqtt.FaultyProxy.Mode;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why there is no link, in a librarian's words, and nothing left of the attempt. */
final class UnreachableIT {
  private static final Duration SHORT = Duration.ofMillis(1_200);

  @TempDir private Path folder;

  @Test
  void nothingListens() throws Exception {
    BrokerAddress address = address("127.0.0.1", Broker.freePort("127.0.0.1"));
    assertUnreachable(
        address,
        Cause.NETWORK,
        "nothing listens there; start the broker, or correct the address in the settings");
  }

  @Test
  void theNameIsUnknown() {
    assertUnreachable(
        address("no-such-broker.invalid", 1883),
        Cause.NETWORK,
        "the name is unknown; check it in the settings, and the network's name service");
  }

  @Test
  void anAddressThatIsNoAddressIsAnUnknownName() {
    assertUnreachable(
        address("under_score.invalid", 1883),
        Cause.NETWORK,
        "the name is unknown; check it in the settings, and the network's name service");
  }

  @Test
  void aFrozenBrokerIsGivenUpInTimeAndTheNextAttemptSucceeds() throws Exception {
    try (var broker = Broker.with()) {
      broker.freeze();
      PahoUplink uplink = new PahoUplink(broker.address());
      CompletableFuture<Unreachable> attempt =
          CompletableFuture.supplyAsync(() -> refused(uplink, hasty("frozen")));
      // Paho itself would wait for ever.
      Unreachable silent = attempt.get(20, TimeUnit.SECONDS);
      assertEquals(Cause.NETWORK, silent.kind());
      assertEquals(
          broker.address().words()
              + ": took the connection, but did not answer in MQTT within 1.2 s;"
              + " the broker hangs, or the port is another program's",
          silent.getMessage());
      Remains.awaitNone(uplink);
      broker.thaw();
      uplink.open(terms("frozen"), new Letters()).close();
    }
  }

  @Test
  void somethingTakesTheConnectionAndClosesIt() {
    try (var proxy = new FaultyProxy(1)) {
      proxy.set(Mode.ACCEPT_AND_CLOSE);
      assertUnreachable(
          proxy.address(),
          Cause.NETWORK,
          "took the connection and closed it at once; the broker may be overloaded or behind a"
              + " proxy without it, or the port may want TLS (mqtts)");
    }
  }

  @Test
  void theBrokerRefusesTheLogin() throws Exception {
    Path passwords = folder.resolve("passwords");
    Program.run(
        Map.of(),
        Program.needs("mosquitto_passwd"),
        "-b",
        "-c",
        passwords.toString(),
        "bear",
        "honey");
    Path right = Files.writeString(folder.resolve("right"), "honey\n");
    Path wrong = Files.writeString(folder.resolve("wrong"), "salmon\n");
    try (var broker = Broker.with("allow_anonymous false", "password_file " + passwords)) {
      BrokerAddress bear = login(broker, "bear", right);
      new PahoUplink(bear).open(terms("bear"), new Letters()).close();
      assertUnreachable(
          login(broker, "bear", wrong),
          Cause.REFUSED,
          "the broker refuses us: 0x87 (not authorised); check the user 'bear', the password in "
              + wrong
              + " and the user's rights at the broker");
      assertUnreachable(
          broker.address(),
          Cause.REFUSED,
          "the broker refuses us: 0x87 (not authorised); the broker wants a user and a password,"
              + " or knows no rights for us");
    }
  }

  @Test
  void thePasswordFileIsMissingOrEmpty() throws Exception {
    Path missing = folder.resolve("missing");
    Path empty = Files.writeString(folder.resolve("empty"), "\n");
    BrokerAddress nowhere = address("127.0.0.1", 1);
    assertEquals(
        missing + " is missing; copy it there or correct the settings",
        refused(new PahoUplink(with(nowhere, new Login("bear", missing))), terms("x"))
            .getMessage());
    Unreachable unusable =
        refused(new PahoUplink(with(nowhere, new Login("bear", empty))), terms("x"));
    assertEquals(Cause.SETTINGS, unusable.kind());
    assertEquals(empty + " is empty; its first line must be the password", unusable.getMessage());
  }

  @Test
  void theBrokersAnswerSaysWhatIsWrong() {
    assertAnswer(Cause.REFUSED, "0x86 (wrong user or password)", ScriptedBroker.refusal(0x86));
    assertAnswer(Cause.REFUSED, "the broker must speak MQTT 5", ScriptedBroker.refusal(0x84));
    assertAnswer(Cause.REFUSED, "check the robot's id", ScriptedBroker.refusal(0x85));
    assertAnswer(Cause.NETWORK, "0x89 (broker busy)", ScriptedBroker.refusal(0x89));
  }

  @Test
  void whatAnswersDoesNotSpeakMqtt5() {
    int[] version3 = {0x20, 2, 0, 1};
    int[] web = "HTTP/1.1 400 Bad Request\r\n\r\n".chars().toArray();
    assertAnswer(Cause.REFUSED, "does not speak MQTT 5", version3);
    assertAnswer(Cause.REFUSED, "does not speak MQTT 5", web);
  }

  @Test
  void theBrokerLacksWhatReportsNeed() {
    int[] noQos1 = ScriptedBroker.connack(0x24, 0);
    int[] noRetain = ScriptedBroker.connack(0x25, 0);
    assertAnswer(Cause.REFUSED, "the broker has no QoS 1", noQos1);
    assertAnswer(Cause.REFUSED, "the broker has no retained messages", noRetain);
  }

  @Test
  void theBrokerRefusesASubscription() {
    int[] suback = {0x90, 5, 0, 1, 0, 1, 0x87};
    Unreachable unreachable =
        assertAnswer(
            Cause.REFUSED,
            "the broker refuses the subscription to robots/them: 0x87 (not authorised); check our"
                + " rights at the broker",
            ScriptedBroker.connack(),
            suback);
    assertTrue(!unreachable.getMessage().contains("robots/me"));
  }

  @Test
  void theBrokerNeverAnswersTheSubscription() {
    try (var scripted = ScriptedBroker.answering(ScriptedBroker.connack())) {
      PahoUplink uplink = new PahoUplink(scripted.address());
      String said = refused(uplink, hasty("unanswered")).getMessage();
      assertTrue(said.contains("did not answer in MQTT within 1.2 s"), said);
      Remains.awaitNone(uplink);
    }
  }

  @Test
  void anIpv6AddressWorks() throws SocketException {
    Broker.needsIpv6();
    try (var broker = Broker.at("::1")) {
      assertEquals("mqtt://[::1]:" + broker.port(), broker.address().words());
      new PahoUplink(broker.address()).open(terms("six"), new Letters()).close();
    }
  }

  private static Unreachable assertAnswer(Cause kind, String words, int[]... answers) {
    try (var scripted = ScriptedBroker.answering(answers)) {
      PahoUplink uplink = new PahoUplink(scripted.address());
      Unreachable unreachable = refused(uplink, terms("asks", "robots/me", "robots/them"));
      assertTrue(unreachable.getMessage().contains(words), unreachable.getMessage());
      assertEquals(kind, unreachable.kind());
      Remains.awaitNone(uplink);
      return unreachable;
    }
  }

  private static void assertUnreachable(BrokerAddress address, Cause kind, String words) {
    PahoUplink uplink = new PahoUplink(address);
    Unreachable unreachable = refused(uplink, terms("unreachable"));
    assertEquals(address.words() + ": " + words, unreachable.getMessage());
    assertEquals(kind, unreachable.kind());
    Remains.awaitNone(uplink);
  }

  private static Unreachable refused(PahoUplink uplink, Terms terms) {
    Letters letters = new Letters();
    Unreachable unreachable =
        assertThrows(Unreachable.class, () -> uplink.open(terms, letters).close());
    assertEquals(List.of(), letters.rest());
    return unreachable;
  }

  private static Terms hasty(String clientId) {
    return Letters.patient(terms(clientId, "a"), SHORT);
  }

  private static BrokerAddress address(String host, int port) {
    return new BrokerAddress(host, port, Optional.empty(), Optional.empty());
  }

  private static BrokerAddress login(Broker broker, String user, Path password) {
    return with(broker.address(), new Login(user, password));
  }

  private static BrokerAddress with(BrokerAddress address, Login login) {
    return new BrokerAddress(address.host(), address.port(), address.tls(), Optional.of(login));
  }
}
