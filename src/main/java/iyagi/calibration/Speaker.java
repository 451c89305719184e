package iyagi.calibration;

import iyagi.audio.AudioSink;
import iyagi.audio.Mixer;
import iyagi.audio.Pcm;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Plays one sound at a time under the robot's own ceiling. One thread calls {@link #feed()}; the
 * rest may be called by any.
 */
final class Speaker implements AutoCloseable {
  private static final int BLOCK_FRAMES = 480;

  /**
   * What is to be heard.
   *
   * @param number of the wish, from 1
   * @param sound empty for silence
   * @param repeated without an end
   * @param level of the volume, 0 to 100
   */
  private record Wanted(int number, Optional<Pcm> sound, boolean repeated, int level) {}

  private final AudioSink sink;
  private final Mixer mixer;
  private final short[] block = new short[BLOCK_FRAMES];
  private final AtomicReference<Wanted> wanted =
      new AtomicReference<>(new Wanted(0, Optional.empty(), false, 0));
  private volatile long startFrame;
  private volatile int playing;
  private long left;

  /**
   * Silent until something is played.
   *
   * @param sink owned from now on
   * @param mixer that nobody else uses
   */
  Speaker(AudioSink sink, Mixer mixer) {
    this.sink = sink;
    this.mixer = mixer;
  }

  /** Plays a sound at 48 kHz once, from its beginning. */
  void once(Pcm sound, int level) {
    want(Optional.of(sound), false, level);
  }

  /** Repeats a sound at 48 kHz; it rises within 0.3 s. */
  void repeat(Pcm sound, int level) {
    want(Optional.of(sound), true, level);
  }

  /** Silence. */
  void hush() {
    want(Optional.empty(), false, 0);
  }

  private void want(Optional<Pcm> sound, boolean repeated, int level) {
    wanted.updateAndGet(before -> new Wanted(before.number() + 1, sound, repeated, level));
  }

  /** Seconds of the sound that have been heard; NaN while there is none. */
  double seconds() {
    Wanted now = wanted.get();
    return now.sound().isPresent() && playing == now.number()
        ? (sink.heard() - startFrame) / (double) Pcm.RATE_HZ
        : Double.NaN;
  }

  /**
   * One step: as much as the device takes now.
   *
   * @throws iyagi.audio.AudioFault if the device is gone
   */
  void feed() {
    Wanted now = wanted.get();
    if (now.number() != playing) {
      begin(now);
    }
    if (now.sound().isPresent()) {
      play(now, now.sound().get());
    }
  }

  private void play(Wanted now, Pcm sound) {
    for (int room = sink.room(); room > 0; room = sink.room()) {
      int count = Math.min(room, BLOCK_FRAMES);
      if (now.repeated()) {
        again(sound, count);
      }
      mixer.mix(block, count);
      sink.write(block, 0, count);
    }
  }

  private void begin(Wanted now) {
    sink.drop();
    mixer.clear();
    startFrame = sink.heard();
    left = 0;
    mixer.volume(now.level());
    if (now.repeated()) {
      mixer.fadeIn();
    } else {
      now.sound().ifPresent(sound -> mixer.start(sound, 0, 1));
    }
    playing = now.number();
  }

  /** The next round begins in the very frame in which the last one ends. */
  private void again(Pcm sound, int count) {
    while (left < count) {
      mixer.start(sound, left, 1);
      left += sound.samples().length;
    }
    left -= count;
  }

  @Override
  public void close() {
    sink.close();
  }
}
