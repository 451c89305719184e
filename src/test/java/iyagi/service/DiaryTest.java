package iyagi.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iyagi.time.Watch;
import iyagi.words.Sentence;
import org.junit.jupiter.api.Test;

final class DiaryTest {
  @Test
  void theOldestSentencesAreForgotten() {
    Diary diary = new Diary(Watch.system(true));
    for (int i = 1; i <= Diary.MOST + 5; i++) {
      diary.tell(Sentence.of("sentence {0}", i));
    }
    assertEquals(Diary.MOST, diary.newest().size());
    assertEquals("sentence 205", diary.newest().getFirst().sentence().toString());
    assertEquals("sentence 6", diary.newest().getLast().sentence().toString());
  }
}
