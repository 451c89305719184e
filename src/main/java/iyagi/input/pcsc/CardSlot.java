package iyagi.input.pcsc;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;

/** The place for one card at a reader: as much of PC/SC as is needed. One thread. */
interface CardSlot extends Closeable {
  /**
   * Waits until a card is there.
   *
   * @return whether one is
   * @throws IOException if the reader is gone
   */
  boolean awaitCard(Duration patience) throws IOException;

  /**
   * Waits until no card is there.
   *
   * @return whether none is
   * @throws IOException if the reader is gone
   */
  boolean awaitNone(Duration patience) throws IOException;

  /**
   * Sends a command to the card and gives its whole answer.
   *
   * @throws NoCard if it does not answer: it was taken away too soon, or is of another kind
   */
  byte[] ask(byte[] command) throws NoCard;

  /** Gives the reader back. */
  @Override
  void close();

  /** A card that does not answer. */
  final class NoCard extends IOException {
    NoCard(Throwable cause) {
      super("the card does not answer", cause);
    }
  }

  /** How a slot is found. */
  @FunctionalInterface
  interface Finder {
    /**
     * The first reader whose name contains all the words given.
     *
     * @param words upper or lower case; "" for any reader
     * @throws IOException in a librarian's words, if there is none
     */
    CardSlot find(String words) throws IOException;
  }
}
