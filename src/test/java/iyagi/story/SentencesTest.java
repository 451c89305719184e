package iyagi.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SentencesTest {
  /** A bar stands where a sentence ends. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "One. |Two! |Three? |Four",
        "No end",
        "Mr. Bear met Dr. Owl and Mrs. Fox. |They sat down.",
        "She saw St. Nicholas. |Hello.",
        "A. A. Milne wrote it. |Good.",
        "It was I. |Then he left.",
        "He waited... and waited... |Then he slept.",
        "He waited… and waited. |Good.",
        "\"Come!\" said the bear. |\"Now!\"",
        "“Come!” she said. |“Where to?” he asked.",
        "“Be careful! |Bring it here. |You will break it!”",
        "Really?! |Yes.",
        "It costs 3.50 today. |Fine.",
        "Say no. |Then go.",
        "Look at No. 5 over there. |Good.",
        "They found the goat.|They ran.",
        "Le vent me pousse ! |Il rugit.",
        "« Viens ! » dit le loup. |« Bon ? », dit-elle.",
        "곰이 자요. |달이 떠요! |어디 있어요?",
        "\"가자!\" 하고 곰이 말했어요. |모두 갔어요.",
        "\"안녕?\" 라고 말했어요.",
        "\"누구야?\" |곰이 물었어요.",
        "春天来了。|小熊醒了！|好。",
        "मोर नाचा। |फिर सो गया।",
        "Who? |Me? |Yes (you)! |Good.",
      })
  void endWhereAReaderWouldBreathe(String marked) {
    String text = marked.replace("|", "");
    List<String> expected = List.of(marked.split("\\|", -1));
    List<String> found = new ArrayList<>();
    int from = 0;
    for (int cut : Sentences.cuts(text)) {
      found.add(text.substring(from, cut));
      from = cut;
    }
    found.add(text.substring(from));
    assertEquals(expected, found);
  }

  @Test
  void areCutAtACommaWhenTheyAreTooLongForOneBreath() {
    String text = "and then the bear walked on, ".repeat(40).strip();
    int from = 0;
    for (int cut : Sentences.cuts(text)) {
      assertTrue(cut - from <= Sentences.LONGEST, cut + " after " + from);
      assertEquals(',', text.charAt(cut - 1));
      from = cut;
    }
    assertTrue(text.length() - from <= Sentences.LONGEST);
  }

  @Test
  void areCutSomewhereEvenWithoutASpace() {
    assertEquals(List.of(300, 600), Sentences.cuts("a".repeat(800)));
  }
}
