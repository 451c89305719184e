package iyagi.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Own words are said as they stand, or refused. */
final class OwnWordsTest {
  private static OwnWords hello(String text) {
    return new OwnWords(Optional.of(text), Optional.empty(), Optional.empty());
  }

  @Test
  void plainWordsInAnyLanguageAreSentences() {
    assertEquals(
        List.of("Hello, dear children!", "It's 10 o'clock (almost) – let's go."),
        OwnWords.sentences("Hello, dear children! It's 10 o'clock (almost) – let's go."));
    assertEquals(
        List.of("포항 어린이 여러분, 안녕하세요?", "오늘은 '달'을 찾아요."),
        OwnWords.sentences("포항 어린이 여러분, 안녕하세요? 오늘은 '달'을 찾아요."));
    assertEquals(Optional.of("안녕!"), hello("안녕!").hello());
    assertEquals(List.of("Bear: Hello"), OwnWords.sentences("Bear: Hello"));
  }

  @Test
  void whatAStoryWouldTakeForMoreThanWordsIsRefused() {
    for (String text :
        List.of(
            "{wave} Hello",
            "Hello {pause 1s} you",
            "Hello {world",
            "# Hello",
            "> Ask: Who is here?",
            "* one",
            "1. Hello",
            "Hello *dear* children",
            "<b>Hello</b>",
            "[Hello](https://example.org)",
            "---",
            "...",
            " ")) {
      String why =
          assertThrows(IllegalArgumentException.class, () -> hello(text), text).getMessage();
      assertTrue(why.startsWith("hello-words would not be said as it stands"), text + ": " + why);
    }
  }

  @Test
  void theirLengthIsBounded() {
    assertEquals(300, hello("a".repeat(299) + ".").hello().orElseThrow().length());
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> hello("a".repeat(301)))
            .getMessage()
            .contains("1 to 300 characters on one line are allowed"));
    assertThrows(IllegalArgumentException.class, () -> hello("Hello\nyou"));
  }

  @Test
  void theyTakeThePlaceOfTheUsualWordsOnly() {
    Plan plan = Hall.tuesdays(Hall.story("bear")).saying(hello("Hello!"));
    assertEquals(new Part.Saying(Part.Saying.At.HELLO, "Hello!", "en"), plan.part(0));
    assertEquals(new Part.Words("goodbye", "en"), plan.part(2));
    assertEquals(new Part.Words("announcement", "en"), plan.announcement());
    Arc own = new Arc(Optional.of("welcome"), plan.arc().items(), Optional.empty());
    String why =
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    new Plan(
                        "p",
                        "P",
                        "en",
                        plan.when(),
                        plan.start(),
                        plan.cap(),
                        plan.grace(),
                        own,
                        List.of(),
                        Optional.empty(),
                        hello("Hello!")))
            .getMessage();
    assertEquals(
        "hello = 'welcome' and own words are both there; write own words only where hello ="
            + " 'hello'",
        why);
  }
}
