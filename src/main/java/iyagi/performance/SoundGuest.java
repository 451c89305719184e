package iyagi.performance;

/** Somebody who sounds for a while instead of the player, while nothing is played. */
public interface SoundGuest {
  /**
   * Writes what the sink takes now, on the player's thread. Never waits, never throws.
   *
   * @return whether it goes on; if not, what it has written and was not heard is dropped
   */
  boolean feed();

  /**
   * It is silent, and does not feed any more: something is played, somebody has halted, or another
   * guest sounds. On the player's thread.
   */
  void taken();
}
