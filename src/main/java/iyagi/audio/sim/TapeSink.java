package iyagi.audio.sim;

import iyagi.audio.AudioFault;
import iyagi.audio.AudioSink;
import iyagi.audio.Pcm;
import iyagi.audio.Wav;
import iyagi.time.NanoClock;
import iyagi.words.Reason;
import iyagi.words.Sentence;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Records into a WAV file whatever is played, and keeps time as a silent sink does. */
public final class TapeSink implements AudioSink {
  private final SilentSink time;
  private final Path file;
  private final FileChannel out;
  private long frames;

  /**
   * Begins a new file.
   *
   * @throws IOException if it cannot be written
   */
  public TapeSink(NanoClock clock, Path file) throws IOException {
    time = new SilentSink(clock, Sentence.plain(file.toString()));
    this.file = file;
    out =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    put(ByteBuffer.wrap(Wav.header(Pcm.RATE_HZ, 0)));
  }

  @Override
  public Sentence name() {
    return time.name();
  }

  @Override
  public int room() {
    return time.room();
  }

  @Override
  public void write(short[] samples, int offset, int count) {
    ByteBuffer bytes = ByteBuffer.allocate(count * 2).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asShortBuffer().put(samples, offset, count);
    put(bytes);
    frames += count;
    time.write(samples, offset, count);
  }

  @Override
  public long heard() {
    return time.heard();
  }

  @Override
  public void hush() {
    time.hush();
  }

  @Override
  public void hold() {
    time.hold();
  }

  @Override
  public void resume() {
    time.resume();
  }

  @Override
  public void drop() {
    time.drop();
  }

  /** Writes how long the recording has become. */
  @Override
  public void close() {
    if (!out.isOpen()) {
      return;
    }
    try (out) {
      out.position(0);
      put(ByteBuffer.wrap(Wav.header(Pcm.RATE_HZ, frames)));
    } catch (IOException e) {
      throw new AudioFault(
          Sentence.of("the recording {0} cannot be finished: {1}", file, Reason.of(e)), e);
    }
  }

  private void put(ByteBuffer bytes) {
    try {
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
    } catch (IOException e) {
      throw new AudioFault(
          Sentence.of("the recording {0} cannot be written: {1}", file, Reason.of(e)), e);
    }
  }
}
