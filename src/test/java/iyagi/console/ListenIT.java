package iyagi.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import iyagi.performance.PlayerState;
import iyagi.session.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A story is heard in a real browser before children hear it. */
final class ListenIT {
  /** Notes which sounds begin and how far the drawn jaw opens. */
  private static final String WITNESS =
      """
      window.starts = 0; window.jaw = 0; window.seen = new Set();
      const start = AudioBufferSourceNode.prototype.start;
      AudioBufferSourceNode.prototype.start = function (...when) {
        const loud = this.buffer.getChannelData(0).some(sample => Math.abs(sample) > 0.1);
        window.context = this.context;
        if (loud) window.starts++;
        return start.apply(this, when);
      };
      const look = () => {
        const drawn = document.querySelector(".robot svg");
        if (drawn) window.jaw = Math.max(window.jaw, Number(drawn.dataset.mouth));
        document.querySelectorAll(".caption mark").forEach(mark => window.seen.add(mark.textContent));
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
      """;

  @TempDir private Path folder;
  private RobotInService robot;
  private Librarian librarian;
  private Page page;

  @BeforeEach
  void open() throws Exception {
    Chromium.browser();
    robot = RobotInService.in(folder);
    see("en-GB", ColorScheme.LIGHT, 1024);
  }

  private void see(String language, ColorScheme theme, int width) throws Exception {
    if (librarian != null) {
      librarian.close();
    }
    librarian = new Librarian(robot, language, theme, width, 740);
    page = librarian.page;
    page.addInitScript(WITNESS);
    librarian.signIn();
  }

  @AfterEach
  void close() {
    if (robot != null) {
      librarian.close();
      robot.close();
    }
  }

  private void waitFor(String condition) {
    // The page's policy forbids the evaluation in which Playwright would wait for a function.
    page.waitForCondition(() -> (boolean) page.evaluate(condition));
  }

  private void assertTheRobotDoesNothing() {
    assertEquals(PlayerState.Phase.IDLE, robot.service.phase());
    assertEquals(Optional.empty(), robot.service.session());
    assertEquals(List.of(), robot.memory.sessions().latest(9));
    assertEquals(List.of(), robot.events);
  }

  @Test
  void aStoryIsHeardAndSeenWhileTheRobotDoesNothing() throws Exception {
    librarian.goTo("/stories");
    page.locator("[data-deed='listen-owl']").click();
    librarian.ready();
    assertThat(page.locator("h1")).hasText("Listen: The Small Owl");
    assertThat(page.locator(".caption")).hasText("The Small Owl");
    page.locator("[data-to=play]").click();
    assertThat(page.locator("#audition")).hasAttribute("data-state", "playing");
    waitFor("window.starts >= 3 && window.context.currentTime > 1");
    waitFor(
        "window.jaw > 6 && ['The', 'Small', 'Owl', 'sat'].every(word => window.seen.has(word))");
    assertThat(page.locator(".page-mark")).hasText("Page 1 of 2 · The branch");
    assertThat(page.locator(".sentences [aria-current]")).hasCount(1);

    page.locator("[data-to=play]").click();
    assertThat(page.locator("#audition")).hasAttribute("data-state", "paused");
    waitFor("window.context.state === 'suspended'");
    assertEquals(List.of(), librarian.barriers());
    picture("listen-en");
    page.locator("[data-to=next-page]").click();
    assertThat(page.locator(".caption")).hasText("The moon looked down and smiled at her.");
    page.locator("[data-to=previous]").click();
    assertThat(page.locator(".caption")).hasText("Owl: Who is there?");
    assertThat(page.locator(".audition aside li")).hasText("hoot like an owl together.");
    assertTheRobotDoesNothing();
    assertEquals(List.of(), librarian.complaints);
  }

  @Test
  void onAPhoneInKoreanAndInTheDarkItFitsAndHasNoBarrier() throws Exception {
    see("ko-KR", ColorScheme.DARK, 360);
    librarian.goTo("/listen?story=owl");
    page.locator(".sentences button").click();
    waitFor("window.seen.has('Small')");
    page.locator("[data-to=play]").click();
    assertTrue(librarian.fitsItsWidth(), "nothing has to be scrolled sideways");
    assertEquals(List.of(), librarian.barriers());
    picture("listen-ko");
    assertTheRobotDoesNothing();
  }

  @Test
  void aTextThatIsNotSavedIsHeardFromTheSentenceOfTheCursorOn() throws Exception {
    librarian.goTo("/stories");
    page.locator("[data-deed='edit-owl']").click();
    page.locator("#text").fill(RobotInService.TALE.replace("Who is there", "Whoever is there"));
    assertThat(page.locator("#mistakes")).hasText("No mistake found.");
    page.evaluate(
        "() => { const text = document.getElementById('text'), at = text.value.indexOf('Whoever');"
            + " text.setSelectionRange(at, at); }");
    page.locator("#listen-draft").click();
    assertThat(page.locator(".caption")).hasText("Owl: Whoever is there?");
    assertEquals(List.of(), librarian.barriers());
    picture("listen-draft");
    page.locator("#hearing [data-to=play]").click();
    waitFor("window.starts >= 1 && window.seen.has('Whoever')");
    page.locator("#heard-enough").click();
    waitFor("window.context.state === 'closed'");
    assertThat(page.locator("#editor")).isVisible();
    assertThat(page.locator("#listen-draft")).isFocused();
    assertEquals(RobotInService.TALE, Files.readString(folder.resolve("stories/owl.md")));
    assertTheRobotDoesNothing();
    assertEquals(List.of(), librarian.complaints);
  }

  @Test
  void whileTheRobotReadsASentenceThatIsNotReadyIsNotMade() throws Exception {
    Files.writeString(
        folder.resolve("stories/moon.md"), RobotInService.TALE.replaceAll("(?i)owl", "Moon"));
    robot.service.start("owl", 1, Kind.FREE, Optional.empty());
    page.waitForCondition(() -> robot.service.phase() == PlayerState.Phase.READING);
    librarian.goTo("/listen?story=moon");
    page.locator("[data-to=play]").click();
    assertThat(page.locator("#audition [role=alert]")).containsText("The robot is reading");
    assertThat(page.locator("#audition")).hasAttribute("data-state", "still");
    page.navigate(robot.address() + "/listen?story=owl");
    librarian.ready();
    page.locator("[data-to=play]").click();
    waitFor("window.starts >= 1");
  }

  @Test
  void aStoryThatWasPutAwayMeanwhileIsOpenedAgain() throws Exception {
    librarian.goTo("/listen?story=owl");
    assertThat(page.locator(".caption")).hasText("The Small Owl");
    try (Http http = new Http(robot)) {
      http.signIn(Librarian.PIN);
      for (int i = 0; i < 7; i++) {
        assertEquals(200, http.post("/api/listen/open", "{\"story\": \"owl\"}").statusCode());
      }
      assertEquals(404, http.get("/api/listen/1/passage/0").statusCode());
      assertEquals(404, http.get("/api/listen/8/passage/99").statusCode());
      assertEquals(404, http.get("/api/listen/8/passage/x").statusCode());
      assertEquals(404, http.get("/api/listen/8/clip/..%2F..%2Fconsole%2Fpin").statusCode());
      assertEquals(404, http.post("/api/listen/open", "{\"story\": \"../owl\"}").statusCode());
    }
    page.locator("[data-to=play]").click();
    waitFor("window.starts >= 1");
  }

  private void picture(String name) {
    String pictures = System.getProperty("pictures", "");
    if (!pictures.isEmpty()) {
      librarian.picture(Path.of(pictures).resolve(name + ".png"));
    }
  }
}
