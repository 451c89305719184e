package iyagi.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iyagi.story.WordList.Entry;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How the library says words. */
final class WordListTest {
  private static final Entry AOIFE = new Entry("en", "aoife", "Eefa");
  private static final Entry SEA = new Entry("en", "sea", "see");
  private static final WordList WORDS = new WordList(List.of(AOIFE, SEA));

  @Test
  void aTextNeedsOnlyTheWordsThatStandInItWhole() {
    assertEquals(Map.of("aoife", "Eefa"), WORDS.in(Locale.ENGLISH, "Aoife has a seat."));
    assertEquals(Map.of("sea", "see"), WORDS.in(Locale.UK, "The SEA!"));
    assertEquals(Map.of(), WORDS.in(Locale.ENGLISH, "Nobody is here."));
    assertEquals(Map.of(), WORDS.in(Locale.KOREAN, "Aoife at sea."));
  }

  @Test
  void aKoreanWordIsFoundWithItsParticle() {
    WordList words = new WordList(List.of(new Entry("ko", "닭", "닥")));
    assertEquals(Map.of("닭", "닥"), words.in(Locale.KOREAN, "닭이 울었어요."));
  }

  @Test
  void ofTwoWaysToSayAWordTheLaterOneStands() {
    WordList changed = WORDS.with(new Entry("en", "aoife", "EE-fuh"));
    assertEquals(List.of(new Entry("en", "aoife", "EE-fuh"), SEA), changed.words());
    assertEquals(List.of(SEA), changed.without("en", "aoife").words());
    assertEquals(Optional.of(SEA), changed.find("en", "sea"));
    assertEquals(Optional.empty(), changed.find("ko", "sea"));
  }
}
