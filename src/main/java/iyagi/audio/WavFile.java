package iyagi.audio;

import iyagi.words.Hindrance;
import iyagi.words.Sentence;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A WAV file that is read a piece at a time, so that a long recording never stands in memory as a
 * whole. What {@link Wav#read} understands, this does, too. One thread.
 */
public final class WavFile implements AutoCloseable {
  private static final int CHUNK_HEAD = 8;
  private static final int MOST_FORMAT_BYTES = 4096;

  private final FileChannel file;
  private final Wav.Format format;
  private final long dataAt;
  private final long frames;

  private WavFile(FileChannel file, Wav.Format format, long dataAt, long dataBytes) {
    this.file = file;
    this.format = format;
    this.dataAt = dataAt;
    frames = dataBytes / format.frameBytes();
  }

  /**
   * Opens a file and reads its head.
   *
   * @throws IOException if it is no WAV file, or cut short; the message says what was found
   */
  public static WavFile open(Path path) throws IOException {
    FileChannel file = FileChannel.open(path);
    try {
      return opened(file);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private static WavFile opened(FileChannel file) throws IOException {
    ByteBuffer head = file.size() < 12 ? ByteBuffer.allocate(12) : take(file, 0, 12);
    if (!"RIFF".equals(tag(head, 0)) || !"WAVE".equals(tag(head, 8))) {
      throw new Hindrance(
          Sentence.of("this is not a WAV file (it does not begin with RIFF … WAVE)"));
    }
    Wav.Format format = null;
    for (long at = 12; at + CHUNK_HEAD <= file.size(); ) {
      ByteBuffer chunk = take(file, at, CHUNK_HEAD);
      long bytes = chunk.getInt(4) & 0xFFFFFFFFL;
      long from = at + CHUNK_HEAD;
      if (tag(chunk, 0).equals("fmt ")) {
        format = Wav.format(taken(file, from, (int) Math.min(bytes, MOST_FORMAT_BYTES)));
      } else if (tag(chunk, 0).equals("data")) {
        return whole(file, format, from, bytes);
      }
      at = from + bytes + (bytes & 1);
    }
    throw new Hindrance(Sentence.of("the WAV file ends before its sound"));
  }

  /** A length of -1 is of a recorder that did not know it; the sound then goes to the end. */
  private static WavFile whole(FileChannel file, Wav.Format format, long from, long bytes)
      throws IOException {
    if (format == null) {
      throw new Hindrance(Sentence.of("the WAV file has sound before it says in which format"));
    }
    long there = file.size() - from;
    if (bytes != 0xFFFFFFFFL && bytes > there) {
      throw new Hindrance(Sentence.of("the WAV file is cut short: {0} of {1} bytes", there, bytes));
    }
    return new WavFile(file, format, from, Math.min(bytes, there));
  }

  /** Samples a second. */
  public int rateHz() {
    return format.rateHz();
  }

  /** How many samples it has, of each channel. */
  public long frames() {
    return frames;
  }

  /** How long it lasts, in seconds. */
  public double seconds() {
    return frames / (double) format.rateHz();
  }

  /**
   * A part, its channels mixed to one. Beyond the end there is nothing.
   *
   * @param from in frames, at least 0
   * @param to in frames, not before from
   */
  public Pcm part(long from, long to) throws IOException {
    long first = Math.min(from, frames);
    long count = Math.min(to, frames) - first;
    int bytes = Math.toIntExact(count * format.frameBytes());
    return Wav.samples(format, taken(file, dataAt + first * format.frameBytes(), bytes));
  }

  private static ByteBuffer take(FileChannel file, long at, int bytes) throws IOException {
    return ByteBuffer.wrap(taken(file, at, bytes)).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] taken(FileChannel file, long at, int bytes) throws IOException {
    byte[] taken = new byte[bytes];
    ByteBuffer into = ByteBuffer.wrap(taken);
    while (into.hasRemaining()) {
      if (file.read(into, at + into.position()) < 0) {
        throw new Hindrance(Sentence.of("the WAV file is cut short"));
      }
    }
    return taken;
  }

  private static String tag(ByteBuffer bytes, int at) {
    byte[] tag = new byte[4];
    bytes.get(at, tag);
    return new String(tag, StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
