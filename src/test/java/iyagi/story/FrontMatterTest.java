package iyagi.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FrontMatterTest {
  private static final String REST = "\nlicense: x\n---\n# T\n\n## One\nHello.\n";

  @ParameterizedTest
  @CsvSource({
    "en, en", "EN, en", "en-GB, en-GB", "en_GB, en-GB", "English, en", "ko, ko", "Korean, ko",
    "한국어, ko", "Kiswahili, sw", "isiZulu, zu", "Luganda, lg", "adh, adh", "no, no", "français, fr"
  })
  void knowsLanguagesByCodeAndByName(String written, String tag) {
    assertEquals(
        Locale.forLanguageTag(tag), Stories.story("---\nlanguage: " + written + REST).language());
  }

  @ParameterizedTest
  @CsvSource({"2-4, 2, 4", "2–4, 2, 4", "3, 3, 3", "3+, 3, 99", "1 to 5, 1, 5", "만 3세, 0, 0"})
  void readsAges(String written, int from, int to) {
    String text = "---\nages: " + written + REST;
    if (to == 0) {
      assertEquals(
          List.of("test.md:2:7: error: ages '만 3세' is not understood; write for example 2-4"),
          Stories.problems(text));
    } else {
      assertEquals(Optional.of(new Ages(from, to)), Stories.story(text).ages());
    }
  }

  @Test
  void keepsCreditsInOrderUnderOneName() {
    assertEquals(
        "{author=Ann, Ben, illustration=Cid, translation=Dora, source=a.org, license=x}",
        Stories.story(
                "---\nwriter: [Ann, Ben]\nIllustrator: Cid\ntranslated by: Dora\nurl: a.org" + REST)
            .credits()
            .entries()
            .toString());
  }

  @Test
  void aTitleAtTheTopWins() {
    assertEquals("Top", Stories.story("---\ntitle: Top" + REST).title());
    assertEquals("T", Stories.story("---\nauthor: x" + REST).title());
  }

  @Test
  void quotedValuesMayHoldColons() {
    assertEquals("Moon: a tale", Stories.story("---\ntitle: \"Moon: a tale\"" + REST).title());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          titel: x | 2:1: error: unknown 'titel'; did you mean 'title'?
          colour: x | 2:1: error: unknown 'colour'; there is title, language, ages, cast, author, illustration, translation, license, source, …
          language: englsh | 2:11: error: unknown language 'englsh'; did you mean 'english'?
          language: qq | 2:11: error: unknown language 'qq'; write a code like en or ko
          read-along: tape | 2:13: error: read-along 'tape' is unknown; write 'read-along: book'
          page-turn: 12s | 2:12: error: 'page-turn' goes with a printed book; add 'read-along: book'
          ages: 5-2 | 2:7: error: ages '5-2' are outside 0..120 or the wrong way round
          author: {a: b} | 2:9: error: 'author' needs one line of text
          cast: Bear | 2:7: error: 'cast' lists names; write for example  Bear: {voice: bear}
          cast: {Bear: {voice: baer}} | 2:22: error: unknown voice 'baer'; did you mean 'bear'?
          cast: {Bear: {vioce: bear}} | 2:15: error: unknown 'vioce' for 'Bear'; did you mean 'voice'?
          cast: {Bear: {rate: 900%}} | 2:21: error: rate 900% is outside 50..200 %
          cast: {Bear: {rate: fast}} | 2:21: error: rate 'fast' is no percentage; write for example 90%
          cast: {Bear: bear, bear: fox} | 2:20: error: 'bear' stands twice in the cast
          cast: {Bear: [a]} | 2:14: error: write for example  Bear: {voice: bear}
          author: *a | 2:9: error: anchors (&) and aliases (*) are not used here; write it out
          """)
  void reportsWhatIsWrong(String line, String problem) {
    assertEquals(List.of("test.md:" + problem), Stories.problems("---\n" + line + REST));
  }

  @Test
  void reportsEveryMistakeAtOnce() {
    assertEquals(
        List.of(
            "test.md:2:1: error: unknown 'titel'; did you mean 'title'?",
            "test.md:3:1: error: unknown 'agse'; did you mean 'ages'?",
            "test.md:5:1: error: 'author' stands twice",
            "test.md:12:7: error: unknown direction 'nodd'; did you mean 'nod'?"),
        Stories.problems("---\ntitel: x\nagse: 3\nauthor: a\nauthor: b" + REST + "Hello {nodd}."));
  }

  @Test
  void explainsWhatIsNoYaml() {
    assertEquals(
        List.of(
            "test.md:2:10: error: not understood (mapping values are not allowed here); each line is"
                + " 'key: value', and a value with a colon or a # stands in quotation marks"),
        Stories.problems("---\nauthor: a: b" + REST));
  }

  @Test
  void noticesAMissingSecondLine() {
    assertEquals(
        "test.md:1: error: the part between '---' lines has no second '---' line",
        Stories.problems("---\ntitle: x\n\n# T\n\n## One\nHello.").getLast());
  }

  @Test
  void takesALineOfHyphensWithoutKeysForARule() {
    assertEquals(Map.of(), Stories.story("---\n\n# T\n\n## One\nHello.").credits().entries());
  }
}
