package iyagi.speech;

import java.time.Duration;

/**
 * A timed speech sound.
 *
 * @param symbol in the engine's alphabet; "_" is a pause
 * @param viseme the mouth's shape for it
 * @param start from the beginning of the utterance
 * @param end after the start or at it
 */
public record Phone(String symbol, Viseme viseme, Duration start, Duration end) {
  /** Checks the order of its times. */
  public Phone {
    if (start.isNegative() || end.compareTo(start) < 0) {
      throw new IllegalArgumentException(
          "phone '" + symbol + "' runs from " + start + " to " + end);
    }
  }

  /** Whether nothing is said. */
  public boolean pause() {
    return viseme == Viseme.SILENCE;
  }
}
