package iyagi.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many devices that try PINs at the same time. */
final class PinStormIT {
  private static final int DEVICES = 60;
  private static final Pattern KNOWN = Pattern.compile("Set-Cookie: (known=[0-9a-f]+)");

  @TempDir private Path folder;

  /** What the robot answers to a PIN from one of this machine's own addresses. */
  private static String tries(RobotInService robot, String from, String pin, String cookie)
      throws IOException {
    String json = "{\"pin\": \"" + pin + "\"}";
    String host = robot.address().substring("http://".length());
    String request =
        "POST /api/sign-in HTTP/1.1\r\nHost: %s\r\nOrigin: http://%s\r\nCookie: %s\r\n"
                .formatted(host, host, cookie)
            + "Content-Type: application/json\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
                .formatted(json.length(), json);
    try (Socket socket =
        new Socket(
            InetAddress.getLoopbackAddress(),
            robot.console.port(),
            InetAddress.getByName(from),
            0)) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static int storm(RobotInService robot) throws IOException {
    int tried = 0;
    for (int i = 2; i < DEVICES; i++) {
      String answer = tries(robot, "127.0.0." + i, "%06d".formatted(i), "");
      tried += answer.startsWith("HTTP/1.1 403") ? 1 : 0;
    }
    return tried;
  }

  @Test
  void aStormFromManyAddressesIsHeldAndALibrariansBrowserGetsInAlsoAfterARestart()
      throws Exception {
    String cookie;
    try (RobotInService robot = RobotInService.in(folder)) {
      robot.pin().set(Librarian.PIN);
      Matcher known = KNOWN.matcher(tries(robot, "127.0.0.1", Librarian.PIN, ""));
      assertTrue(known.find());
      cookie = known.group(1);
    }
    try (RobotInService robot = RobotInService.in(folder)) {
      int tried = storm(robot);
      assertTrue(tried <= Attempts.FREE_FOR_ALL + 2, tried + " PINs were tried at once");
      String stranger = tries(robot, "127.0.0.99", Librarian.PIN, "known=" + "0".repeat(64));
      assertEquals("HTTP/1.1 429", stranger.substring(0, 12));
      String librarian = tries(robot, "127.0.0.1", Librarian.PIN, cookie);
      assertEquals("HTTP/1.1 204", librarian.substring(0, 12));
    }
  }
}
