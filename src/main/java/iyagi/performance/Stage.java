package iyagi.performance;

import java.util.function.LongSupplier;

/**
 * What the motion loop has to know of the player, exchanged as one.
 *
 * @param mode what the body is to do
 * @param playhead where the listener is, together with the frames heard
 * @param heard frames heard so far; any thread
 * @param beatNanos when the player last took a step, by its clock
 */
record Stage(Mode mode, Playhead playhead, LongSupplier heard, long beatNanos) {
  /** What the body is to do. */
  enum Mode {
    /** Follow the score. */
    ACTING,
    /** Stand at rest, powered: the reading is paused. */
    PAUSED,
    /** Go to rest, then let go. */
    IDLE,
    /** Let go at once. */
    HALTED
  }
}
