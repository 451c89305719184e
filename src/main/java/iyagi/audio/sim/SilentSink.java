package iyagi.audio.sim;

import iyagi.audio.AudioSink;
import iyagi.audio.Pcm;
import iyagi.time.NanoClock;
import iyagi.words.Sentence;

/**
 * Hears nothing and keeps time as a sound card does: frames pass at 48,000 a second while there are
 * any.
 */
public final class SilentSink implements AudioSink {
  /** As much as {@code JavaSoundSink} holds. */
  static final int BUFFER_FRAMES = Pcm.RATE_HZ / 10;

  private final NanoClock clock;
  private final Sentence name;
  // Guarded by this: the writer and the readers of heard() are different threads.
  private long written;
  private long heard;
  private long lastNanos;
  private boolean held;

  /** With the name that a person reads. */
  public SilentSink(NanoClock clock, Sentence name) {
    this.clock = clock;
    this.name = name;
    lastNanos = clock.nanos();
  }

  @Override
  public Sentence name() {
    return name;
  }

  @Override
  public synchronized int room() {
    pass();
    return (int) (BUFFER_FRAMES - (written - heard));
  }

  @Override
  public synchronized void write(short[] frames, int offset, int count) {
    pass();
    if (written == heard) {
      lastNanos = clock.nanos();
    }
    written += count;
  }

  @Override
  public synchronized long heard() {
    pass();
    return heard;
  }

  /** It is silent. */
  @Override
  public void hush() {}

  @Override
  public synchronized void hold() {
    pass();
    held = true;
  }

  @Override
  public synchronized void resume() {
    held = false;
    lastNanos = clock.nanos();
  }

  @Override
  public synchronized void drop() {
    pass();
    written = heard;
  }

  @Override
  public void close() {}

  private void pass() {
    long now = clock.nanos();
    if (held) {
      lastNanos = now;
      return;
    }
    long frames = (now - lastNanos) * (Pcm.RATE_HZ / 1_000) / 1_000_000;
    long passed = Math.min(frames, written - heard);
    heard += passed;
    // What did not make a whole frame stays for the next time; with nothing to play the time is
    // gone.
    lastNanos = passed < frames ? now : lastNanos + passed * 1_000_000 / (Pcm.RATE_HZ / 1_000);
  }
}
