package iyagi.console;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.console.Route.Who;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that the console answers, one after the other: no new one is forgotten. */
final class RoutesIT {
  private static final String MARK = "heron-in-the-reeds";

  /** What is sent where something is changed, with a place for a text. */
  private static final Map<String, List<String>> SENT =
      Map.ofEntries(
          Map.entry("/api/setup", List.of("{'code': '%s', 'pin': '%<s'}")),
          Map.entry("/api/setup/say", List.of("{}")),
          Map.entry("/api/sign-in", List.of("{'pin': '%s'}")),
          Map.entry("/api/pin", List.of("{'old': '%s', 'pin': '%<s'}")),
          Map.entry("/api/now/start", List.of("{'story': '%s', 'kind': '%<s', 'page': 1}")),
          Map.entry("/api/now/command", List.of("{'command': '%s'}")),
          Map.entry("/api/now/volume", List.of("{'level': '%s'}")),
          Map.entry("/api/now/manner", List.of("{'manner': '%s'}")),
          Map.entry(
              "/api/now/attendance", List.of("{'session': '%s', 'children': 1, 'grownUps': 1}")),
          Map.entry("/api/robot/volume", List.of("{'usual': '%s', 'most': 1}")),
          Map.entry("/api/robot/volume/hear", List.of("{'level': '%s'}")),
          Map.entry("/api/stories/check", List.of("{'name': '%s', 'text': '%<s'}")),
          Map.entry("/api/stories/delete", List.of("{'id': '%s'}")),
          Map.entry("/api/stories/undo", List.of("{'id': '%s'}")),
          Map.entry("/api/recordings/remove", List.of("{'story': '%s', 'page': 1}")),
          Map.entry("/api/recordings/undo", List.of("{'story': '%s', 'page': 1}")),
          Map.entry("/api/listen/open", List.of("{'story': '%s'}")),
          Map.entry("/api/listen/draft", List.of("{'name': '%s', 'text': '%<s'}")),
          Map.entry(
              "/api/pronunciations",
              List.of(
                  "{'language': 'en', 'word': '%s', 'said': '%<s', 'instead': '%<s'}",
                  "{'language': '%s', 'word': 'a', 'said': 'ah', 'instead': '%<s'}")),
          Map.entry(
              "/api/pronunciations/hear",
              List.of("{'language': '%s', 'word': '%<s', 'said': 'ah', 'sentence': '%<s'}")),
          Map.entry("/api/pronunciations/delete", List.of("{'language': '%s', 'word': '%<s'}")),
          Map.entry(
              "/api/programme",
              List.of(
                  "{'revision': 1, 'plans': [{'id': '%s', 'title': '%<s', 'language': 'en',"
                      + " 'weekly': 'tuesday', 'start': '10:30', 'items': [{'story': '%<s'}]}]}",
                  "{'revision': 1, 'plans': [{'id': 'a', 'title': 'A', 'language': 'en',"
                      + " 'weekly': 'tuesday', 'start': '10:30', 'hello': '%s', 'items':"
                      + " [{'story': '%<s'}]}]}")),
          Map.entry(
              "/api/programme/losses",
              List.of(
                  "{'revision': 1, 'plans': [{'id': '%s', 'title': '%<s', 'language': 'en',"
                      + " 'weekly': 'tuesday', 'start': '10:30', 'items': [{'story': '%<s'}]}]}")),
          Map.entry("/api/programme/start", List.of("{'plan': '%s'}")),
          Map.entry("/api/calibration/start", List.of("{}")),
          Map.entry("/api/calibration/alive", List.of("{'id': '%s'}")),
          Map.entry(
              "/api/calibration/act",
              List.of("{'id': '%s', 'act': '%<s', 'place': '%<s', 'joint': 0}")),
          Map.entry("/api/loudness/start", List.of("{}")),
          Map.entry("/api/loudness/alive", List.of("{'id': '%s'}")),
          Map.entry("/api/loudness/act", List.of("{'id': '%s', 'act': '%<s', 'typed': '%<s'}")),
          Map.entry("/api/loudness/cancel", List.of("{'id': '%s'}")),
          Map.entry("/api/loudness/previous", List.of("{}")),
          Map.entry("/api/calibration/cancel", List.of("{}")),
          Map.entry("/api/calibration/previous", List.of("{}")));

  private static final List<String> ASKED =
      List.of("story", "plan", "week", "date", "name", "language", "to", "of");

  private static final Set<String> UPLOADS =
      Set.of(
          "/api/stories/upload",
          "/api/robot/restore",
          "/api/sticks/take",
          "/api/recordings/upload");
  private static final Set<String> LEAVING = Set.of("/api/sign-out", "/api/sign-out-all");

  private static final List<String> ASTRAY =
      List.of(
          "../../secret.md",
          "..\\..\\secret.md",
          "/etc/passwd",
          "....//....//secret.md",
          "%2e%2e%2fsecret.md",
          "file:///etc/passwd",
          "owl\u0000.md",
          ".",
          "..",
          "~",
          "a".repeat(300));

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

  private List<Route> all() {
    return robot.console.routes();
  }

  private List<Route> changing() {
    return all().stream().filter(each -> !each.method().equals("GET")).toList();
  }

