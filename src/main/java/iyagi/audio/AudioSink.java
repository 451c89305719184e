package iyagi.audio;

import iyagi.words.Sentence;

/**
 * Where sound goes: a loudspeaker, or silence that keeps time. 48 kHz, 16 bit, mono.
 *
 * <p>One thread owns a sink and calls everything except {@link #heard()} and {@link #hush()}, which
 * any thread may call.
 */
public interface AudioSink extends AutoCloseable {
  /**
   * What it is and where it plays, for a librarian: "USB Audio Device", "no sound card: silent, in
   * time".
   */
  Sentence name();

  /**
   * How many frames can be written now without waiting, 0 or more.
   *
   * @throws AudioFault if the device is gone
   */
  int room();

  /**
   * Takes frames into the device's buffer.
   *
   * @param frames signed 16 bit; copied, and possibly made quieter in place
   * @param count at most {@link #room()}
   * @throws AudioFault if the device is gone
   */
  void write(short[] frames, int offset, int count);

  /**
   * Frames heard since the sink was opened. Never runs back, stands still while held. Any thread.
   */
  long heard();

  /** Stops at once; what has been written is kept. */
  void hold();

  /** Goes on after {@link #hold()}. */
  void resume();

  /**
   * Silence at once, whatever the owner is doing. The owner then calls {@link #drop()}, with which
   * the sink is ready for sound again. Any thread.
   */
  void hush();

  /**
   * Forgets what has been written and not been heard; the next frame written is number {@link
   * #heard()}.
   */
  void drop();

  /** Silences and gives the device back. May be called twice. */
  @Override
  void close();
}
