package iyagi.input.sim;

import iyagi.input.CardEvent;
import iyagi.input.CardId;
import iyagi.input.Cards;
import iyagi.words.Sentence;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A card reader in memory with room for one card, of either kind: one that tells removals or one
 * that only types numbers. {@link #place}, {@link #remove}, {@link #unplug} and {@link #plug} are
 * called by one thread.
 */
public final class SimCards implements Cards {
  private final boolean tellsRemoval;
  private final Teller<CardEvent> teller = new Teller<>("simulated cards");
  private Optional<CardId> lying = Optional.empty();
  private Optional<CardId> told = Optional.empty();
  private boolean unplugged;

  /** An empty reader. */
  public SimCards(boolean tellsRemoval) {
    this.tellsRemoval = tellsRemoval;
  }

  @Override
  public Sentence name() {
    return Sentence.of("simulated card reader");
  }

  @Override
  public boolean tellsRemoval() {
    return tellsRemoval;
  }

  @Override
  public void start(Consumer<CardEvent> listener) {
    teller.start(listener);
  }

  /** Places a card; one that lies there is taken away first. */
  public void place(CardId card) {
    remove();
    lying = Optional.of(card);
    tellWhatLiesThere();
  }

  /** Takes the card away, if one lies there. */
  public void remove() {
    lying = Optional.empty();
    tellWhatLiesThere();
  }

  private void tellWhatLiesThere() {
    if (!unplugged && !told.equals(lying)) {
      told.filter(_ -> tellsRemoval).map(CardEvent.Removed::new).ifPresent(teller::tell);
      lying.map(CardEvent.Placed::new).ifPresent(teller::tell);
      told = lying;
    }
  }

  /** From now on nothing answers. */
  public void unplug() {
    if (!unplugged) {
      unplugged = true;
      teller.tell(
          new CardEvent.Lost(
              Sentence.of("simulated card reader: unplugged; expected a reader; plug it in")));
    }
  }

  /** Answers again, and tells what has changed if it can. */
  public void plug() {
    if (unplugged) {
      unplugged = false;
      teller.tell(new CardEvent.Back());
      if (!tellsRemoval) {
        told = lying;
      }
      tellWhatLiesThere();
    }
  }

  @Override
  public void close() {
    teller.close();
  }
}
