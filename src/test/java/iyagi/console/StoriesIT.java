package iyagi.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page Stories in a real browser. */
final class StoriesIT {
  private static final String BEAR =
      """
      ---
      title: 곰 <script>alert(1)</script>
      language: ko
      license: CC0
      ---
      # 곰

      ## 숲
      곰이 앉았어요. {nodd}
      """;

  @TempDir private Path folder;
  private RobotInService robot;
  private Librarian librarian;
  private Page page;

  @BeforeEach
  void open() throws Exception {
    Chromium.browser();
    robot = RobotInService.in(folder);
    librarian = new Librarian(robot, "en-GB", ColorScheme.LIGHT, 360, 740);
    page = librarian.page;
    librarian.signIn().goTo("/stories");
  }

  @AfterEach
  void close() {
    if (robot != null) {
      librarian.close();
      robot.close();
    }
  }

  private void choose(String name, String text) {
    page.locator("#files")
        .setInputFiles(
            new FilePayload(name, "text/markdown", text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aStoryWithAMistakeIsMendedFoundByItsInitialDeletedAndPutBack() throws Exception {
    choose("곰.md", BEAR);
    assertThat(page.locator("#results .error")).containsText("Line 9");
    assertThat(page.locator("#results .error")).containsText("did you mean 'nod'?");
    assertThat(page.locator("#stories li")).hasCount(1);

    page.getByText("Mend it here").click();
    assertThat(page.locator("#mistakes .error")).containsText("Line 9");
    assertThat(page.locator("#save")).isDisabled();
    picture("stories-editor");
    assertEquals(List.of(), librarian.barriers());
    page.locator("#text").fill(BEAR.replace("nodd", "nod"));
    assertThat(page.locator("#mistakes")).hasText("No mistake found.");
    page.locator("#save").click();
    assertThat(page.locator("#results")).containsText("is on the shelf.");
    assertThat(page.locator("#stories li")).hasCount(2);

    page.locator("#find").fill("ㄱ");
    assertThat(page.locator("#stories li")).hasCount(1);
    assertThat(page.locator("#stories h2")).hasText("곰 <script>alert(1)</script>");
    assertEquals(List.of(), librarian.barriers());
    assertTrue(librarian.fitsItsWidth(), "nothing has to be scrolled sideways");
    picture("stories-phone");

    page.locator("[data-deed='delete-곰.ko']").click();
    assertThat(page.locator("#none")).isVisible();
    page.locator("#undo-now").click();
    assertThat(page.locator("#stories li")).hasCount(1);
    assertEquals(List.of(), librarian.complaints);
  }

  @Test
  void aMistakeIsToldInTheLanguageOfThePage() throws Exception {
    try (Librarian korean = new Librarian(robot, "ko-KR", ColorScheme.LIGHT, 360, 740)) {
      korean.signIn().goTo("/stories");
      korean
          .page
          .locator("#files")
          .setInputFiles(
              new FilePayload("곰.md", "text/markdown", BEAR.getBytes(StandardCharsets.UTF_8)));
      assertThat(korean.page.locator("#results .error"))
          .containsText("'nodd'라는 지시는 없어요. 혹시 'nod' 아닌가요?");
      assertThat(korean.page.locator("#results .error [lang=ko]")).hasCount(1);
      assertEquals(List.of(), korean.complaints);
    }
  }

  @Test
  void aStoryThatIsThereIsReplacedOnlyAfterAQuestion() {
    choose("owl.md", RobotInService.TALE.replace("The Small Owl", "The Large Owl"));
    assertThat(page.locator("#question")).isVisible();
    page.getByText("Keep what is there").click();
    assertThat(page.locator("#results")).containsText("was not taken");
    assertThat(page.locator("#stories h2")).hasText("The Small Owl");
    choose("owl.md", RobotInService.TALE.replace("The Small Owl", "The Large Owl"));
    page.locator("#question [value=yes]").click();
    assertThat(page.locator("#stories h2")).hasText("The Large Owl");
  }

  @Test
  void whatWasDeletedIsPutBackAlsoWhenThePageWasClosedMeanwhile() throws Exception {
    choose("곰.md", BEAR.replace("nodd", "nod"));
    page.locator("[data-deed='delete-곰.ko']").click();
    assertThat(page.locator("#stories li")).hasCount(1);
    librarian.goTo("/stories");
    assertThat(page.locator("#undo")).isHidden();
    page.locator("#deleted summary").click();
    assertThat(page.locator("#deleted-stories li")).hasCount(1);
    assertEquals(List.of(), librarian.barriers());
    assertTrue(librarian.fitsItsWidth());
    picture("stories-deleted");
    page.locator("#deleted-stories button").click();
    assertThat(page.locator("#stories li")).hasCount(2);
    assertThat(page.locator("#deleted-told")).containsText("is on the shelf again");
    assertEquals(List.of(), librarian.complaints);
  }

  @Test
  void koreanIsFoundByInitialsAndWhileASyllableIsTyped() {
    assertEquals(
        List.of(true, true, true, true, true, false, false, true, false),
        page.evaluate(
            "import('/assets/hangul.js').then(({ finds }) => [['곰 세 마리','ㄱ'],['곰 세 마리','ㄱㅅㅁㄹ'],"
                + "['달님과 곰','고'],['달님과 곰','곰'],['The Moon','moon'],['곰','ㅅ'],['곰','공'],"
                + "['까치','ㄲ'],['곰','곰 세']].map(([text, typed]) => finds(text, typed)))"));
  }

  private void picture(String name) {
    String pictures = System.getProperty("pictures", "");
    if (!pictures.isEmpty()) {
      librarian.picture(Path.of(pictures).resolve(name + ".png"));
    }
  }
}
