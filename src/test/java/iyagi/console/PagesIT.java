package iyagi.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import iyagi.session.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for every page: everybody can use it, on any screen, in both languages. */
final class PagesIT {
  @TempDir private static Path folder;
  private static RobotInService robot;

  @BeforeAll
  static void open() throws Exception {
    Chromium.browser();
    robot = RobotInService.in(folder);
    robot.pin().set(Librarian.PIN);
  }

  @AfterAll
  static void close() {
    if (robot != null) {
      robot.close();
    }
  }

  /** Every page that the navigation shows, and those before it. */
  private static List<String> pages() throws IOException {
    List<String> pages = new ArrayList<>(List.of("/captions"));
    try (Librarian librarian = new Librarian(robot)) {
      librarian.signIn();
      for (var link : librarian.page.locator("nav a").all()) {
        pages.add(link.getAttribute("href"));
      }
    }
    return pages;
  }

  private static void read() {
    robot.service.start("owl", 1, Kind.PROGRAMME, Optional.empty());
  }

  @Test
  void noPageHasABarrierInEitherThemeOrLanguageAndNoneIsTooWideForAPhone() throws Exception {
    List<String> found = new ArrayList<>();
    for (String language : List.of("en-GB", "ko-KR")) {
      for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        for (int width : List.of(360, 1024)) {
          try (Librarian librarian = new Librarian(robot, language, theme, width, 740)) {
            String look = " " + language + " " + theme + " " + width + ": ";
            librarian.goTo("/pin");
            check(librarian, "/pin" + look, found);
            librarian.signIn();
            read();
            for (String page : pages()) {
              librarian.goTo(page);
              librarian.page.waitForLoadState();
              check(librarian, page + look, found);
            }
            librarian.complaints.forEach(complaint -> found.add(look + complaint));
          }
        }
      }
    }
    assertEquals(List.of(), found);
  }

  @Test
  void thePageForSettingAPinHasNoBarrierEither(@TempDir Path fresh) throws Exception {
    List<String> found = new ArrayList<>();
    try (RobotInService empty = RobotInService.in(fresh)) {
      for (String language : List.of("en-GB", "ko-KR")) {
        for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
          try (Librarian librarian = new Librarian(empty, language, theme, 360, 740)) {
            librarian.goTo("/setup");
            assertThat(librarian.page.locator("#code")).isVisible();
            check(librarian, "/setup " + language + " " + theme + ": ", found);
          }
        }
      }
    }
    assertEquals(List.of(), found);
  }

  private static void check(Librarian librarian, String where, List<String> found)
      throws IOException {
    librarian.barriers().forEach(barrier -> found.add(where + barrier));
    if (!librarian.fitsItsWidth()) {
      found.add(where + "has to be scrolled sideways");
    }
  }

  @Test
  void theFirstPageIsSmallAndComesInFewPieces() throws Exception {
    try (Librarian librarian = new Librarian(robot)) {
      librarian.signIn();
      librarian.goTo("/now");
      librarian.page.locator("#robot svg").waitFor();
      long[] sum = new long[2];
      Object bytes =
          librarian.page.evaluate(
              "performance.getEntriesByType('resource').filter(e =>"
                  + " !e.name.includes('/api/')).reduce((sum, e) => sum + e.transferSize,"
                  + " performance.getEntriesByType('navigation')[0].transferSize)");
      sum[0] = ((Number) bytes).longValue();
      sum[1] =
          ((Number) librarian.page.evaluate("performance.getEntriesByType('resource').length"))
              .longValue();
      assertTrue(sum[0] > 5_000 && sum[0] < 150_000, sum[0] + " bytes");
      assertTrue(sum[1] < 20, sum[1] + " requests");
    }
  }

  @Test
  void languageAndThemeAreSwitchedAndStay() throws Exception {
    try (Librarian librarian = new Librarian(robot)) {
      Page page = librarian.signIn().page;
      page.locator("#language").click();
      assertThat(page.locator("html")).hasAttribute("lang", "ko");
      assertThat(page.locator("#choose")).hasText("이야기 고르기");
      librarian.ready();
      page.locator("#theme").click();
      assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
      page.reload();
      assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
      assertThat(page.locator("#choose")).hasText("이야기 고르기");
    }
  }

  @Test
  void particlesNumbersAndPluralsFollowTheirWord() throws Exception {
    try (Librarian librarian = new Librarian(robot, "ko-KR", ColorScheme.LIGHT, 800, 600)) {
      Page page = librarian.signIn().page;
      assertEquals(
          List.of(
              "곰은", "사자는", "책이", "나무가", "달을", "해를", "서울로", "집으로", "학교로", "3을", "2를", "1로", "Owl은",
              "Bear와", "“달”은"),
          page.evaluate(
              "import('/assets/words.js').then(({ josa }) => [['곰','은'],['사자','은'],['책','이'],['나무','이'],"
                  + "['달','을'],['해','을'],['서울','으로'],['집','으로'],['학교','으로'],['3','을'],['2','을'],"
                  + "['1','으로'],['Owl','은'],['Bear','과'],['“달”','은']].map(([w, p]) => josa(w, p)))"));
    }
    try (Librarian librarian = new Librarian(robot)) {
      Page page = librarian.signIn().page;
      assertEquals(
          List.of("1 minute", "0 minutes", "1,200 minutes"),
          page.evaluate(
              "import('/assets/words.js').then(({ say }) => [1, 0, 1200].map(minutes =>"
                  + " say('now.minutes', { minutes })))"));
    }
  }

  @Test
  void withTheKeyboardAloneAStoryIsChosenPausedAndHalted() throws Exception {
    try (Librarian librarian = new Librarian(robot)) {
      Page page = librarian.goTo("/pin").page;
      assertThat(page.locator("#pin")).isFocused();
      page.keyboard().type(Librarian.PIN);
      page.keyboard().press("Enter");
      page.waitForURL("**/now");
      tabTo(page, "choose");
      page.keyboard().press("Enter");
      assertThat(page.locator("#shelf")).isVisible();
      page.locator("#stories button").first().waitFor();
      tabTo(page, "find");
      page.keyboard().type("small owl");
      for (int i = 0; i < 4 && !focused(page).contains("The Small Owl"); i++) {
        page.keyboard().press("Tab");
      }
      page.keyboard().press("Enter");
      assertThat(page.locator("#phase")).hasText("Reading");
      tabTo(page, "pause");
      page.keyboard().press("Space");
      assertThat(page.locator("#phase")).hasText("Paused");
      for (int i = 0; i < 8 && !focused(page).contains("Halt!"); i++) {
        page.keyboard().press("Tab");
      }
      assertTrue(
          (boolean)
              page.evaluate("getComputedStyle(document.activeElement).outlineStyle !== 'none'"),
          "the focus is seen");
      page.keyboard().press("Enter");
      assertThat(page.locator("#phase")).hasText("Halted");
    }
  }

  private static String focused(Page page) {
    return (String) page.evaluate("document.activeElement.textContent");
  }

  private static void tabTo(Page page, String id) {
    for (int i = 0; i < 30; i++) {
      if (id.equals(page.evaluate("document.activeElement.id"))) {
        return;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError("the keyboard does not come to " + id);
  }

  @Test
  void aWallScreenShowsTheLineWithTheSpokenWordAndKnowsNothingElse() throws Exception {
    try (Librarian wall = new Librarian(robot)) {
      wall.goTo("/captions");
      read();
      assertThat(wall.page.locator("#title")).hasText("The Small Owl");
      assertThat(wall.page.locator("#caption mark")).hasCount(1);
      assertThat(wall.page.locator("nav a")).hasCount(0);
      Object status = wall.page.evaluate("fetch('/api/now/stories').then(answer => answer.status)");
      assertEquals(401, ((Number) status).intValue());
      assertEquals(List.of(), wall.complaints);
    }
  }
}
