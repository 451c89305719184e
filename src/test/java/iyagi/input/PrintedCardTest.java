package iyagi.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Numbers on printed cards. */
final class PrintedCardTest {
  @Test
  void aCardThatWasPrintedOnceWorksForEver() {
    // printf 'bear\nen' | sha256sum, as a number modulo 10^20 (bc)
    assertEquals("738949710240719175082729", PrintedCard.of("bear", "en").number());
  }

  @Test
  void everyStoryInEveryLanguageHasANumberOfItsOwn() {
    Set<String> numbers = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      CardId card = PrintedCard.of("story" + i / 2, i % 2 == 0 ? "en" : "ko");
      assertTrue(PrintedCard.is(card), card.number());
      assertEquals(24, card.number().length());
      numbers.add(card.number());
    }
    assertEquals(1000, numbers.size());
  }

  @Test
  void aCardOfALibraryIsNotTakenForAPrintedOne() {
    for (String number : new String[] {"0004217788", "73890004217788", "04A2B1C2D3E480"}) {
      assertFalse(PrintedCard.is(new CardId(number)), number);
    }
  }
}
