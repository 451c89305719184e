package iyagi.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.report.mqtt.Broker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as systemd and a pulled plug treat it. */
final class ServiceProcessIT {
  private static final String EVENTS = "iyagi/v1/r/rb-process/ev";

  /** Retained by every broker: when it comes, the subscriptions are there. */
  private static final String SUBSCRIBED = "$SYS/broker/version";

  @TempDir private Path folder;
  private Broker broker;

  @BeforeEach
  void settings() {
    broker = Broker.with();
  }

  private Running serve() throws IOException {
    Path settings =
        Files.writeString(
            folder.resolve("iyagi.yaml"),
            """
            clock-trusted: true
            report:
              broker: mqtt://127.0.0.1:%d
              robot: rb-process
            """
                .formatted(broker.port()));
    return Running.iyagi(
        folder.resolve("data").toFile(),
        "serve",
        "--robot",
        "simulated",
        "--settings",
        settings.toString());
  }

  private Running hear(String topic) throws IOException {
    return Running.program(
        Program.needs("mosquitto_sub"),
        "-V",
        "5",
        "-p",
        Integer.toString(broker.port()),
        "-q",
        "1",
        "-v",
        "-t",
        topic,
        "-t",
        SUBSCRIBED);
  }

  private void say(String id, String command) throws IOException, InterruptedException {
    Program.Outcome said =
        Program.run(
            Map.of(),
            Program.needs("mosquitto_pub"),
            "-V",
            "5",
            "-p",
            Integer.toString(broker.port()),
            "-q",
            "1",
            "-D",
            "publish",
            "message-expiry-interval",
            "60",
            "-t",
            "iyagi/v1/r/rb-process/cmd",
            "-m",
            "{\"id\":\"" + id + "\"," + command + "}");
    assertEquals(0, said.code(), said.err());
  }

  @Test
  void theServiceSaysThatItBeginsAndEndsWithZeroWhenItIsAskedTo() throws Exception {
    try (Broker _ = broker;
        Running states = hear("iyagi/v1/r/rb-process/state");
        Running robot = serve()) {
      states.await(SUBSCRIBED);
      robot.await("In service: ");
      states.await("\"s\":\"online\"");
      assertEquals(0, robot.terminate());
      robot.await("Going out of service.");
      states.await("\"s\":\"offline\"");
    }
  }

  @Test
  void aReadingThatIsKilledIsClosedTruthfullyAtTheNextStart() throws Exception {
    try (Broker _ = broker;
        Running events = hear(EVENTS)) {
      events.await(SUBSCRIBED);
      String session;
      try (Running states = hear("iyagi/v1/r/rb-process/state");
          Running robot = serve()) {
        states.await("\"s\":\"online\"");
        robot.await("In service: ");
        say("c1", "\"type\":\"story.start\",\"args\":{\"story\":\"bear\",\"lang\":\"en\"}");
        String started = events.await("iyagi.session.started");
        session = started.replaceAll(".*\"session\":\"([^\"]*)\".*", "$1");
        robot.kill();
      }
      try (Running robot = serve()) {
        robot.await("the program ended without a goodbye. It is remembered so.");
        robot.await("In service: ");
        String ended = events.await("iyagi.session.ended");
        assertTrue(ended.contains("\"session\":\"" + session + "\""), ended);
        assertTrue(ended.contains("\"result\":\"restarted\""), ended);
        assertEquals(0, robot.terminate());
      }
    }
  }

  @Test
  void theCollectorSaysWhatItDidAndEndsWithZeroWhenItIsAskedTo() throws Exception {
    try (Broker _ = broker;
        Running confirms = hear("iyagi/v1/r/rb-process/confirm");
        Running robot = serve();
        Running collector =
            Running.iyagi(
                folder.resolve("collect").toFile(),
                "collect",
                "--broker",
                "127.0.0.1:" + broker.port())) {
      confirms.await(SUBSCRIBED);
      collector.await("; collecting reports.");
      robot.await("In service: ");
      confirms.await("\"upTo\":");
      assertEquals(0, robot.terminate());
      assertEquals(0, collector.terminate());
      String summary = collector.await("Ended. ");
      assertTrue(summary.matches("Ended\\. [1-9][0-9]* new reports? stored, .*"), summary);
    }
  }
}
