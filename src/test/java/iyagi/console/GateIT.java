package iyagi.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.performance.Command;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may ask the console what. */
final class GateIT {
  private static final String PIN = "161803";

  @TempDir private Path folder;
  private RobotInService robot;
  private Http http;

  @BeforeEach
  void open() throws Exception {
    robot = RobotInService.in(folder);
    http = new Http(robot);
  }

  @AfterEach
  void close() {
    http.close();
    robot.close();
  }

  private static void assertRefused(int status, String key, HttpResponse<String> answer) {
    assertTrue(answer.body().contains("\"key\":\"" + key + "\""), answer.body());
    assertEquals(status, answer.statusCode());
  }

  @Test
  void untilAPinIsSetThereIsNothingButSettingOne() throws Exception {
    for (String page : List.of("/", "/now", "/captions", "/pin")) {
      HttpResponse<String> answer = http.get(page);
      assertEquals(303, answer.statusCode(), page);
      assertEquals("/setup", answer.headers().firstValue("Location").orElseThrow(), page);
    }
    for (String path :
        List.of("/api/events", "/api/captions/events", "/api/now/stories", "/api/now/attendance")) {
      assertRefused(403, "no-pin-yet", http.get(path));
    }
    assertRefused(403, "no-pin-yet", http.post("/api/now/command", "{\"command\": \"halt\"}"));
    assertEquals(200, http.get("/setup").statusCode());
  }

  @Test
  void thePinIsSetWithTheCodeOnlyAndOnlyOnce() throws Exception {
    String right = robot.code();
    String wrong = right.equals("000000") ? "000001" : "000000";
    assertRefused(403, "wrong-code", setUp(wrong, PIN));
    assertRefused(400, "pin-form", setUp(right, "12345"));
    assertFalse(robot.pin().set());
    assertEquals(204, setUp(right, PIN).statusCode());
    assertTrue(robot.pin().matches(PIN));
    assertRefused(409, "pin-set", setUp(right, "999999"));
  }

  private HttpResponse<String> setUp(String code, String pin) throws Exception {
    return http.post("/api/setup", "{\"code\": \"%s\", \"pin\": \"%s\"}".formatted(code, pin));
  }

  @Test
  void afterFiveWrongCodesThereIsAnotherCode() throws Exception {
    String first = robot.code();
    String wrong = first.equals("000000") ? "000001" : "000000";
    for (int i = 0; i < Attempts.FREE; i++) {
      assertRefused(403, "wrong-code", setUp(wrong, PIN));
    }
    assertFalse(first.equals(robot.code()), "one in a million");
    assertRefused(429, "wait", setUp(robot.code(), PIN));
  }

  @Test
  void aStormOfPinsIsHeldAndNothingLeaksOfTheRightOne() throws Exception {
    robot.pin().set(PIN);
    int tried = 0;
    for (int i = 0; i < 200; i++) {
      HttpResponse<String> answer = http.signIn("%06d".formatted(i));
      tried += answer.statusCode() == 403 ? 1 : 0;
      assertTrue(answer.statusCode() == 403 || answer.statusCode() == 429, answer.body());
    }
    assertTrue(tried >= Attempts.FREE && tried < 12, tried + " of 200 were tried");
    assertRefused(429, "wait", http.signIn(PIN));
  }

  @Test
  void theCookieIsForThisSiteAndForNoScript() throws Exception {
    robot.pin().set(PIN);
    String cookie = http.signIn(PIN).headers().allValues("Set-Cookie").getFirst();
    assertTrue(cookie.startsWith("visit="), cookie);
    assertTrue(cookie.contains("; HttpOnly"), cookie);
    assertTrue(cookie.contains("; SameSite=Strict"), cookie);
    assertTrue(cookie.contains("; Max-Age=43200"), cookie);
  }

  @Test
  void anotherSitesPageCannotMakeTheRobotDoAnything() throws Exception {
    robot.pin().set(PIN);
    http.signIn(PIN);
    String halt = "{\"command\": \"halt\"}";
    String here = robot.address();
    String token = http.token();
    assertRefused(
        403, "foreign", command(halt, Map.of("Origin", "http://evil.example", "X-Token", token)));
    assertRefused(403, "foreign", command(halt, Map.of("Origin", "null", "X-Token", token)));
    assertRefused(403, "foreign", command(halt, Map.of("X-Token", token)));
    assertRefused(
        403, "foreign", command(halt, Map.of("Sec-Fetch-Site", "cross-site", "X-Token", token)));
    assertRefused(403, "foreign", command(halt, Map.of("Origin", here)));
    assertRefused(403, "foreign", command(halt, Map.of("Origin", here, "X-Token", "0".repeat(64))));
    assertEquals(204, command(halt, Map.of("Origin", here, "X-Token", token)).statusCode());
    assertEquals(
        204, command(halt, Map.of("Sec-Fetch-Site", "same-origin", "X-Token", token)).statusCode());
  }

