package iyagi.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iyagi.story.Step.Line;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who speaks. */
final class CastTest {
  private static final String TOP =
      """
      ---
      license: CC BY 4.0
      cast:
        Bear: {voice: bear}
        Little Mouse: {voice: mouse, rate: 120%}
        곰: bear
        Narrator: {voice: grandma, rate: 90%}
      ---
      # T

      ## One
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Bear: Hello. | Bear bear neutral 1.0 Hello.
          bear: Hello. | Bear bear neutral 1.0 Hello.
          **Bear:** Hello. | Bear bear neutral 1.0 Hello.
          Bear (Whispering): Hello. | Bear bear whispering 1.0 Hello.
          Little Mouse: Hello. | Little Mouse mouse neutral 1.2 Hello.
          {wave} Bear: Hello. | Bear bear neutral 1.0 Hello.
          곰: 안녕. | 곰 bear neutral 1.0 안녕.
          곰： 안녕. | 곰 bear neutral 1.0 안녕.
          Hello. | ' grandma neutral 0.9 Hello.'
          Narrator (sleepy): Hello. | ' grandma sleepy 0.9 Hello.'
          Mother said: come! | ' grandma neutral 0.9 Mother said: come!'
          "Bear: no." | ' grandma neutral 0.9 "Bear: no."'
          """)
  void aNameAtTheStartOfAParagraphSpeaksIt(String text, String expected) {
    Line line = (Line) Stories.story(TOP + text).pages().getFirst().steps().getFirst();
    assertEquals(
        expected,
        String.join(" ", line.role(), line.voice(), line.mood(), line.rate() + "", line.text()));
  }

  @Test
  void aConversationMayStandInOneParagraph() {
    List<Step> steps =
        Stories.story(TOP + "Bear: Who\nis there?\nLittle Mouse: Me!").pages().getFirst().steps();
    assertEquals(List.of("Who is there?", "Me!"), Stories.lines(steps));
    assertEquals(
        List.of("Bear true", "Little Mouse true"),
        steps.stream().map(s -> ((Line) s).role() + " " + ((Line) s).paragraphEnd()).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Baer: Hi. | test.md:12:1: error: 'Baer' is not in the cast; did you mean 'Bear'?
          Litle Mouse: Hi. | test.md:12:1: error: 'Litle Mouse' is not in the cast; did you mean 'Little Mouse'?
          Owl (happy): Hi. | test.md:12:1: error: 'Owl' is not in the cast (Bear, Little Mouse, Narrator, 곰); add it to the cast at the top
          Bear (whispring): Hi. | test.md:12:7: error: unknown mood 'whispring'; did you mean 'whispering'?
          """)
  void aStrangerIsReported(String text, String problem) {
    assertEquals(List.of(problem), Stories.problems(TOP + text));
  }

  @Test
  void aMoodWithoutACastIsReported() {
    assertEquals(
        List.of(
            "test.md:7:1: error: 'Owl' is not in the cast (the story has no cast); add it to the"
                + " cast at the top"),
        Stories.problems(Stories.TOP + "Owl (happy): Hi."));
  }
}
