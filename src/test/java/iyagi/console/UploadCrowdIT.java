package iyagi.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.performance.PerformanceEvent;
import iyagi.report.Station;
import iyagi.session.Kind;
import iyagi.time.NanoClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are too large, drip or stop in the middle, while the robot reads. */
final class UploadCrowdIT {
  private static final int PIECE = 1 << 16;
  private static final long MOST = 200_000_000;
  private static final long PATIENCE_NANOS = 30_000_000_000L;

  @TempDir private Path folder;
  private RobotInService robot;
  private Http http;

  @BeforeEach
  void open() throws Exception {
    robot = RobotInService.in(folder);
    robot.pin().set(Librarian.PIN);
    http = new Http(robot);
    http.signIn(Librarian.PIN);
  }

  @AfterEach
  void close() {
    http.close();
    robot.close();
  }

  /** The beginning of an upload by somebody who has signed in. */
  private Socket begins(String path) throws IOException {
    String host = robot.address().substring("http://".length());
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), robot.console.port());
    socket.setSoTimeout(30_000);
    socket
        .getOutputStream()
        .write(
            "POST %s HTTP/1.1\r\nHost: %s\r\nOrigin: http://%s\r\nX-Token: %s\r\nCookie: %s\r\nTransfer-Encoding: chunked\r\n\r\n"
                .formatted(path, host, host, http.token(), http.cookie())
                .getBytes(StandardCharsets.UTF_8));
    return socket;
  }

  private static void sends(Socket socket, byte[] piece) throws IOException {
    socket
        .getOutputStream()
        .write("%x\r\n".formatted(piece.length).getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().write(piece);
    socket.getOutputStream().write("\r\n".getBytes(StandardCharsets.UTF_8));
  }

  /** How many bytes the robot takes of a file that has no end. */
  private long taken(String path) throws IOException {
    long sent = 0;
    byte[] piece = new byte[PIECE];
    try (Socket socket = begins(path)) {
      while (sent < 2 * MOST) {
        sends(socket, piece);
        sent += PIECE;
      }
    } catch (IOException hungUp) {
      return sent;
    }
    return sent;
  }

  private List<Path> incoming() throws IOException {
    Path incoming = robot.desk.places().incoming();
    if (!Files.exists(incoming)) {
      return List.of();
    }
    try (var files = Files.list(incoming)) {
      return files.toList();
    }
  }

  private void awaitNothingIncoming() throws IOException {
    awaitIncoming(0);
  }

  private void awaitIncoming(int count) throws IOException {
    NanoClock clock = NanoClock.system();
    long until = clock.nanos() + PATIENCE_NANOS;
    while (incoming().size() != count && clock.nanos() < until) {
      LockSupport.parkNanos(5_000_000);
    }
    assertEquals(count, incoming().size(), "files that are being taken");
  }

  private void read() {
    assertEquals(Station.Answer.DONE, robot.service.start("owl", 1, Kind.FREE, Optional.empty()));
  }

  private void assertReadToItsEnd() throws InterruptedException {
    CountDownLatch ended = new CountDownLatch(1);
    robot.listener.set(
        event -> {
          if (event instanceof PerformanceEvent.Ended(var ending)
              && ending == PerformanceEvent.Ending.COMPLETED) {
            ended.countDown();
          }
        });
    assertTrue(ended.await(60, TimeUnit.SECONDS), "the story was not read to its end");
    assertTrue(
        robot.events.stream().noneMatch(PerformanceEvent.MotionLost.class::isInstance),
        "the movement went on");
  }

  @Test
  void filesWithoutAnEndAreCutOffAtTheLimitAndThrownAway() throws Exception {
    read();
    for (String path : List.of("/api/stories/upload?name=bear.zip", "/api/robot/restore")) {
      long most = path.contains("restore") ? 250L << 20 : MOST;
      long taken = taken(path);
      assertTrue(taken >= most && taken < most + (16L << 20), path + " took " + taken);
      awaitNothingIncoming();
    }
    assertReadToItsEnd();
  }

  @Test
  void uploadsThatStopTakeTwoPlacesAndLeaveNothingBehind() throws Exception {
    read();
    String path = "/api/stories/upload?name=bear.zip";
    try (Socket one = begins(path);
        Socket other = begins(path)) {
      sends(one, new byte[PIECE]);
      sends(other, new byte[PIECE]);
      awaitIncoming(2);
      assertEquals(503, http.upload(path, new byte[10]).statusCode());
      assertEquals(200, http.get("/api/stories").statusCode(), "the pages go on");
    }
    awaitNothingIncoming();
    assertEquals(200, http.upload(path, new byte[10]).statusCode(), "there is room again");
    assertReadToItsEnd();
  }

  @Test
  void aFileThatIsTooLargeIsRefusedInWordsOnThePage() throws Exception {
    try (Librarian librarian = new Librarian(robot)) {
      librarian.signIn();
      librarian.goTo("/stories");
      dropped(librarian, "large.zip", MOST + 10_000_000);
      assertThat(librarian.page.locator("#results")).containsText("at most 200 MB");
    }
  }

  @Test
  void aFileForWhichThereIsNoRoomNowIsRefusedInWordsOnThePage() throws Exception {
    String path = "/api/stories/upload?name=bear.zip";
    try (Librarian librarian = new Librarian(robot);
        Socket one = begins(path);
        Socket other = begins(path)) {
      sends(one, new byte[PIECE]);
      sends(other, new byte[PIECE]);
      awaitIncoming(2);
      librarian.signIn();
      librarian.goTo("/stories");
      dropped(librarian, "some.zip", 30_000_000);
      assertThat(librarian.page.locator("#results")).containsText("just taking other files");
    }
  }

  private void dropped(Librarian librarian, String name, long bytes) throws IOException {
    Path file = folder.resolve(name);
    try (var channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(new byte[1]), bytes - 1);
    }
    librarian.page.locator("#files").setInputFiles(file);
  }
}