  private static String filled(String path) {
    return path.replaceAll("\\{[a-z]+}", "1");
  }

  private HttpResponse<String> ask(Route route, Map<String, String> headers) throws Exception {
    return http.ask(route.method(), filled(route.path()), "{}", headers);
  }

  private void signIn() throws Exception {
    robot.pin().set(Librarian.PIN);
    assertEquals(204, http.signIn(Librarian.PIN).statusCode());
  }

  @Test
  void onlyTheseAreAnsweredWithoutSigningIn() {
    assertEquals(
        Set.of(
            "GET /assets/{name}",
            "GET /setup",
            "GET /pin",
            "POST /api/setup",
            "POST /api/setup/say",
            "POST /api/sign-in",
            "GET /captions",
            "GET /api/captions/events"),
        all().stream()
            .filter(each -> each.who() != Who.LIBRARIANS)
            .map(each -> each.method() + " " + each.path())
            .collect(toSet()));
    assertTrue(changing().size() >= 30, changing()::toString);
  }

  @Test
  void nothingElseIsAnsweredBeforeAPinIsSetOrSomebodySignsIn() throws Exception {
    for (String pin : List.of("", Librarian.PIN)) {
      if (!pin.isEmpty()) {
        robot.pin().set(pin);
      }
      for (Route route : all()) {
        if (route.who() == Who.LIBRARIANS) {
          int status = ask(route, Map.of("Origin", robot.address())).statusCode();
          int refused = pin.isEmpty() ? 403 : 401;
          boolean page = !route.path().startsWith("/api/");
          assertEquals(page ? 303 : refused, status, route::toString);
        }
      }
    }
  }

  @Test
  void noOtherSitesPageChangesAnything() throws Exception {
    signIn();
    String here = robot.address();
    String token = http.token();
    for (Route route : changing()) {
      List<Map<String, String>> foreign =
          List.of(
              Map.of("Origin", "http://evil.example", "X-Token", token),
              Map.of("Origin", "null", "X-Token", token),
              Map.of("Sec-Fetch-Site", "same-site", "X-Token", token),
              Map.of("X-Token", token));
      for (Map<String, String> headers : foreign) {
        assertEquals(403, ask(route, headers).statusCode(), route + " " + headers);
      }
      if (route.who() == Who.LIBRARIANS) {
        assertEquals(403, ask(route, Map.of("Origin", here)).statusCode(), route::toString);
        assertEquals(
            403,
            ask(route, Map.of("Origin", here, "X-Token", "0".repeat(64))).statusCode(),
            route::toString);
      }
    }
    assertEquals(200, http.get("/api/now/stories").statusCode(), "still signed in");
  }

  @Test
  void noParameterLeadsOutOfItsFolderOrToAnEndWithoutAnAnswer() throws Exception {
    Files.writeString(folder.resolve("secret.md"), RobotInService.TALE + MARK);
    signIn();
    assertEquals(
        changing().stream().map(Route::path).filter(p -> !LEAVING.contains(p)).collect(toSet()),
        Stream.concat(SENT.keySet().stream(), UPLOADS.stream()).collect(toSet()),
        "what is sent where");
    Map<String, String> before = outside();
    for (String astray : ASTRAY) {
      for (Route route : all()) {
        if (!LEAVING.contains(route.path()) && !route.path().endsWith("/events")) {
          sends(route, astray);
        }
      }
    }
    assertEquals(before, outside(), "nothing outside the robot's data was touched");
  }

  private void sends(Route route, String astray) throws Exception {
    String written = URLEncoder.encode(astray, StandardCharsets.UTF_8).replace("+", "%20");
    String path = route.path().replaceAll("\\{[a-z]+}", written);
    if (route.method().equals("GET")) {
      String asked = String.join("=" + written + "&", ASKED) + "=" + written;
      harmless(route, astray, http.get(path + "?" + asked));
    } else if (UPLOADS.contains(path)) {
      byte[] file = RobotInService.TALE.getBytes(StandardCharsets.UTF_8);
      harmless(
          route,
          astray,
          http.upload(path + "?replace=true&name=" + written + "&file=" + written, file));
    } else {
      String json = astray.replace("\\", "\\\\").replace("\u0000", "\\u0000");
      for (String body : SENT.get(path)) {
        String text = body.replace('\'', '"').formatted(json);
        harmless(route, astray, http.ask(route.method(), path, text));
      }
    }
  }

  private static void harmless(Route route, String astray, HttpResponse<String> answer) {
    String where = route + " " + astray + " " + answer.statusCode();
    assertTrue(answer.statusCode() < 500, where + answer.body());
    String body = answer.body();
    assertFalse(body.contains(MARK) || body.contains("root:") || body.contains("pbkdf2"), where);
  }

  /** Every file beside the robot's data, and the robot's PIN. */
  private Map<String, String> outside() throws IOException {
    Map<String, String> files = new TreeMap<>();
    Path data = robot.desk.places().data();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        if (!file.startsWith(data) || file.endsWith("console/pin")) {
          files.put(folder.relativize(file).toString(), Files.readString(file));
        }
      }
    }
    return files;
  }
}
