package iyagi.report.mqtt;

import iyagi.words.Explained;
import iyagi.words.Sentence;
import java.io.IOException;

/**
 * Follows the packets in what the broker sends, and stops at one that is too long before anybody
 * makes room for it: Paho would take up to 256 MB on the word of five bytes (MQTT 5, section 2.1).
 * One thread.
 */
final class Framing {
  private static final int LENGTH_BYTES = 4;

  private final int most;
  private long body;
  private int lengthBytes = -1;
  private int length;

  /**
   * At the beginning of a connection.
   *
   * @param most bytes of a packet, its first ones included
   */
  Framing(int most) {
    this.most = most;
  }

  /**
   * These bytes have come.
   *
   * @throws IOException if they begin a packet that is too long, or are none
   */
  void passed(byte[] bytes, int from, int count) throws IOException {
    int end = from + count;
    for (int i = from; i < end; ) {
      if (body > 0) {
        int skipped = (int) Math.min(body, end - i);
        body -= skipped;
        i += skipped;
      } else {
        header(bytes[i]);
        i++;
      }
    }
  }

  private void header(byte next) throws IOException {
    if (lengthBytes < 0) {
      lengthBytes = 0;
      length = 0;
      return;
    }
    length |= (next & 0x7F) << (7 * lengthBytes);
    lengthBytes++;
    if (next < 0) {
      if (lengthBytes == LENGTH_BYTES) {
        throw new TooLong(Sentence.of("the broker sent a packet without a length"));
      }
      return;
    }
    if (1L + lengthBytes + length > most) {
      throw new TooLong(
          Sentence.of(
              "the broker sent a packet of {0} bytes; at most {1} are taken",
              1L + lengthBytes + length, most));
    }
    body = length;
    lengthBytes = -1;
  }

  /** What came cannot be taken. Its message is for a librarian. */
  static final class TooLong extends IOException implements Explained {
    private static final long serialVersionUID = 1;
    private final transient Sentence sentence;

    TooLong(Sentence sentence) {
      super(sentence.toString());
      this.sentence = sentence;
    }

    @Override
    public Sentence sentence() {
      return sentence;
    }
  }
}
