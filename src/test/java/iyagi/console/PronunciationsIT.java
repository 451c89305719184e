package iyagi.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import iyagi.performance.PlayerState;
import iyagi.service.WordBook;
import iyagi.session.Kind;
import iyagi.story.WordList.Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The library's own dictionary in a real browser. */
final class PronunciationsIT {
  private static final String WITNESS =
      """
      window.starts = [];
      const start = AudioBufferSourceNode.prototype.start;
      AudioBufferSourceNode.prototype.start = function (...when) {
        window.starts.push(this.buffer.duration);
        return start.apply(this, when);
      };
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
    librarian.signIn().goTo("/pronunciations");
  }

  @AfterEach
  void close() {
    if (robot != null) {
      librarian.close();
      robot.close();
    }
  }

  private List<Entry> words() {
    return new WordBook(robot.desk).words().words();
  }

  private void type(String word, String said) {
    page.locator("#word").fill(word);
    page.locator("#said").fill(said);
  }

  @Test
  void aWordIsHeardSavedChangedDeletedAndPutBack() throws Exception {
    type("Aoife", "EE-fuh");
    page.locator("#hear").click();
    page.waitForCondition(() -> (boolean) page.evaluate("window.starts.length === 1"));
    assertThat(page.locator("#status")).hasText("So it would sound.");
    page.locator("#sentence").fill("Aoife was a small owl.");
    page.locator("#hear").click();
    page.waitForCondition(
        () -> (boolean) page.evaluate("window.starts.length === 2 && window.starts[1] > 1.5"));
    assertEquals(List.of(), words());

    page.locator("#said").press("Enter");
    assertThat(page.locator("#words li")).hasCount(1);
    assertEquals(List.of(new Entry("en", "aoife", "EE-fuh")), words());
    assertThat(page.locator("#word")).isFocused();
    assertEquals(List.of(), librarian.barriers());
    picture("pronunciations-en");

    page.locator("[data-deed='change-aoife']").click();
    page.locator("#word").fill("Aoifa");
    page.locator("#save").click();
    assertThat(page.locator("#words li strong")).hasText("aoifa");
    page.locator("[data-deed='delete-aoifa']").click();
    assertThat(page.locator("#none")).isVisible();
    assertThat(page.locator("#undo-now")).isFocused();
    assertEquals(List.of(), words());
    page.locator("#undo-now").click();
    assertThat(page.locator("#words li strong")).hasText("aoifa");
    assertEquals(List.of(new Entry("en", "aoifa", "EE-fuh")), words());
    page.locator("[data-deed='hear-aoifa']").click();
    page.waitForCondition(() -> (boolean) page.evaluate("window.starts.length === 3"));
    assertEquals(PlayerState.Phase.IDLE, robot.service.phase());
    assertEquals(List.of(), librarian.complaints);
  }

  @Test
  void whatIsWrongIsToldInThePagesLanguage() throws Exception {
    see("ko-KR", ColorScheme.DARK, 360);
    page.locator("#hear").click();
    assertThat(page.locator("#wrong")).containsText("어떤 낱말인가요?");
    type("two words", "x");
    page.locator("#save").click();
    assertThat(page.locator("#wrong")).containsText("‘two words’ 그대로는 쓸 수 없습니다.");
    type("Aoife", "ee-f4h");
    page.locator("#save").click();
    assertThat(page.locator("#wrong")).containsText("‘f4h’ 부분은 음절로 읽을 수 없습니다.");
    assertTrue(librarian.fitsItsWidth(), "nothing has to be scrolled sideways");
    assertEquals(List.of(), librarian.barriers());
    picture("pronunciations-ko");
    assertEquals(List.of(), words());
    assertEquals(List.of(), librarian.complaints);
  }

  @Test
  void aDamagedFileIsShownAndKeptAside() throws Exception {
    Files.writeString(robot.desk.places().pronunciations(), "en:\n  aoife: Eefa\n  two words: x\n");
    page.reload();
    librarian.ready();
    assertThat(page.locator("#damages")).containsText("pronunciations.yaml:3");
    assertThat(page.locator("#words li")).hasCount(1);
    assertEquals(List.of(), librarian.barriers());
    type("Niamh", "neev");
    page.locator("#save").click();
    assertThat(page.locator("#aside")).containsText("pronunciations.yaml.unreadable");
    assertThat(page.locator("#words li")).hasCount(2);
  }

  @Test
  void whileTheRobotReadsNothingIsSpokenForThePage() throws Exception {
    robot.service.start("owl", 1, Kind.FREE, Optional.empty());
    page.waitForCondition(() -> robot.service.phase() == PlayerState.Phase.READING);
    type("Aoife", "EE-fuh");
    page.locator("#save").click();
    assertThat(page.locator("#wrong")).containsText("The robot is reading to children now.");
    assertEquals(List.of(), words());
  }

  private void picture(String name) {
    String pictures = System.getProperty("pictures", "");
    if (!pictures.isEmpty()) {
      librarian.picture(Path.of(pictures).resolve(name + ".png"));
    }
  }
}
