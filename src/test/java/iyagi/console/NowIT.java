package iyagi.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import iyagi.performance.PlayerState;
import iyagi.score.Manner;
import iyagi.session.Attendance;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page Now in a real browser. */
final class NowIT {
  @TempDir private Path folder;
  private RobotInService robot;
  private Librarian librarian;
  private Page page;

  @BeforeEach
  void open() throws Exception {
    Chromium.browser();
    robot = RobotInService.in(folder);
    librarian = new Librarian(robot);
    page = librarian.page;
  }

  @AfterEach
  void close() {
    if (robot != null) {
      librarian.close();
      robot.close();
    }
  }

  @Test
  void aLibrarianSetsThePinWithTheNumberThatTheRobotSays() throws Exception {
    librarian.goTo("/");
    page.waitForURL("**/setup");
    page.locator("#say").click();
    assertThat(page.locator("#said")).hasText("Listen: the robot says six digits.");
    page.locator("#code").fill(robot.code());
    page.locator("#pin").fill("314159");
    page.locator("#again").fill("314159");
    page.keyboard().press("Enter");
    page.waitForURL("**/now");
    assertThat(page.locator("#stage-title")).hasText("Ready to read");
    assertTrue(robot.pin().matches("314159"));
    assertEquals(List.of(), librarian.complaints);
  }

  @Test
  void aStoryIsChosenReadPausedAndHalted() throws Exception {
    librarian.signIn();
    page.locator("#choose").click();
    page.getByText("The Small Owl").click();
    assertThat(page.locator("#stage-title")).hasText("The Small Owl");
    assertThat(page.locator("#phase")).hasText("Reading");
    assertThat(page.locator("#caption mark")).hasCount(1);
    page.locator("#pause").click();
    assertThat(page.locator("#phase")).hasText("Paused");
    page.locator("#pause").click();
    assertThat(page.locator("#phase")).hasText("Reading");
    page.locator(".halt").click();
    assertThat(page.locator("#phase")).hasText("Halted");
    assertEquals(PlayerState.Phase.HALTED, robot.service.phase());
    assertEquals(List.of(), librarian.complaints);
  }

  @Test
  void attendanceIsTappedAndKept() throws Exception {
    librarian.signIn();
    page.locator("#choose").click();
    page.getByText("The Small Owl").click();
    var more = page.getByLabel("One child more");
    for (int i = 0; i < 3; i++) {
      more.click();
    }
    page.getByLabel("One grown-up more").click();
    assertThat(page.locator("#counted")).hasText("Noted: 3 children, 1 grown-up.");
    assertEquals(
        Optional.of(new Attendance(3, 1)),
        robot.memory.sessions().latest(1).getFirst().attendance());
  }

  @Test
  void theRobotAndTheWallFollowWhoListens() throws Exception {
    librarian.signIn();
    try (Librarian wall = new Librarian(robot)) {
      wall.goTo("/captions");
      assertThat(wall.page.locator("input[value=plain]")).isChecked();
      page.getByLabel("Who listens").selectOption("low-vision");
      assertThat(page.locator("#manner-hint")).containsText("headings of pages");
      assertThat(wall.page.locator("input[value=large]")).isChecked();
      assertEquals(Manner.LOW_VISION, robot.service.manner());
      wall.page.locator("input[value=long]").check();
      wall.page.reload();
      assertThat(wall.page.locator("input[value=long]")).isChecked();
      page.getByLabel("Who listens").selectOption("usual");
      assertThat(wall.page.locator("input[value=plain]")).isChecked();
      assertEquals(List.of(), wall.complaints);
    }
    assertEquals(List.of(), librarian.complaints);
  }

  @Test
  void theRobotIsDrawnWithWhatItHasAndNothingElse() throws Exception {
    assertEquals("owl 12 parts 0 lamps", drawn("simulated"));
    assertEquals("puppet 6 parts 2 lamps", drawn("puppet"));
    assertEquals("lamp 1 parts 12 lamps", drawn("lamp"));
  }

  /** Which figure, how many of its moving or shining parts, and how many lamps beside the glow. */
  private static String drawn(String make) throws Exception {
    try (RobotInService other = RobotInService.make(Files.createTempDirectory(make), make);
        Librarian visitor = new Librarian(other)) {
      visitor.signIn();
      visitor.page.waitForFunction("() => performance.getEntriesByName('drawn').length > 0");
      return visitor
          .page
          .evaluate(
              """
              () => {
                const svg = document.querySelector('#robot svg');
                return svg.dataset.figure + ' ' + svg.querySelectorAll('[data-part]').length
                  + ' parts ' + svg.querySelectorAll('[data-part=lamps] circle').length + ' lamps';
              }""")
          .toString();
    }
  }

  @Test
  void aScriptInAStoryIsShownAsTextAndNeverRun() throws Exception {
    String evil = "<img src=x onerror=document.title=1><script>document.title=2</script>";
    Files.writeString(
        folder.resolve("stories/evil.md"),
        """
        ---
        title: "%s"
        language: en
        author: "%s"
        license: CC BY 4.0
        ---
        # %s

        ## %s
        > Grown-ups: %s

        One two %s three.
        """
            .formatted(evil, evil, evil, evil, evil, evil));
    librarian.signIn();
    page.locator("#choose").click();
    assertThat(page.locator("#stories")).containsText("<img src=x onerror=");
    page.locator("#stories button").first().click();
    assertThat(page.locator("#stage-title")).containsText("<script>document.title=2</script>");
    assertThat(page.locator("#caption")).containsText("<script>");
    assertThat(page.locator("img, main script")).hasCount(0);
    assertEquals("Now · Iyagi", page.title());
    assertEquals(List.of(), librarian.complaints);
  }
}
