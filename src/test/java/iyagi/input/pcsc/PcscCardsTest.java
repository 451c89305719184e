package iyagi.input.pcsc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iyagi.input.CardEvent;
import iyagi.input.CardEvent.Placed;
import iyagi.input.CardEvent.Removed;
import iyagi.input.CardId;
import iyagi.input.Cards;
import iyagi.input.CardsContract;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PcscCardsTest extends CardsContract {
  private final FakeSlot slot = new FakeSlot();
  private final PcscCards cards = new PcscCards("acr122", slot, Duration.ofMillis(5));

  @Override
  protected Cards cards() {
    return cards;
  }

  @Override
  protected void place(CardId card) {
    slot.place(card.number());
  }

  @Override
  protected void remove() {
    slot.remove();
  }

  @Override
  protected void unplug() {
    slot.unplugged(true);
  }

  @Override
  protected void plug() {
    slot.unplugged(false);
  }

  @Test
  void aCardThatLiesThereAtTheStartIsTold() {
    place(BEAR);
    cards.start(heard);
    heard.expect(new Placed(BEAR));
    remove();
    heard.expect(new Removed(BEAR));
  }

  @Test
  void aCardAtTheEdgeOfTheFieldIsAskedAgain() {
    slot.silentFor(3);
    cards.start(heard);
    place(BEAR);
    heard.expect(new Placed(BEAR));
    assertEquals(4, slot.asked());
  }

  @Test
  void aCardThatGivesNoNumberIsPassedOver() {
    cards.start(heard);
    for (byte[] answer :
        List.of(
            new byte[0],
            new byte[] {0x6a, (byte) 0x81},
            new byte[] {1, 2, 3, (byte) 0x90, 0},
            new byte[] {1, 2, 3, 4, 0x63, 0})) {
      slot.placeOther(answer);
      slot.awaitAsks(5);
      slot.removeAndBeNoticed();
      place(BEAR);
      heard.expect(new Placed(BEAR));
      slot.removeAndBeNoticed();
      heard.expect(new Removed(BEAR));
    }
    cards.close();
    assertEquals(List.of(), heard.rest());
  }

  @Test
  void anotherCardAfterALossTakesThePlaceOfTheFirst() {
    cards.start(heard);
    place(BEAR);
    heard.expect(new Placed(BEAR));
    unplug();
    assertEquals(
        "PC/SC card reader 'acr122': it does not answer (SCARD_E_READER_UNAVAILABLE); plug it in again",
        heard.next(CardEvent.Lost.class).reason().toString());
    place(MOUSE);
    plug();
    heard.expect(new CardEvent.Back());
    heard.expect(new Removed(BEAR));
    heard.expect(new Placed(MOUSE));
  }
}
