package iyagi.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.performance.PerformanceEvent;
import iyagi.report.Station;
import iyagi.session.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many connections, idle, slow or deaf, while the robot reads. */
final class CrowdIT {
  private static final int CONNECT_MILLIS = 200;

  @TempDir private Path folder;
  private RobotInService robot;
  private final List<Socket> crowd = new ArrayList<>();

  @BeforeEach
  void open() throws Exception {
    robot = RobotInService.in(folder);
    robot.pin().set("161803");
  }

  @AfterEach
  void close() throws IOException {
    for (Socket socket : crowd) {
      socket.close();
    }
    robot.close();
  }

  /** Somebody who connects and says only this. */
  private Optional<Socket> say(String words) {
    Socket socket = new Socket();
    try {
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), robot.console.port()),
          CONNECT_MILLIS);
      crowd.add(socket);
      socket.getOutputStream().write(words.getBytes(StandardCharsets.UTF_8));
      return Optional.of(socket);
    } catch (IOException full) {
      return Optional.empty();
    }
  }

  private void read() {
    assertEquals(Station.Answer.DONE, robot.service.start("owl", 1, Kind.FREE, Optional.empty()));
  }

  private PerformanceEvent.Ending ending() throws InterruptedException {
    CountDownLatch ended = new CountDownLatch(1);
    robot.listener.set(
        event -> {
          if (event instanceof PerformanceEvent.Ended) {
            ended.countDown();
          }
        });
    assertTrue(ended.await(60, TimeUnit.SECONDS), "the story did not end");
    return robot.events.stream()
        .filter(PerformanceEvent.Ended.class::isInstance)
        .map(event -> ((PerformanceEvent.Ended) event).ending())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void twoThousandConnectionsThatSayNothingDoNotStopAReading() throws Exception {
    read();
    int connected = 0;
    int refused = 0;
    for (int i = 0; i < 2_000 && refused < 20; i++) {
      if (say(i % 2 == 0 ? "" : "GET /now HTTP/1.1\r\nHo").isPresent()) {
        connected++;
      } else {
        refused++;
      }
    }
    assertTrue(connected >= 300, connected + " connections");
    assertEquals(PerformanceEvent.Ending.COMPLETED, ending());
    assertTrue(
        robot.events.stream().noneMatch(PerformanceEvent.MotionLost.class::isInstance),
        "the movement went on");
    for (Socket socket : crowd) {
      socket.close();
    }
    try (Http http = new Http(robot)) {
      assertEquals(200, http.get("/pin").statusCode(), "the pages are there again");
    }
  }

  @Test
  void aBrowserThatDoesNotTakeWhatItIsSentIsLetGoAndTheOthersGoOn() throws Exception {
    String watch = "GET /api/captions/events HTTP/1.1\r\nHost: x\r\n\r\n";
    Socket deaf = say(watch).orElseThrow();
    Socket listens = say(watch).orElseThrow();
    read();
    assertEquals(PerformanceEvent.Ending.COMPLETED, ending());
    assertTrue(!deaf.isClosed());
    listens.setSoTimeout(5_000);
    byte[] heard = new byte[200_000];
    int count = 0;
    InputStream in = listens.getInputStream();
    while (!new String(heard, 0, count, StandardCharsets.UTF_8).contains("smiled at her")) {
      int read = in.read(heard, count, heard.length - count);
      assertTrue(read > 0, "the stream ended");
      count += read;
    }
  }

  @Test
  void moreWatchersThanThereArePlacesAreToldSo() throws Exception {
    String watch = "GET /api/captions/events HTTP/1.1\r\nHost: x\r\n\r\n";
    int most = 125;
    List<String> answers = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      Socket socket = say(watch).orElseThrow();
      socket.setSoTimeout(10_000);
      byte[] first = socket.getInputStream().readNBytes(12);
      answers.add(new String(first, StandardCharsets.UTF_8));
    }
    assertEquals(120, answers.stream().filter("HTTP/1.1 200"::equals).count());
    assertEquals(5, answers.stream().filter("HTTP/1.1 503"::equals).count());
  }
}
