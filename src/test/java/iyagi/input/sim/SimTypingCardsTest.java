package iyagi.input.sim;

import iyagi.input.CardId;
import iyagi.input.Cards;
import iyagi.input.CardsContract;

/** The other kind of reader, which never tells that a card has left. */
final class SimTypingCardsTest extends CardsContract {
  private final SimCards cards = new SimCards(false);

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
}
