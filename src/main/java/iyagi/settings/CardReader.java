package iyagi.settings;

/** How a robot's story cards are read. */
public sealed interface CardReader {
  /**
   * A USB reader that types numbers like a keyboard.
   *
   * @param device a path below /dev/input/, or words of the reader's name
   */
  record Evdev(String device) implements CardReader {}

  /**
   * A reader that speaks PC/SC.
   *
   * @param reader words of its name; "" for the first one
   */
  record Pcsc(String reader) implements CardReader {}

  /**
   * A reader in memory.
   *
   * @param tellsRemoval whether it knows when a card leaves, as PC/SC readers do
   */
  record Simulated(boolean tellsRemoval) implements CardReader {}

  /** A robot without cards. */
  record None() implements CardReader {}
}