  private HttpResponse<String> command(String json, Map<String, String> headers) throws Exception {
    return http.post("/api/now/command", json, headers);
  }

  @Test
  void whoLeavesOrWhosePinIsResetHasToSignInAgain() throws Exception {
    robot.pin().set(PIN);
    http.signIn(PIN);
    assertEquals(200, http.get("/api/now/stories").statusCode());
    http.post("/api/sign-out", "{}");
    assertRefused(401, "sign-in", http.get("/api/now/stories"));
    http.signIn(PIN);
    robot.pin().reset();
    assertRefused(403, "no-pin-yet", http.get("/api/now/stories"));
    robot.pin().set("987654");
    assertRefused(401, "sign-in", http.get("/api/now/stories"));
  }

  @Test
  void nothingOutsideTheAssetsIsServed() throws Exception {
    for (String path :
        List.of(
            "/assets/../words/now.en.json",
            "/assets/..%2fwords%2fnow.en.json",
            "/assets/%2e%2e/pages/shell.html",
            "/assets/....//pages/shell.html",
            "/assets/shell.html",
            "/assets/now.js%00.css",
            "/assets//etc/passwd",
            "/..%2f..%2fetc/passwd")) {
      String answer = raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
      assertTrue(answer.startsWith("HTTP/1.1 4"), path + " gives " + answer);
      assertFalse(answer.contains("now.title") || answer.contains("root:"), answer);
    }
  }

  /** What the robot answers to these very bytes. */
  private String raw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), robot.console.port())) {
      socket.setSoTimeout(10_000);
      OutputStream out = socket.getOutputStream();
      out.write(request.getBytes(StandardCharsets.UTF_8));
      out.flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void longLinesHeadersAndBodiesAreRefused() throws Exception {
    robot.pin().set(PIN);
    http.signIn(PIN);
    assertEquals("", raw("GET /" + "a".repeat(9_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"), "hung up");
    String header = "X: " + "a".repeat(30_000) + "\r\n";
    assertTrue(raw("GET /pin HTTP/1.1\r\nHost: x\r\n" + header + "\r\n").startsWith("HTTP/1.1 4"));
    String json = "{\"command\": \"" + "a".repeat(300_000) + "\"}";
    assertRefused(413, "too-large", http.post("/api/now/command", json));
    assertRefused(
        400, "not-understood", http.post("/api/now/command", "{\"command\": 1, \"x\": 2}"));
    assertRefused(400, "not-understood", http.post("/api/now/command", "[".repeat(20_000)));
    assertRefused(400, "not-understood", http.post("/api/now/command", "null"));
  }

  @Test
  void everyAnswerForbidsScriptsFromElsewhereFramesAndKeeping() throws Exception {
    for (String path : List.of("/setup", "/assets/base.css", "/nothing", "/api/now/stories")) {
      var headers = http.get(path).headers();
      String policy = headers.firstValue("Content-Security-Policy").orElseThrow();
      assertTrue(
          policy.startsWith("default-src 'none'; script-src 'self'; style-src 'self';"), policy);
      assertTrue(policy.contains("frame-ancestors 'none'; base-uri 'none'"), policy);
      assertEquals("nosniff", headers.firstValue("X-Content-Type-Options").orElseThrow());
      assertEquals("no-referrer", headers.firstValue("Referrer-Policy").orElseThrow());
      assertEquals(1, headers.allValues("Cache-Control").size(), path);
    }
  }

  @Test
  void whatABrowserHasIsNotSentAgain() throws Exception {
    String tag = http.get("/assets/base.css").headers().firstValue("ETag").orElseThrow();
    String again =
        raw(
            "GET /assets/base.css HTTP/1.1\r\nHost: x\r\nConnection: close\r\nIf-None-Match: "
                + tag
                + "\r\n\r\n");
    assertTrue(again.startsWith("HTTP/1.1 304"), again);
  }

  @Test
  void commandsReachThePlayerAndAreRefusedWhereNothingIsRead() throws Exception {
    robot.pin().set(PIN);
    http.signIn(PIN);
    assertRefused(409, "not-reading", http.post("/api/now/command", "{\"command\": \"pause\"}"));
    assertRefused(
        404,
        "unknown-story",
        http.post(
            "/api/now/start", "{\"story\": \"/etc/passwd\", \"kind\": \"free\", \"page\": 1}"));
    assertEquals(
        204,
        http.post("/api/now/start", "{\"story\": \"owl\", \"kind\": \"programme\", \"page\": 1}")
            .statusCode());
    robot.service.command(new Command.Stop());
  }
}
