package iyagi.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.input.CardEvent.Back;
import iyagi.input.CardEvent.Lost;
import iyagi.input.CardEvent.Placed;
import iyagi.input.CardEvent.Removed;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every card reader promises. */
public abstract class CardsContract {
  /** A card. */
  protected static final CardId BEAR = new CardId("04217788");

  /** Another card. */
  protected static final CardId MOUSE = new CardId("04A1B2C3D4E580");

  /** What is told, without doubts. */
  protected final Heard<CardEvent> heard = new Heard<>();

  /** The reader under test, always the same one within a test. */
  protected abstract Cards cards();

  /** Somebody places a card on the empty reader. */
  protected abstract void place(CardId card);

  /** Somebody takes it away. */
  protected abstract void remove();

  /** From now on nothing answers. */
  protected abstract void unplug();

  /** Everything answers again. */
  protected abstract void plug();

  @AfterEach
  void close() {
    cards().close();
  }

  private void hear(CardEvent event) {
    if (!(event instanceof CardEvent.Doubtful)) {
      heard.accept(event);
    }
  }

  private void expectRemoved(CardId card) {
    if (cards().tellsRemoval()) {
      heard.expect(new Removed(card));
    }
  }

  @Test
  void tellsCardsInOrderOnOneThreadOfItsOwn() {
    assertFalse(cards().name().toString().isBlank());
    cards().start(this::hear);
    place(BEAR);
    heard.expect(new Placed(BEAR));
    remove();
    expectRemoved(BEAR);
    place(MOUSE);
    heard.expect(new Placed(MOUSE));
    remove();
    expectRemoved(MOUSE);
    place(MOUSE);
    heard.expect(new Placed(MOUSE));
    cards().close();
    assertEquals(List.of(), heard.rest());
    assertEquals(1, heard.threads().size());
    assertNotEquals(Thread.currentThread(), heard.threads().getFirst());
    assertTrue(heard.threads().getFirst().getName().contains("cards"));
  }

  @Test
  void aLossAndAReturnAreToldOnceEach() {
    cards().start(this::hear);
    for (int time = 0; time < 2; time++) {
      place(BEAR);
      heard.expect(new Placed(BEAR));
      remove();
      expectRemoved(BEAR);
      unplug();
      String reason = heard.next(Lost.class).reason().toString();
      assertTrue(reason.length() > 30 && reason.contains("card reader"), reason);
      plug();
      heard.expect(new Back());
    }
    cards().close();
    assertEquals(List.of(), heard.rest());
  }

  @Test
  void whatHasChangedDuringALossIsToldAfterItByAReaderThatCan() {
    cards().start(this::hear);
    place(BEAR);
    heard.expect(new Placed(BEAR));
    unplug();
    heard.next(Lost.class);
    plug();
    heard.expect(new Back());
    unplug();
    heard.next(Lost.class);
    remove();
    plug();
    heard.expect(new Back());
    expectRemoved(BEAR);
    place(MOUSE);
    heard.expect(new Placed(MOUSE));
  }

  @Test
  void nothingIsToldAfterItWasClosed() {
    cards().start(this::hear);
    place(BEAR);
    heard.expect(new Placed(BEAR));
    cards().close();
    cards().close();
    remove();
    unplug();
    assertEquals(List.of(), heard.rest());
  }

  @Test
  void aListenersMistakeCostsThatEventOnly() {
    cards()
        .start(
            event -> {
              hear(event);
              throw new IllegalStateException("a mistake, on purpose");
            });
    place(BEAR);
    heard.expect(new Placed(BEAR));
    remove();
    expectRemoved(BEAR);
    place(MOUSE);
    heard.expect(new Placed(MOUSE));
  }

  @Test
  void isStartedOnce() {
    cards().start(this::hear);
    assertThrows(IllegalStateException.class, () -> cards().start(this::hear));
  }

  @Test
  void closeWithoutAStartIsQuiet() {
    cards().close();
    assertEquals(List.of(), heard.rest());
  }
}
