package iyagi.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.helidon.common.buffers.DataReader;
import iyagi.time.ManualClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a browser sends is bounded in size and time. */
final class SentTest {
  private final ManualClock clock = new ManualClock();

  private Sent sent(int bytes, long most) {
    return new Sent(new ByteArrayInputStream(new byte[bytes]), most, clock);
  }

  @Test
  void whatIsAllowedIsReadToItsLastByte() throws IOException {
    assertEquals(1_000, sent(1_000, 1_000).readAllBytes().length);
  }

  @Test
  void oneByteTooManyIsRefused() {
    Sent sent = sent(1_001, 1_000);
    Refused refused = assertThrows(Refused.class, sent::readAllBytes);
    assertEquals(413, refused.status());
  }

  @Test
  void bytesThatDripAreRefusedAndALargeFileOnASlowNetworkIsNot() throws IOException {
    Sent dripping = sent(1_000, 1_000);
    assertEquals(408, drip(dripping, 1).status());
    // 5 kB a second for an hour.
    Sent large = sent(18_000_000, 20_000_000);
    for (int second = 0; second < 3_600; second++) {
      clock.advance(Duration.ofSeconds(1));
      assertEquals(5_000, large.readNBytes(5_000).length);
    }
  }

  @Test
  void whoHangsUpInTheMiddleIsRefusedAndNoFaultOfOurs() {
    for (RuntimeException gone :
        List.of(
            new DataReader.InsufficientDataAvailableException(),
            new UncheckedIOException(new SocketTimeoutException("20 s")))) {
      InputStream broken =
          new InputStream() {
            @Override
            public int read() {
              throw gone;
            }

            @Override
            public int read(byte[] into, int offset, int length) {
              throw gone;
            }
          };
      Refused refused =
          assertThrows(Refused.class, () -> new Sent(broken, 10, clock).readAllBytes());
      assertEquals(408, refused.status());
    }
  }

  private Refused drip(InputStream sent, int bytes) {
    return assertThrows(
        Refused.class,
        () -> {
          while (sent.readNBytes(bytes).length > 0) {
            clock.advance(Duration.ofSeconds(1));
          }
        });
  }
}
