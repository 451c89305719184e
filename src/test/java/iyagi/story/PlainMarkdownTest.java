package iyagi.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Markdown as libraries and open collections publish it, without a word for robots. */
final class PlainMarkdownTest {
  /** The form of a large open collection. */
  private static final String COLLECTION =
      """
      # Where is the hen?

      ##
      Is she under
      the bed?

      ##
      No!

      She is here.

      ##
      * License: [CC-BY-NC]
      * Text: Ann Abe, Ben Bo and
      Cid Cu
      * Illustration: Dora Do
      Adapted By: Eve Ee
      * Language: sw

      This book was made in a workshop.
      """;

  @Test
  void readsACollectionsFileWithoutAWarning() {
    assertEquals(List.of(), Stories.problems(COLLECTION));
    Story story = Stories.story(COLLECTION);
    assertEquals("Where is the hen?", story.title());
    assertEquals(2, story.pages().size());
    assertEquals(List.of("Is she under the bed?"), Stories.lines(story.pages().get(0).steps()));
    assertEquals(List.of("No!", "She is here."), Stories.lines(story.pages().get(1).steps()));
    assertEquals("page-1", story.pages().getFirst().id());
  }

  @Test
  void makesCreditsOfTheClosingList() {
    Story story = Stories.story(COLLECTION);
    assertEquals(Locale.of("sw"), story.language());
    assertEquals(
        "{license=CC-BY-NC, author=Ann Abe, Ben Bo and Cid Cu, illustration=Dora Do,"
            + " adaptation=Eve Ee}",
        story.credits().entries().toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# T\n\n##\nHello.\n\n##\nLicense: [CC-BY]\nWriter: Ann\nIllustration: Ben\nLanguage: English\n",
        "# T\n\n##\nHello.\n* License: [CC-BY]\n* Text: Ann\n* Illustration: Ben\n* Language: en\n",
        "# T\n\n##\nHello.\n\nLicence: CC-BY\n\nAuthor: Ann\n\nIllustrated by: Ben\n\nLanguage: en\n",
        "# T\n\nHello.\n\n## Credits\n- Licence: CC-BY\n- Story by: Ann\n- Pictures: Ben\n- Language: English\n",
        "# T\r\n\r\n##\r\nHello.\r\n\r\n##\r\n* License: [CC-BY]\r\n* Text: Ann\r\n* Illustration: Ben\r\n* Language: en\r\n",
      })
  void knowsManyFormsOfCredits(String text) {
    assertEquals(List.of(), Stories.problems(text));
    Story story = Stories.story(text);
    assertEquals(
        "{license=CC-BY, author=Ann, illustration=Ben}", story.credits().entries().toString());
    assertEquals(Locale.ENGLISH, story.language());
    assertEquals(1, story.pages().size());
    assertEquals(List.of("Hello."), Stories.lines(story.pages().getFirst().steps()));
  }

  @Test
  void doesNotTakeAStoryForCredits() {
    Story story = Stories.story("# T\n\n##\nMother said: come!\n\n##\nThe end: they slept.\n");
    assertEquals(2, story.pages().size());
    assertEquals(Credits.NONE, story.credits());
  }

  @Test
  void readsDirectionsWithoutFrontMatter() {
    Story story = Stories.story("# T\n\n##\nHello. {wave}\n");
    assertEquals(1, ((Step.Line) story.pages().getFirst().steps().getFirst()).marks().size());
  }

  @ParameterizedTest
  @CsvSource({
    "'Title\n=====\n\nPage\n----\nHello.', Title, Page",
    "'# Title\n\n##Page\nHello.', Title, Page",
    "'# Title #\n\n## Page ##\n\nHello.', Title, Page",
    "'# Title\n# Page\nHello.', Title, Page",
    "'\uFEFF# *Title*\n\n## **Page**\nHello.', Title, Page",
    "'# Title\n\n## {wave} Page\nHello.', Title, Page",
  })
  void readsHeadingsInManyForms(String text, String title, String heading) {
    Story story = Stories.story(text);
    assertEquals(title, story.title());
    assertEquals(
        List.of(heading), story.pages().stream().map(Page::heading).toList(), story.toString());
    assertEquals(List.of("Hello."), Stories.lines(story.pages().getFirst().steps()));
  }

  @Test
  void aLineOfHyphensUnderAParagraphIsAChangeOfScene() {
    List<Step> steps = Stories.steps("They slept.\n---\nMorning came.");
    assertEquals(List.of("They slept.", "Morning came."), Stories.lines(steps));
    assertInstanceOf(Step.Pause.class, steps.get(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          '- One\n- Two' | One/Two
          '1. One\n2. Two\n   - Three' | One/Two/Three
          '### Small\nText.' | Small/Text.
          '    Indented text.' | Indented text.
          '```\nOne\nTwo\n```' | One/Two
          '> A poem\n> goes on.' | A poem goes on.
          '> > Deep.' | Deep.
          '[a]: http://b.c\nText.' | Text.
          '<!-- note -->\n\nText.' | Text.
          '<div>\nNo.\n</div>\n\nText.' | Text.
          'Text <!-- a --> here.' | Text here.
          """)
  void readsWhateverMarkdownKnows(String text, String lines) {
    assertEquals(List.of(lines.split("/", -1)), Stories.lines(Stories.steps(text)));
  }

  @Test
  void readsATableLineByLine() {
    List<Step> steps = Stories.steps("| One | Two |\n|---|---|\n| Three | Four |");
    assertEquals(2, steps.size());
  }

  @Test
  void leavesOutPagesWithoutWords() {
    Story story = Stories.story("# T\n\n##\n\n##\n![a](a.png)\n\n##\nHello.\n\n##\n");
    assertEquals(1, story.pages().size());
    assertEquals(1, story.pages().getFirst().number());
  }

  @Test
  void makesOnePageOfAShortStoryWithoutPages() {
    ReadResult result = Stories.result("# T\n\nHello.\n\nBye.\n\nLicense: x");
    assertEquals(
        List.of("test.md: warning: no page begins with '##'; the whole story (1 s) is one page"),
        result.problems().stream().map(Problem::toString).toList());
    assertEquals(1, ((ReadResult.Read) result).story().pages().size());
  }

  @Test
  void dividesALongStoryWithoutPages() {
    String paragraph = "one two three four five six seven eight nine ten. ".repeat(5) + "\n\n";
    Story story = Stories.story("# T\n\n" + paragraph.repeat(9));
    assertTrue(story.pages().size() >= 4 && story.pages().size() <= 6, story.pages().size() + "");
    for (Page page : story.pages()) {
      assertTrue(Pace.seconds(page.steps()) <= 60);
    }
  }

  @Test
  void callsAStoryWithoutATitleByItsFile() {
    assertEquals("test", Stories.story("##\nHello.").title());
  }

  @Test
  void takesHangulForKorean() {
    ReadResult result =
        new StoryReader(Stories.ROBOT).read("a", "a.md", Optional.empty(), "# 곰\n\n##\n곰이 자요.");
    assertEquals(Locale.KOREAN, ((ReadResult.Read) result).story().language());
  }

  @Test
  void doesNotGuessALanguageThatIsNamedButUnknown() {
    Story story = Stories.story("# T\n\n##\nHo.\n\n##\n* License: x\n* Language: Elvish\n");
    assertEquals(Locale.ROOT, story.language());
  }
}
