package iyagi.light;

import iyagi.words.Sentence;

/**
 * The lamps of one robot, all showing the same light. One thread writes; any may close. Nothing but
 * the flash limit may show anything.
 */
public interface Lamps extends AutoCloseable {
  /** What they are, for a librarian. */
  Sentence name();

  /**
   * Shows a light.
   *
   * @throws LampFault if the lamps cannot be reached
   */
  void show(Colour colour);

  /** Dark, and the device given back. May be called twice. */
  @Override
  void close();
}
