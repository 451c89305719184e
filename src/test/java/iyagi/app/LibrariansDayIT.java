package iyagi.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import iyagi.console.Chromium;
import iyagi.console.Librarian;
import iyagi.speech.MumblingEngine;
import iyagi.speech.SpeechEngine;
import iyagi.speech.mary.MarySpeechEngine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A librarian's day from an empty robot to the month's figures, with the whole program and a real
 * browser. English is spoken by MaryTTS; no voice speaks Korean, so a test's own does.
 */
final class LibrariansDayIT {
  private static final LocalDateTime MONDAY = LocalDateTime.of(2026, 11, 23, 9, 0);
  private static final LocalDateTime TUESDAY = LocalDateTime.of(2026, 11, 24, 10, 30);

  /** Notes which loud sounds begin and how far the drawn jaw opens. */
  private static final String WITNESS =
      """
      window.starts = 0; window.jaw = 0;
      const start = AudioBufferSourceNode.prototype.start;
      AudioBufferSourceNode.prototype.start = function (...when) {
        window.context = this.context;
        if (this.buffer.getChannelData(0).some(sample => Math.abs(sample) > 0.1)) window.starts++;
        return start.apply(this, when);
      };
      const look = () => {
        const drawn = document.querySelector(".robot svg");
        if (drawn) window.jaw = Math.max(window.jaw, Number(drawn.dataset.mouth));
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
      """;

  @TempDir private Path folder;
  private RobotAtWork robot;
  private Librarian librarian;
  private Page page;
  private Hand hand;
  private Told told;

  /** What is written and read in one language. */
  private record Told(
      String tag,
      String title,
      String sentence,
      String theme,
      String line,
      String instead,
      String mend,
      String noMistake,
      String childMore,
      String grownUpMore,
      String counted,
      List<String> csv) {}

  private static final Told ENGLISH =
      new Told(
          "en",
          "The Bear",
          "A bear sat under the moon.",
          "Bears",
          "Line 10",
          "did you mean 'nod'?",
          "Mend it here",
          "No mistake found.",
          "One child more",
          "One grown-up more",
          "Noted: 7 children, 3 grown-ups.",
          List.of(
              "2026-11,all,all,1,1,0,7,3,1,0,0",
              "2026-11,Kind,Reading programme,1,1,0,7,3,1,0,0",
              "2026-11,Story,The Bear,1,1,0,7,3,1,0,0"));

  private static final Told KOREAN =
      new Told(
          "ko",
          "곰과 달",
          "곰이 달 아래에 앉았어요.",
          "곰 이야기",
          "10번째 줄",
          "혹시 'nod' 아닌가요?",
          "여기서 고치기",
          "틀린 곳이 없습니다.",
          "어린이 한 명 더",
          "어른 한 명 더",
          "기록했습니다: 어린이 7명, 어른 3명.",
          List.of("2026-11,전체,전체,1,1,0,7,3,1,0,0"));

  @BeforeAll
  static void browser() {
    Chromium.browser();
  }

  @Test
  void inEnglishWithAMouse() throws Exception {
    day(ENGLISH, new MarySpeechEngine(), Hand.MOUSE, 1024);
  }

  @Test
  void inKoreanWithAFingerOnAPhone() throws Exception {
    day(KOREAN, new MumblingEngine(), Hand.FINGER, 360);
  }

  @Test
  void withAKeyboardAlone() throws Exception {
    day(ENGLISH, new MarySpeechEngine(), new Hand.Keys(), 1024);
  }

  private void day(Told in, SpeechEngine voice, Hand with, int width) throws Exception {
    told = in;
    hand = with;
    String language = in.equals(KOREAN) ? "ko-KR" : "en-GB";
    robot = new RobotAtWork(folder, voice, MONDAY);
    try {
      String code = robot.code();
      librarian = new Librarian(robot.address(), language, width, with.equals(Hand.FINGER));
      page = librarian.page;
      page.addInitScript(WITNESS);
      setsThePin(code);
      bringsAStory();
      mendsIt();
      listens();
      plansTuesday();
      robot.timeIs(TUESDAY);
      readsAndCounts();
      takesTheMonthHome();
      assertEquals(List.of(), librarian.complaints);
    } finally {
      if (librarian != null) {
        librarian.close();
      }
      robot.end();
    }
  }

  /** Nothing bars anybody from what is shown now, and nothing has to be scrolled sideways. */
  private void looks(String step) throws IOException {
    assertEquals(List.of(), librarian.barriers(), step);
    assertTrue(librarian.fitsItsWidth(), step + " has to be scrolled sideways");
    assertEquals(List.of(), librarian.complaints, step);
    String pictures = System.getProperty("pictures", "");
    if (!pictures.isEmpty()) {
      librarian.picture(
          Path.of(
              pictures,
              "day-" + told.tag + "-" + hand.getClass().getSimpleName() + "-" + step + ".png"));
    }
  }

