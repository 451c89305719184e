package iyagi.input;

import iyagi.words.Sentence;
import java.util.function.Consumer;

/**
 * The card reader of one robot. It may be missing when {@link #start} is called and come and go
 * later: that is told as {@link CardEvent.Lost} and {@link CardEvent.Back} and never thrown.
 */
public interface Cards extends AutoCloseable {
  /** What it is, for a librarian: "card reader 'sycreader'", "simulated card reader". */
  Sentence name();

  /**
   * Whether this reader knows when a card is taken away. One that types like a keyboard tells a
   * number once and nothing more; then {@link CardEvent.Removed} never comes.
   */
  boolean tellsRemoval();

  /**
   * Begins to tell. A card that lies there already is told as placed.
   *
   * @param listener is told everything on one thread of the reader's own, in order; it must not
   *     block
   * @throws IllegalStateException if it has been started before
   */
  void start(Consumer<CardEvent> listener);

  /** Ends telling and gives the device back. May be called twice. */
  @Override
  void close();
}
