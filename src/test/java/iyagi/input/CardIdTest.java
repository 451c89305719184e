package iyagi.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class CardIdTest {
  @Test
  void doesNotTellItsNumberUnlessAskedForIt() {
    CardId card = new CardId("04a1b2c3");
    assertEquals("04A1B2C3", card.number());
    String told = card + " " + new CardEvent.Placed(card) + new CardWish.Start(card);
    assertFalse(told.toUpperCase(java.util.Locale.ROOT).contains("04A1B2C3"), told);
  }

  @Test
  void refusesWhatIsNoNumberWithoutTellingIt() {
    for (String wrong : new String[] {"", "123", "12 34", "12-34", "1234é", "1".repeat(33)}) {
      assertFalse(CardId.isNumber(wrong));
      Exception refused = assertThrows(IllegalArgumentException.class, () -> new CardId(wrong));
      assertTrue(wrong.isEmpty() || !refused.getMessage().contains(wrong), refused.getMessage());
    }
  }
}