  private Locator at(String selector) {
    return page.locator(selector);
  }

  private void waitFor(String condition) {
    // The page's policy forbids the evaluation in which Playwright would wait for a function.
    page.waitForCondition(() -> (boolean) page.evaluate(condition));
  }

  /** By the navigation at the top. */
  private void turnsTo(String name) {
    hand.press(at("nav a[href='/" + name + "']"));
    // A page may have written into its address already which week or month it shows.
    page.waitForURL("**/" + name + "*");
    librarian.ready();
  }

  private void setsThePin(String code) throws IOException {
    librarian.goTo("/");
    page.waitForURL("**/setup");
    looks("setup");
    hand.press(at("#say"));
    assertThat(at("#said")).not().isEmpty();
    hand.write(at("#code"), code);
    hand.write(at("#pin"), Librarian.PIN);
    hand.write(at("#again"), Librarian.PIN);
    hand.press(at("#form button.main"));
    page.waitForURL("**/now");
    librarian.ready();
    looks("now");
  }

  private void bringsAStory() throws IOException {
    turnsTo("stories");
    assertThat(at("#none")).isVisible();
    looks("no-stories");
    String text =
        "---\ntitle: %1$s\nlanguage: %2$s\nages: 2-4\nlicense: CC0\n---\n# %1$s\n\n## %1$s\n%3$s {nodd}"
            .formatted(told.title, told.tag, told.sentence);
    FileChooser chooser = page.waitForFileChooser(() -> hand.press(at("#add")));
    chooser.setFiles(
        new FilePayload("bear.md", "text/markdown", text.getBytes(StandardCharsets.UTF_8)));
    assertThat(at("#results .error")).containsText(told.line);
    assertThat(at("#results .error")).containsText(told.instead);
    assertThat(at("#stories li")).hasCount(0);
    looks("mistake");
  }

  private void mendsIt() throws IOException {
    hand.press(page.getByText(told.mend));
    assertThat(at("#mistakes .error")).containsText(told.line);
    assertThat(at("#save")).isDisabled();
    looks("editor");
    hand.mend(at("#text"), at("#text").inputValue().replace("nodd", "nod"));
    assertThat(at("#mistakes")).hasText(told.noMistake);
    hand.press(at("#save"));
    assertThat(at("#stories h2")).hasText(told.title);
    looks("stories");
  }

  private void listens() throws IOException {
    hand.press(at("[data-deed^='listen-bear']"));
    page.waitForURL("**/listen?**");
    librarian.ready();
    assertThat(at(".caption")).hasText(told.title);
    hand.press(at("[data-to=play]"));
    assertThat(at("#audition")).hasAttribute("data-state", "playing");
    waitFor("window.starts >= 1 && window.context.currentTime > 0.5 && window.jaw > 6");
    looks("listen");
    assertFalse(robot.said("begins"), "the robot itself stays silent");
  }

  private void plansTuesday() throws IOException {
    turnsTo("programme");
    hand.press(at("#add"));
    hand.write(at("#title"), told.theme);
    assertThat(at("#repeat")).hasValue("tuesday");
    assertThat(at("#start")).hasValue("10:30");
    hand.none(at("#hello"));
    hand.press(at("#add-story"));
    hand.none(at("#goodbye"));
    looks("plan");
    hand.press(at("#save"));
    Locator tuesday = at(".day[data-date='2026-11-24'] .meeting");
    assertThat(tuesday).containsText(told.theme);
    assertThat(tuesday).hasAttribute("data-state", "planned");
    looks("programme");
    turnsTo("now");
  }

  private void readsAndCounts() throws Exception {
    assertThat(at("#stage-title")).hasText(told.title);
    assertThat(at("#attendance")).isVisible();
    for (int i = 0; i < 7; i++) {
      hand.press(page.getByLabel(told.childMore));
    }
    for (int i = 0; i < 3; i++) {
      hand.press(page.getByLabel(told.grownUpMore));
    }
    assertThat(at("#counted")).hasText(told.counted);
    robot.await("Programme '" + told.theme + "' begins.");
    robot.await("Programme '" + told.theme + "' is over.");
    looks("counted");
    turnsTo("programme");
    assertThat(at(".day[data-date='2026-11-24'] .meeting")).hasAttribute("data-state", "completed");
    looks("done");
  }

  private void takesTheMonthHome() throws IOException {
    turnsTo("numbers");
    assertThat(at("#sum-children")).hasText("7");
    looks("numbers");
    Download month = page.waitForDownload(() -> hand.press(at("#csv")));
    List<String> lines = Files.readString(month.path()).lines().toList();
    assertTrue(lines.containsAll(told.csv), lines::toString);
  }
}
