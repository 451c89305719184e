package iyagi.input.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iyagi.input.CardEvent;
import iyagi.input.CardId;
import iyagi.input.Cards;
import iyagi.input.CardsContract;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SimCardsTest extends CardsContract {
  private final SimCards cards = new SimCards(true);

  @Override
  protected Cards cards() {
    return cards;
  }

  @Override
  protected void place(CardId card) {
    cards.place(card);
  }

  @Override
  protected void remove() {
    cards.remove();
  }

  @Override
  protected void unplug() {
    cards.unplug();
  }

  @Override
  protected void plug() {
    cards.plug();
  }

  @Test
  void anotherCardTakesThePlaceOfTheOneThatLiesThere() {
    cards.start(heard);
    cards.place(BEAR);
    cards.place(MOUSE);
    cards.close();
    assertEquals(
        List.of(
            new CardEvent.Placed(BEAR), new CardEvent.Removed(BEAR), new CardEvent.Placed(MOUSE)),
        heard.rest());
  }
}
