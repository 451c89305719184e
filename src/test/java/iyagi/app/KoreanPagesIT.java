package iyagi.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import iyagi.console.Chromium;
import iyagi.console.Librarian;
import iyagi.speech.mary.MarySpeechEngine;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a robot says of its own troubles to a librarian whose browser is Korean: the program is put
 * into service as an owl, none of whose devices are here, with a library that nobody can reach,
 * damaged files and stories that it cannot read.
 */
final class KoreanPagesIT {
  private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 23, 10, 0);
  private static final Pattern HANGUL = Pattern.compile("\\p{IsHangul}");

  /** The innermost elements that are seen, with a text of their own. */
  private static final String SEEN =
      """
      [...document.body.querySelectorAll('*')]
        .filter(each => each.checkVisibility() && !each.closest('svg, textarea, select, script'))
        .filter(each => [...each.childNodes].some(
            node => node.nodeType === Node.TEXT_NODE && node.textContent.trim()))
      """;

  /** What is marked as English. */
  private static final String MARKED =
      SEEN + ".filter(each => each.closest('[lang]').lang !== 'ko').map(each => each.textContent)";

  /** Four English words in a row, and no Korean around them. */
  private static final String UNMARKED =
      SEEN
          + """
          .filter(each => !each.matches('code, pre, h1[lang], h2[lang]'))
          .map(each => each.textContent)
          .filter(text => /[a-z]+( [a-z']+){3}/iu.test(text) && !/\\p{Script=Hangul}/u.test(text))
          """;

  @TempDir private Path folder;
  private RobotAtWork robot;
  private Librarian librarian;
  private Page page;

  @BeforeEach
  void goIntoService() throws Exception {
    Chromium.browser();
    Path data = Files.createDirectories(folder.resolve("data"));
    Files.writeString(data.resolve("volume.yaml"), "usual: loud\nmost: 60\n");
    Files.writeString(data.resolve("loudness.yaml"), "loudness:\n  50: 61\n");
    Files.writeString(data.resolve("pronunciations.yaml"), "en:\n  Aoife: EE-fuh\n");
    Files.writeString(data.resolve("cards.jsonl"), "{\"card\": 1}\n");
    Files.writeString(data.resolve("programme.json"), "{\"revision\": 1, \"plans\": [{}]}");
    Files.writeString(data.resolve("programme-journal.json"), "[]");
    Path measured = Files.createDirectories(data.resolve("calibration"));
    Files.writeString(measured.resolve("owl.yaml"), "calibration:\n  mouth: wide\n");
    Files.writeString(data.resolve("speech"), "a file where a folder should be");
    Path stories = Files.createDirectories(folder.resolve("stories"));
    Files.writeString(stories.resolve("moon.md"), story("The Moon", "en", "The moon {nodd}"));
    Files.writeString(stories.resolve("star.md"), story("The Star", "en", "The star shone."));
    Files.writeString(stories.resolve("etoile.md"), story("L'étoile", "fr", "Une étoile."));
    robot =
        new RobotAtWork(
            folder,
            new MarySpeechEngine(),
            NOW,
            "owl",
            "report:\n  robot: rb-1\n  broker: mqtt://127.0.0.1:1");
    librarian = new Librarian(robot.address(), "ko-KR", 1024, false);
    page = librarian.page;
    String code = robot.code();
    librarian.goTo("/");
    page.waitForURL("**/setup");
    page.locator("#code").fill(code);
    page.locator("#pin").fill(Librarian.PIN);
    page.locator("#again").fill(Librarian.PIN);
    page.locator("#form button.main").click();
    page.waitForURL("**/now");
    librarian.ready();
  }

  private static String story(String title, String language, String line) {
    return "---\ntitle: %1$s\nlanguage: %2$s\nlicense: CC0\n---\n# %1$s\n\n## 1\n%3$s\n"
        .formatted(title, language, line);
  }

  @AfterEach
  void goOutOfService() throws Exception {
    if (librarian != null) {
      librarian.close();
    }
    if (robot != null) {
      robot.end();
    }
  }

  /** Nothing that the robot says on the page that is shown is English. */
  private void isKorean(String... foreign) {
    List<?> marked = (List<?>) page.evaluate(MARKED);
    assertEquals(
        List.of(),
        marked.stream().filter(text -> !List.of(foreign).contains(text)).toList(),
        page.url());
    List<?> unmarked = (List<?>) page.evaluate(UNMARKED);
    assertEquals(
        List.of(),
        unmarked.stream().filter(text -> !List.of(foreign).contains(text)).toList(),
        page.url());
  }

  private void isHangul(Locator sentences) {
    assertFalse(sentences.all().isEmpty());
    for (String text : sentences.allTextContents()) {
      assertTrue(HANGUL.matcher(text).find(), text);
    }
  }

  private Locator at(String selector) {
    return page.locator(selector);
  }

  @Test
  void theRobotTellsItsFaultsInKorean() throws Exception {
    librarian.goTo("/robot");
    for (String part : List.of("소리", "움직임", "불빛", "단추", "카드")) {
      Locator line = at("#parts li", part);
      assertThat(line).hasAttribute("data-verdict", "broken");
      isHangul(line.locator("p"));
    }
    assertThat(at("#told")).containsText("단추가 작동하지 않아요");
    assertThat(at("#told")).containsText("카드 판독기가 작동하지 않아요");
    assertThat(at("#told")).containsText("안전선 GPIO 4");
    assertThat(at("#told")).containsText("음량을 읽을 수 없어요");
    assertThat(at("#told")).containsText("폴더가 있어야 할 곳에 파일이 있어요");
    assertThat(at("#told")).containsText("프로그램 파일을 고쳐야 해요");
    assertThat(at("#told")).containsText("그때까지 움직이지 않는 관절: mouth");
    isHangul(at("#told li span"));
    isHangul(at(".states li p"));
    isKorean("English");
    Path log = page.waitForDownload(() -> at("#log").click()).path();
    for (String line : Files.readAllLines(log)) {
      assertTrue(HANGUL.matcher(line).find(), line);
    }
    at("#backup-file")
        .setInputFiles(
            new FilePayload("x.zip", "application/zip", "x".getBytes(StandardCharsets.UTF_8)));
    at("#restore").click();
    assertThat(at("#problem")).isVisible();
    isKorean("English");
    assertEquals(List.of(), librarian.barriers());
    assertEquals(List.of(), librarian.complaints);
  }

  private Locator at(String selector, String text) {
    return page.locator(selector, new Page.LocatorOptions().setHasText(text));
  }

  @Test
  void whatCannotBeReadIsToldInKorean() {
    librarian.goTo("/stories");
    assertThat(at("#stories li")).hasCount(3);
    assertThat(at("#stories li[data-name='etoile']")).containsText("목소리");
    isKorean("English", "The Moon", "The Star", "L'étoile");
    librarian.goTo("/now");
    at("#choose").click();
    isKorean("English", "The Moon", "The Star", "L'étoile");
    at("#stories button", "The Star").click();
    librarian.goTo("/robot");
    assertThat(at("#told li").first()).containsText("로봇: Owl");
    isKorean("English");
  }

  @Test
  void everyPageIsKorean() {
    for (String name :
        List.of(
            "now",
            "programme",
            "stories",
            "cards",
            "numbers",
            "robot",
            "calibration",
            "captions",
            "pronunciations",
            "loudness",
            "recordings?story=star",
            "listen?story=star",
            "sheet?story=star")) {
      librarian.goTo("/" + name);
      page.waitForLoadState();
      isKorean("English", "The Moon", "The Star", "L'étoile", "The star shone.");
    }
    librarian.goTo("/pronunciations");
    assertThat(at("#damages")).containsText("쓰지 않아요");
  }
}
