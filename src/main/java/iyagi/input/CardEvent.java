package iyagi.input;

import iyagi.words.Sentence;

/** Something that happened at the card reader. */
public sealed interface CardEvent {
  /** A card has been placed, tapped or found lying. */
  record Placed(CardId card) implements CardEvent {}

  /**
   * A card has been taken away. Always after its {@link Placed}, and only from readers that {@link
   * Cards#tellsRemoval() tell removals}.
   */
  record Removed(CardId card) implements CardEvent {}

  /**
   * The reader does not answer; told once, and tried again all the time. Nothing is known of the
   * card on it: what has changed meanwhile is told after {@link Back}.
   *
   * @param reason for a librarian: which device, what was expected, what to do
   */
  record Lost(Sentence reason) implements CardEvent {}

  /** The reader answers again. Always after a {@link Lost}. */
  record Back() implements CardEvent {}

  /**
   * The reader works, but something about it is not as it should be. Told once for each reason.
   *
   * @param reason for a librarian, as above
   */
  record Doubtful(Sentence reason) implements CardEvent {}
}
