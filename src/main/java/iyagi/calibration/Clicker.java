package iyagi.calibration;

import iyagi.audio.Pcm;
import java.util.function.DoubleSupplier;

/**
 * What clicks come out of. One thread, but for {@link #getAsDouble()}, which any may ask: seconds
 * of the sound that have been heard, NaN while there is none.
 */
public interface Clicker extends DoubleSupplier {
  /**
   * Plays a sound at 48 kHz, from its beginning.
   *
   * @throws iyagi.audio.AudioFault if that is not possible
   */
  void once(Pcm sound);

  /** Silence. */
  void hush();

  /**
   * One step, at least ten times a second.
   *
   * @throws iyagi.audio.AudioFault if the sound has been lost
   */
  void feed();
}
