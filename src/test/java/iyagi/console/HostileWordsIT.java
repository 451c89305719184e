package iyagi.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import iyagi.session.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts in everything that people write, on every page in a real browser. */
final class HostileWordsIT {
  private static final String EVIL =
      "<img src=x onerror=window.caught=1><script>window.caught=1</script>";

  private static final String STORY =
      """
      ---
      title: "%1$s"
      language: en
      author: "%1$s"
      license: CC BY 4.0
      ---
      # %1$s

      ## %1$s
      > Grown-ups: %1$s

      One %1$s two.
      """
          .formatted(EVIL);

  private static final String PROGRAMME =
      """
      {"revision": 1,
       "holidays": [{"from": "2031-03-05", "until": "2031-03-06", "name": "%1$s"}],
       "plans": [{"id": "evil", "title": "%1$s", "language": "en", "weekly": "tuesday",
         "start": "10:30", "materials": ["%1$s"],
         "items": [{"story": "evil"}, {"question": "%1$s", "wait-seconds": 4, "hint": "%1$s",
           "say": "%1$s"}]}]}
      """
          .formatted(EVIL);

  /** Where something of it has to be shown. */
  private static final Map<String, String> SHOWN =
      Map.of(
          "/now", "#stage-title",
          "/cards", "#stories",
          "/stories", "#stories h2",
          "/listen", "h1",
          "/programme", "#plans",
          "/sheet", "#title",
          "/recordings", "main",
          "/numbers", "#by-story");

  private static final List<String> WITHOUT =
      List.of(
          "/captions", "/calibration", "/loudness", "/pronunciations", "/setup", "/pin", "/robot");

  @TempDir private Path folder;
  private RobotInService robot;

  @BeforeEach
  void open() throws Exception {
    Chromium.browser();
    robot = RobotInService.in(folder);
    Files.writeString(folder.resolve("stories/evil.md"), STORY);
    Files.createDirectories(robot.desk.places().data());
    Files.writeString(robot.desk.places().programme(), PROGRAMME);
  }

  @AfterEach
  void close() {
    if (robot != null) {
      robot.close();
    }
  }

  @Test
  void whatSomebodyWritesIsShownAsTextOnEveryPageAndNeverRun() throws Exception {
    try (Librarian librarian =
        new Librarian(robot, "en-GB", ColorScheme.LIGHT, 1024, 800).signIn()) {
      robot.service.start("evil", 1, Kind.PROGRAMME, Optional.empty());
      List<String> pages = new ArrayList<>();
      for (Route route : robot.console.routes()) {
        if (route.method().equals("GET") && route.path().matches("/[a-z]+")) {
          looks(librarian, route.path());
          pages.add(route.path());
        }
      }
      assertTrue(pages.size() >= 10, pages::toString);
      assertEquals(List.of(), librarian.complaints);
    }
  }

  private void looks(Librarian librarian, String path) {
    Page page = librarian.goTo(path + "?story=evil&plan=evil").page;
    assertTrue(SHOWN.containsKey(path) || WITHOUT.contains(path), path + " is new: what shows it?");
    if (SHOWN.containsKey(path)) {
      assertThat(page.locator(SHOWN.get(path)).first()).containsText("<script>window.caught=1");
    }
    assertThat(page.locator("img[src=x], main script")).hasCount(0);
    assertEquals(true, page.evaluate("window.caught === undefined"), path);
  }

  @Test
  void aWordOfTheDictionaryThatIsAScriptIsRefusedOrShownAsText() throws Exception {
    try (Librarian librarian = new Librarian(robot).signIn()) {
      Page page = librarian.goTo("/pronunciations?word=" + EVIL).page;
      Files.writeString(
          robot.desk.places().data().resolve("pronunciations.yaml"),
          "en:\n  \"" + EVIL + "\": x\n");
      page.reload();
      librarian.ready();
      assertThat(page.locator("main")).containsText("<img src=x");
      assertThat(page.locator("img[src=x], main script")).hasCount(0);
      assertEquals(true, page.evaluate("window.caught === undefined"));
      assertEquals(List.of(), librarian.complaints);
    }
  }
}
