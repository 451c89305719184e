package iyagi.console;

import io.helidon.common.buffers.DataReader;
import iyagi.time.NanoClock;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;

/**
 * What a browser sends, as it comes: never more than allowed, and never so slowly that it has no
 * end.
 */
final class Sent extends FilterInputStream {
  /** A phone at the edge of the library's network is ten times faster. */
  static final long SLOWEST_BYTES_A_SECOND = 4_000;

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final double KILOBYTE = 1_000;
  private static final double MEGABYTE = 1_000_000;

  private final long most;
  private final NanoClock clock;
  private final long beganNanos;
  private long count;

  /**
   * Reads on from a stream.
   *
   * @param most bytes; more is refused
   */
  Sent(InputStream from, long most, NanoClock clock) {
    super(from);
    this.most = most;
    this.clock = clock;
    beganNanos = clock.nanos();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    try {
      int read = super.read(into, offset, length);
      count(Math.max(0, read));
      return read;
    } catch (DataReader.InsufficientDataAvailableException | UncheckedIOException gone) {
      // Hung up or silent in the middle: nothing to tell anybody of, however often strangers do it.
      throw new Refused(408, "too-slow");
    }
  }

  private String size() {
    return most < MEGABYTE
        ? Math.round(most / KILOBYTE) + " kB"
        : Math.round(most / MEGABYTE) + " MB";
  }

  private void count(int bytes) {
    count += bytes;
    if (count > most) {
      throw new Refused(413, "too-large", Map.of("size", size()));
    }
    double seconds = (clock.nanos() - beganNanos) / 1e9;
    if (seconds > PATIENCE.toSeconds() && count < seconds * SLOWEST_BYTES_A_SECOND) {
      throw new Refused(408, "too-slow");
    }
  }

  /** Nothing of a stream can be read twice. */
  @Override
  public boolean markSupported() {
    return false;
  }
}
