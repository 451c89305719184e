package iyagi.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import iyagi.performance.PerformanceEvent;
import iyagi.session.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A USB stick with stories, on the page Stories in a real browser. */
final class StickIT {
  private static final String BEAR =
      "---\ntitle: Bear\nlanguage: en\nlicense: CC0\n---\n# Bear\n\n## Wood\nA bear sat.\n";

  @TempDir private Path folder;
  private RobotInService robot;
  private Path stick;

  @BeforeEach
  void open() throws Exception {
    Chromium.browser();
    robot = RobotInService.in(folder);
    stick = Files.createDirectories(folder.resolve("media/sda1"));
    Files.writeString(stick.resolve("bear.md"), BEAR);
    Path stories = Files.createDirectories(stick.resolve("이야기"));
    Files.writeString(stories.resolve("wolf.md"), BEAR.replace("Bear", "Wolf"));
    Files.writeString(stories.resolve("wrong.md"), BEAR.replace("sat.", "sat. {nodd}"));
    Files.writeString(stories.resolve("owl.md"), RobotInService.TALE);
  }

  @AfterEach
  void close() {
    if (robot != null) {
      robot.close();
    }
  }

  @Test
  void theNewStoriesAreTakenWhenSomebodySaysSoAndThePageSaysWhatIsOnTheStick() throws Exception {
    for (String language : List.of("en-GB", "ko-KR")) {
      for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        try (Librarian librarian = new Librarian(robot, language, theme, 360, 740).signIn()) {
          Page page = librarian.goTo("/stories").page;
          assertThat(page.locator("#stick-files > li")).hasCount(4);
          assertEquals(List.of(), librarian.barriers());
          assertTrue(librarian.fitsItsWidth());
          picture(librarian, "stick-" + language + "-" + theme);
          assertEquals(List.of(), librarian.complaints);
        }
      }
    }
    assertEquals(1, robot.service.stock().inventory().stories().size());
    try (Librarian librarian = new Librarian(robot).signIn()) {
      Page page = librarian.goTo("/stories").page;
      assertThat(page.locator("#stick-title")).hasText("USB stick: 4 stories");
      assertThat(page.locator("[data-state=mistakes]")).containsText("did you mean 'nod'?");
      assertThat(page.locator("[data-state=here]")).containsText("The Small Owl");
      page.locator("#stick-all").click();
      assertThat(page.locator("#results .result")).hasCount(2);
      assertThat(page.locator("#stories > li")).hasCount(3);
      assertThat(page.locator("#stick-all")).isHidden();
      assertEquals(3, robot.service.stock().inventory().stories().size());
      picture(librarian, "stick-taken");
      Files.writeString(stick.resolve("bear.md"), BEAR.replace("sat", "slept"));
      librarian.goTo("/stories");
      page.getByText("Replace mine").click();
      assertThat(page.locator("#stick-files [data-state=here]")).hasCount(3);
      assertEquals(List.of(), librarian.complaints);
    }
  }

  @Test
  void whileTheRobotReadsNoStickIsLookedAtAndNothingTaken() throws Exception {
    robot.pin().set(Librarian.PIN);
    try (Http http = new Http(robot)) {
      http.signIn(Librarian.PIN);
      CountDownLatch started = new CountDownLatch(1);
      robot.listener.set(
          event -> {
            if (event instanceof PerformanceEvent.Started) {
              started.countDown();
            }
          });
      robot.service.start("owl", 1, Kind.FREE, Optional.empty());
      assertTrue(started.await(20, TimeUnit.SECONDS));
      assertTrue(http.get("/api/sticks").body().contains("\"later\":true"));
      assertEquals(
          409, http.upload("/api/sticks/take?file=sda1/bear.md", new byte[0]).statusCode());
      assertEquals(1, robot.service.stock().inventory().stories().size());
    }
  }

  private static void picture(Librarian librarian, String name) {
    String pictures = System.getProperty("pictures", "");
    if (!pictures.isEmpty()) {
      librarian.picture(Path.of(pictures).resolve(name + ".png"));
    }
  }
}
