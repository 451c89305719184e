package iyagi.input;

/** What the cards ask for. */
public sealed interface CardWish {
  /** The story of this card from its beginning; one that is being read gives way. */
  record Start(CardId card) implements CardWish {}

  /** A soft pause: its card has been taken away. */
  record Pause() implements CardWish {}

  /**
   * The card of the story that is being read was placed again: beside a printed book, its page has
   * been turned.
   */
  record Turn() implements CardWish {}

  /** Go on: its card is back. */
  record Resume() implements CardWish {}

  /**
   * This card comes next; {@link Start} follows when the story that is being read is over. To be
   * shown; nothing else has to be done. A card that was queued before gives way.
   */
  record Queue(CardId card) implements CardWish {}

  /** Nothing new. */
  record Nothing() implements CardWish {}
}
