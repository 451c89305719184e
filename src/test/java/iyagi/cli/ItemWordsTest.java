package iyagi.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.program.Item;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Everything that the page can put into a plan can be typed. */
final class ItemWordsTest {
  @Test
  void storiesSongsAndMovingAreNamed() {
    assertEquals(new Item.Story("bear"), ItemWords.item("bear"));
    assertEquals(new Item.Story("stretch"), ItemWords.item("story:stretch"));
    assertEquals(new Item.Song("moon song"), ItemWords.item("song:moon song"));
    assertEquals(new Item.Stretch("stretch"), ItemWords.item("stretch"));
    assertEquals(new Item.Stretch("hop"), ItemWords.item("stretch:hop"));
  }

  @Test
  void aQuestionHasItsWaitHintAndAnswer() {
    assertEquals(
        new Item.Question("What?", Item.Question.USUAL, "", ""), ItemWords.item("question: What?"));
    assertEquals(
        new Item.Question("1|2?", Duration.ofSeconds(60), "a: b", "No|Yes"),
        ItemWords.item("question:1\\|2? | hint: a: b|wait:60| answer:No\\|Yes"));
  }

  @Test
  void whatIsNoQuestionIsExplained() {
    says("'Or this?' is no part of a question", "question:This? | Or this?");
    says("'hit: x' is no part of a question", "question:This? | hit: x");
    says("the question has 'hint:' twice", "question:This? | hint: x | hint: y");
    says("'wait: long' is no number of seconds; 1 to 60 are allowed", "question:A? | wait: long");
    says("wait-seconds = 61 is outside 1..60 s", "question:A? | wait: 61");
    says("question has 0 characters", "question:");
  }

  private static void says(String why, String words) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> ItemWords.item(words)).getMessage();
    assertTrue(message.startsWith(why), message);
  }
}
