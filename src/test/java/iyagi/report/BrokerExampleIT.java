package iyagi.report;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.dist.Program;
import iyagi.report.LinkEvent.Acknowledged;
import iyagi.report.LinkEvent.Arrived;
import iyagi.report.mqtt.Broker;
import iyagi.report.mqtt.Letters;
import iyagi.report.mqtt.PahoUplink;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The example of a broker does what it promises: everybody may do what is his, and no more. */
@Timeout(120)
final class BrokerExampleIT {
  private static final String HOST = "127.0.0.1";
  private static final Path EXAMPLE = Path.of("firmware-config/broker").toAbsolutePath();
  private static final String ROBOT = "rb-7f3k2m";
  private static final String OTHER = "rb-other";
  private static final int TAKEN = 0;

  /** Lower reasons mean that the broker has it, this one and higher ones that it has not. */
  private static final int NOT_AUTHORIZED = 135;

  /** How a client shows who it is. */
  enum Way {
    CERTIFICATE,
    PASSWORD
  }

  @TempDir private static Path folder;

  private static Process mosquitto;
  private static int certificatePort;
  private static int passwordPort;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    String program = Program.needs("mosquitto");
    Program.needs("openssl");
    Path certs = Files.createDirectories(folder.resolve("certs"));
    run("cd " + certs + " && for w in ca 'broker localhost 127.0.0.1'; do CERT $w; done");
    for (String name : List.of(ROBOT, OTHER, "server")) {
      run("cd " + certs + " && CERT robot " + name);
      String create = name.equals(ROBOT) ? "-c " : "";
      run(
          "%s %s-b %s/passwords %s secret-of-%s"
              .formatted(Program.needs("mosquitto_passwd"), create, folder, name, name));
      Files.writeString(folder.resolve(name + ".password"), "secret-of-" + name + "\n");
    }
    Files.copy(EXAMPLE.resolve("acl"), folder.resolve("acl"));
    certificatePort = Broker.freePort(HOST);
    passwordPort = Broker.freePort(HOST);
    String config =
        Files.readString(EXAMPLE.resolve("mosquitto.conf"))
            .replace("/etc/mosquitto/", folder + "/")
            .replace("/var/lib/mosquitto/", folder + "/")
            .replace("listener 8883\n", "listener " + certificatePort + " " + HOST + "\n")
            .replace("listener 8884\n", "listener " + passwordPort + " " + HOST + "\n");
    Path file = folder.resolve("mosquitto.conf");
    Files.writeString(file, config + "\nuser " + System.getProperty("user.name") + "\n");
    mosquitto =
        new ProcessBuilder(program, "-c", file.toString()).redirectErrorStream(true).start();
    awaitRunning(mosquitto.inputReader());
  }

  private static void run(String script) throws IOException, InterruptedException {
    String whole = script.replace("CERT", EXAMPLE.resolve("certificates.sh").toString());
    Program.Outcome outcome = Program.run(Map.of(), "sh", "-c", whole);
    assertEquals(0, outcome.code(), outcome::err);
  }

  private static void awaitRunning(BufferedReader log) throws IOException {
    StringBuilder said = new StringBuilder();
    for (String line = log.readLine(); line != null; line = log.readLine()) {
      if (line.endsWith(" running")) {
        Thread.ofPlatform().daemon().start(() -> drain(log));
        return;
      }
      said.append(line).append('\n');
    }
    throw new AssertionError("mosquitto does not run: " + said);
  }

  private static void drain(BufferedReader log) {
    try (log) {
      log.transferTo(Writer.nullWriter());
    } catch (IOException _) {
      // It has ended.
    }
  }

  @AfterAll
  static void stop() throws InterruptedException {
    if (mosquitto != null) {
      mosquitto.destroy();
      assertTrue(mosquitto.waitFor(20, SECONDS));
    }
  }

  private static BrokerAddress address(Way way, String name) {
    Path certs = folder.resolve("certs");
    var own = new BrokerAddress.Own(certs.resolve(name + ".crt"), certs.resolve(name + ".key"));
    var login = new BrokerAddress.Login(name, folder.resolve(name + ".password"));
    boolean certificate = way == Way.CERTIFICATE;
    return new BrokerAddress(
        HOST,
        certificate ? certificatePort : passwordPort,
        Optional.of(
            new BrokerAddress.Tls(
                Optional.of(certs.resolve("ca.crt")),
                certificate ? Optional.of(own) : Optional.empty())),
        certificate ? Optional.empty() : Optional.of(login));
  }

  private static Link open(Way way, String name, Letters letters, String... filters) {
    return new PahoUplink(address(way, name)).open(Letters.terms(name, filters), letters);
  }

  private static int answer(Link link, Letters letters, String topic) {
    link.publish(1, Letters.message(topic, "{}"));
    return letters.find(Acknowledged.class).reasonCode();
  }

  /** On a link of its own: mosquitto 2.0.11 ends one after it has refused a message. */
  private static int answer(Way way, String name, String topic) {
    Letters letters = new Letters();
    try (Link link = open(way, name, letters)) {
      return answer(link, letters, topic);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRobotMayPublishItsOwnTopicsAndTheServerReceivesThem(Way way) {
    Topics topics = new Topics(ROBOT);
    Letters received = new Letters();
    Letters letters = new Letters();
    try (Link _ = open(way, "server", received, Topics.all("+"));
        Link robot = open(way, ROBOT, letters)) {
      for (String topic :
          List.of(
              topics.state(),
              topics.info(),
              topics.health(),
              topics.events(),
              topics.library(),
              topics.results())) {
        assertEquals(TAKEN, answer(robot, letters, topic), topic);
        assertEquals(topic, received.find(Arrived.class).message().topic());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRobotMayPublishNothingElse(Way way) {
    Topics own = new Topics(ROBOT);
    Topics other = new Topics(OTHER);
    for (String topic :
        List.of(
            own.commands(),
            own.desired(),
            own.confirm(),
            Topics.SERVER,
            own.events() + "/more",
            other.state(),
            other.events(),
            other.results(),
            other.commands(),
            "iyagi/v2/r/" + ROBOT + "/ev",
            "anything")) {
      assertEquals(NOT_AUTHORIZED, answer(way, ROBOT, topic), topic);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRobotHearsOnlyWhatIsMeantForIt(Way way) {
    Topics own = new Topics(ROBOT);
    Topics other = new Topics(OTHER);
    Letters heard = new Letters();
    Letters sent = new Letters();
    Letters others = new Letters();
    try (Link _ = open(way, ROBOT, heard, "#");
        Link second = open(way, OTHER, others);
        Link server = open(way, "server", sent)) {
      assertTrue(answer(second, others, other.events()) < NOT_AUTHORIZED);
      for (String topic :
          List.of(
              other.commands(),
              other.confirm(),
              other.desired(),
              own.commands(),
              own.desired(),
              own.confirm(),
              Topics.SERVER)) {
        assertTrue(answer(server, sent, topic) < NOT_AUTHORIZED, topic);
      }
      for (String topic : List.of(own.commands(), own.desired(), own.confirm(), Topics.SERVER)) {
        assertEquals(topic, heard.find(Arrived.class).message().topic());
      }
      assertEquals(List.of(), heard.rest());
    }
  }

  @ParameterizedTest
  @EnumSource
  void theServerMayNotSpeakForARobot(Way way) {
    assertEquals(NOT_AUTHORIZED, answer(way, "server", new Topics(ROBOT).events()));
    assertEquals(NOT_AUTHORIZED, answer(way, "server", new Topics(ROBOT).results()));
  }

  @ParameterizedTest
  @EnumSource
  void aRobotThatTakesTheNameOfAnotherPushesNobodyOff(Way way) {
    Letters others = new Letters();
    Letters letters = new Letters();
    try (Link other = open(way, OTHER, others);
        Link thief = new PahoUplink(address(way, ROBOT)).open(Letters.terms(OTHER), letters)) {
      assertEquals(NOT_AUTHORIZED, answer(thief, letters, new Topics(OTHER).events()));
      assertTrue(answer(other, others, new Topics(OTHER).events()) < NOT_AUTHORIZED);
      assertEquals(List.of(), others.rest());
    }
  }

  @Test
  void nobodyGetsInWithoutACertificateOrWithAWrongPassword() throws IOException {
    BrokerAddress bare = address(Way.PASSWORD, ROBOT);
    BrokerAddress noCertificate =
        new BrokerAddress(HOST, certificatePort, bare.tls(), Optional.empty());
    assertThrows(Uplink.Unreachable.class, () -> open(noCertificate));

    BrokerAddress anonymous = new BrokerAddress(HOST, passwordPort, bare.tls(), Optional.empty());
    assertThrows(Uplink.Unreachable.class, () -> open(anonymous));

    Path wrong = Files.writeString(folder.resolve("wrong.password"), "guess\n");
    BrokerAddress guessed =
        new BrokerAddress(
            HOST, passwordPort, bare.tls(), Optional.of(new BrokerAddress.Login(ROBOT, wrong)));
    assertThrows(Uplink.Unreachable.class, () -> open(guessed));
  }

  private static void open(BrokerAddress address) {
    new PahoUplink(address).open(Letters.terms(ROBOT), new Letters()).close();
  }
}
