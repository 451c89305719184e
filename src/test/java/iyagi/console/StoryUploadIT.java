package iyagi.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.library.Shelf;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stories that are sent to the console, good ones and hostile ones. */
final class StoryUploadIT {
  private static final String BEAR =
      "---\ntitle: Bear\nlanguage: en\nlicense: CC0\n---\n# Bear\n\n## Wood\nA bear sat.\n";
  private static final String KOREAN =
      "---\ntitle: 곰\nlanguage: ko\nlicense: CC0\n---\n# 곰\n\n## 숲\n곰이 앉았어요.\n";

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

  private HttpResponse<String> send(String name, byte[] file) throws Exception {
    return send(name, file, false);
  }

  private HttpResponse<String> send(String name, byte[] file, boolean replace) throws Exception {
    String called = URLEncoder.encode(name, StandardCharsets.UTF_8);
    return http.upload("/api/stories/upload?name=" + called + "&replace=" + replace, file);
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("bear/story.en.md"));
      zip.write(text(BEAR));
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
    }
    return bytes.toByteArray();
  }

  private List<String> shelf() {
    return robot.desk.library().editions().stream().map(e -> e.name()).toList();
  }

  private void assertNothingIsLeft() throws IOException {
    try (var files = Files.list(robot.desk.places().data().resolve("incoming"))) {
      assertEquals(List.of(), files.toList());
    }
  }

  @Test
  void aTextJoinsTheStoryOfItsNameAndTheLibraryIsTold() throws Exception {
    assertTrue(send("bear.md", text(BEAR)).body().contains("\"id\":\"bear\""));
    assertTrue(send("bear.ko.md", text(KOREAN)).body().contains("\"id\":\"bear\""));
    assertEquals(List.of("bear.en", "bear.ko", "owl"), shelf());
    assertEquals(3, robot.service.stock().inventory().stories().size());
    assertNothingIsLeft();
  }

  @Test
  void aStoryIsReplacedOnlyIfThatIsSaid() throws Exception {
    send("bear.md", text(BEAR));
    HttpResponse<String> asked = send("bear.md", text(BEAR.replace("sat", "slept")));
    assertEquals(409, asked.statusCode());
    assertTrue(asked.body().contains("story-there"), asked.body());
    assertTrue(http.get("/api/stories/text?story=bear.en").body().contains("sat"));
    assertEquals(200, send("bear.md", text(BEAR.replace("sat", "slept")), true).statusCode());
    assertTrue(http.get("/api/stories/text?story=bear.en").body().contains("slept"));
    assertEquals(409, send("x.zip", zip("bear/LICENSE", text("CC0"))).statusCode());
  }

  @Test
  void whatCameWithTheRobotIsCopiedWhenItIsSavedAndCannotBeDeleted() throws Exception {
    Path bundled = folder.resolve("stories/owl.md");
    String before = Files.readString(bundled);
    assertEquals(409, http.post("/api/stories/delete", "{\"id\": \"owl\"}").statusCode());
    send("owl.md", text(before.replace("branch", "twig")), true);
    assertEquals(before, Files.readString(bundled));
    assertTrue(http.get("/api/stories/text?story=owl.en").body().contains("twig"));
    assertEquals(204, http.post("/api/stories/delete", "{\"id\": \"owl\"}").statusCode());
    assertEquals(List.of("owl"), shelf());
  }

  @Test
  void whatWasDeletedIsPutBackAndNothingElseIs() throws Exception {
    send("bear.md", text(BEAR));
    assertEquals(404, http.post("/api/stories/undo", "{\"id\": \"../data\"}").statusCode());
    assertEquals(204, http.post("/api/stories/delete", "{\"id\": \"bear\"}").statusCode());
    assertEquals(List.of("owl"), shelf());
    assertEquals(1, robot.service.stock().inventory().stories().size());
    assertEquals(204, http.post("/api/stories/undo", "{\"id\": \"bear\"}").statusCode());
    assertEquals(List.of("bear.en", "owl"), shelf());
    assertEquals(404, http.post("/api/stories/undo", "{\"id\": \"bear\"}").statusCode());
  }

  @Test
  void whatWasDeletedIsStillOfferedAfterARestart() throws Exception {
    send("bear.md", text(BEAR));
    http.post("/api/stories/delete", "{\"id\": \"bear\"}");
    close();
    new Shelf(folder.resolve("data/stories")).tidy();
    robot = RobotInService.in(folder);
    http = new Http(robot);
    http.signIn(Librarian.PIN);
    assertEquals(
        "[{\"id\":\"bear\",\"title\":\"Bear\",\"language\":\"en\"}]",
        http.get("/api/stories/deleted").body());
    assertEquals(204, http.post("/api/stories/undo", "{\"id\": \"bear\"}").statusCode());
    assertEquals(List.of("bear.en", "owl"), shelf());
    assertEquals("[]", http.get("/api/stories/deleted").body());
  }

  @Test
  void whyAStoryStaysIsSaidInThePagesLanguage() throws Exception {
    assertTrue(
        http.post("/api/stories/delete", "{\"id\": \"owl\"}").body().contains("came-with-robot"));
    send("bear.md", text(BEAR));
    http.post("/api/stories/delete", "{\"id\": \"bear\"}");
    send("bear.md", text(BEAR));
    assertTrue(http.post("/api/stories/undo", "{\"id\": \"bear\"}").body().contains("place-taken"));
  }

  @Test
  void aZipThatLeavesItsFolderOrIsABombIsRefused() throws Exception {
    for (String astray : List.of("../../evil.md", "/etc/evil.md", "bear/../../evil.md")) {
      String answer = send("bear.zip", zip(astray, text("x"))).body();
      assertTrue(answer.contains("is no plain path"), answer);
    }
    String bomb = send("bear.zip", zip("bear/sounds/a.wav", new byte[20_000_001])).body();
    assertTrue(bomb.contains("has more than 20 MB"), bomb);
    assertTrue(send("bear.zip", text("no zip")).body().contains("is not a whole zip file"));
    assertEquals(List.of("owl"), shelf());
    assertFalse(Files.exists(folder.resolve("evil.md")));
    assertNothingIsLeft();
  }

  @Test
  void aNameIsNeverAPath() throws Exception {
    assertTrue(send("../../../evil.md", text(BEAR)).body().contains("\"id\":\"evil\""));
    assertTrue(send("C:\\x\\..\\wolf\0.md", text(BEAR)).body().contains("\"id\":\"wolf\""));
    assertTrue(send("../..", text(BEAR)).body().contains("\"id\":\"\""));
    assertTrue(send("...md", text(BEAR)).body().contains("\"id\":\"\""));
    assertEquals(List.of("evil.en", "owl", "wolf.en"), shelf());
  }

  @Test
  void whatIsTooLargeIsRefused() throws Exception {
    String large = send("bear.md", new byte[3_000_000]).body();
    assertTrue(large.contains("at most 2 MB are read"), large);
    String draft = "{\"name\": \"a.md\", \"text\": \"" + "a".repeat(300_000) + "\"}";
    assertEquals(413, http.post("/api/stories/check", draft).statusCode());
    assertNothingIsLeft();
  }

  @Test
  void anotherPageCannotSendOrDeleteAnything() throws Exception {
    for (String path : List.of("upload?name=bear.md", "check", "delete", "undo")) {
      HttpResponse<String> answer =
          http.post("/api/stories/" + path, BEAR, Map.of("Origin", robot.address()));
      assertEquals(403, answer.statusCode(), path);
    }
    assertEquals(List.of("owl"), shelf());
  }
}
