package iyagi.audio;

import iyagi.time.NanoClock;
import iyagi.words.Sentence;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A sink that outlives its device: when the device is lost the frames go on passing in silence, so
 * that the reading goes on, and the device is tried again.
 */
public final class SteadfastSink implements AudioSink {
  private static final long RETRY_NANOS = Duration.ofSeconds(2).toNanos();

  /** A device that is back does not begin in the middle of a word at full loudness. */
  private static final int RISE_FRAMES = 3 * Pcm.RATE_HZ / 10;

  private static final long STUCK_NANOS = Duration.ofMillis(500).toNanos();

  /** What became of the device; said once each time. */
  public sealed interface Change {
    /** It is gone; silence keeps the time. */
    record Lost(Sentence reason) implements Change {}

    /** It is back. */
    record Back(Sentence name) implements Change {}
  }

  /**
   * A sink, and the frames heard before it was opened; exchanged as one, for readers of other
   * threads.
   */
  private record Current(AudioSink sink, long base) {}

  private final Supplier<AudioSink> device;
  private final Supplier<AudioSink> silence;
  private final NanoClock clock;
  private final Consumer<Change> changes;
  private volatile Current current;
  private long written;
  private long lastHeard = -1;
  private long lastHeardNanos;
  private boolean lost;
  private boolean held;
  private long retryNanos;
  private int risen = RISE_FRAMES;

  /**
   * Opens the device.
   *
   * @param device opens it, or throws AudioFault
   * @param silence keeps time while it is gone
   * @param changes told of losses and returns, on the thread that owns this sink
   */
  public SteadfastSink(
      Supplier<AudioSink> device,
      Supplier<AudioSink> silence,
      NanoClock clock,
      Consumer<Change> changes) {
    this.device = device;
    this.silence = silence;
    this.clock = clock;
    this.changes = changes;
    current = new Current(device.get(), 0);
  }

  /**
   * Begins without the device, which was not there: silence keeps the time until it is.
   *
   * @param meanwhile the silence
   */
  public SteadfastSink(
      AudioSink meanwhile,
      Supplier<AudioSink> device,
      Supplier<AudioSink> silence,
      NanoClock clock,
      Consumer<Change> changes) {
    this.device = device;
    this.silence = silence;
    this.clock = clock;
    this.changes = changes;
    current = new Current(meanwhile, 0);
    lost = true;
    retryNanos = clock.nanos() + RETRY_NANOS;
  }

  @Override
  public Sentence name() {
    return current.sink.name();
  }

  @Override
  public int room() {
    if (lost && clock.nanos() - retryNanos >= 0) {
      tryAgain();
    }
    try {
      int room = current.sink.room();
      return room == 0 && !lost && stuck() ? fallSilent(new AudioFault(stuckWords())) : room;
    } catch (AudioFault fault) {
      return fallSilent(fault);
    }
  }

  @Override
  public void write(short[] frames, int offset, int count) {
    rise(frames, offset, count);
    try {
      current.sink.write(frames, offset, count);
    } catch (AudioFault fault) {
      fallSilent(fault);
      current.sink.write(frames, offset, count);
    }
    written += count;
  }

  private void rise(short[] frames, int offset, int count) {
    for (int i = 0; i < count && risen < RISE_FRAMES; i++, risen++) {
      frames[offset + i] = (short) (frames[offset + i] * (long) risen / RISE_FRAMES);
    }
  }

  @Override
  public long heard() {
    Current now = current;
    return now.base + now.sink.heard();
  }

  @Override
  public void hold() {
    held = true;
    current.sink.hold();
  }

  @Override
  public void resume() {
    held = false;
    current.sink.resume();
  }

  @Override
  public void hush() {
    current.sink.hush();
  }

  @Override
  public void drop() {
    current.sink.drop();
    written = heard();
    // While nothing is written nothing is heard, however long that is.
    lastHeard = -1;
  }

  @Override
  public void close() {
    current.sink.close();
  }

  /** An unplugged device may look open and full for ever: it takes no sound and plays none. */
  private boolean stuck() {
    long now = clock.nanos();
    long heard = heard();
    if (held || heard != lastHeard) {
      lastHeard = heard;
      lastHeardNanos = now;
    }
    return now - lastHeardNanos > STUCK_NANOS;
  }

  private Sentence stuckWords() {
    return Sentence.of("the sound device '{0}' has stopped playing", name());
  }

  /** What the silence has room for. */
  private int fallSilent(AudioFault fault) {
    lost = true;
    retryNanos = clock.nanos() + RETRY_NANOS;
    exchange(silence.get());
    changes.accept(new Change.Lost(fault.sentence()));
    return current.sink.room();
  }

  private void tryAgain() {
    retryNanos = clock.nanos() + RETRY_NANOS;
    try {
      AudioSink back = device.get();
      lost = false;
      risen = 0;
      exchange(back);
      changes.accept(new Change.Back(back.name()));
    } catch (AudioFault stillGone) {
      // Said when it was lost; tried again after the next wait.
      retryNanos = clock.nanos() + RETRY_NANOS;
    }
  }

  private void exchange(AudioSink next) {
    Current old = current;
    if (held) {
      next.hold();
    }
    // What the lost device still held is never heard; it counts as heard, so that nobody waits for
    // it.
    current = new Current(next, written);
    old.sink.close();
  }
}
