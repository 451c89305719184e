package iyagi.report.mqtt;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class FramingTest {
  private static final int MOST = 300;

  /** A packet whose length is written in as many bytes as it needs. */
  private static byte[] packet(int body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(0x30);
    int rest = body;
    do {
      bytes.write((rest & 0x7F) | (rest > 0x7F ? 0x80 : 0));
      rest >>>= 7;
    } while (rest > 0);
    // Bytes that would be read as a long packet, if the place in the stream were lost.
    for (int i = 0; i < body; i++) {
      bytes.write(0xFF);
    }
    return bytes.toByteArray();
  }

  private static void pass(Framing framing, byte... bytes) throws IOException {
    framing.passed(bytes, 0, bytes.length);
  }

  @Test
  void followsPacketsHoweverTheyAreCut() {
    Random random = new Random(5);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; i < 500; i++) {
      all.writeBytes(packet(random.nextInt(MOST - 2)));
    }
    byte[] bytes = all.toByteArray();
    Framing framing = new Framing(MOST);
    assertDoesNotThrow(
        () -> {
          for (int from = 0; from < bytes.length; ) {
            int count = Math.min(bytes.length - from, random.nextInt(40));
            framing.passed(bytes, from, count);
            from += count;
          }
        });
  }

  @Test
  void theLongestPacketPassesAndOneByteMoreDoesNot() throws IOException {
    pass(new Framing(MOST), packet(MOST - 3));
    IOException said =
        assertThrows(Framing.TooLong.class, () -> pass(new Framing(MOST), packet(MOST - 2)));
    assertEquals("the broker sent a packet of 301 bytes; at most 300 are taken", said.getMessage());
  }

  @Test
  void aLengthIsRefusedBeforeItsBytesHaveCome() {
    Framing framing = new Framing(MOST);
    byte[] most = {0x30, -1, -1, -1, 0x7F};
    IOException said = assertThrows(Framing.TooLong.class, () -> pass(framing, most));
    assertEquals(
        "the broker sent a packet of 268435460 bytes; at most 300 are taken", said.getMessage());
  }

  @Test
  void aLengthWithoutAnEndIsNone() {
    Framing framing = new Framing(MOST);
    byte[] endless = {0x30, -1, -1, -1, -1};
    assertThrows(Framing.TooLong.class, () -> pass(framing, endless));
  }
}
