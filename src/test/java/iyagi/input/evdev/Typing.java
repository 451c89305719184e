package iyagi.input.evdev;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What a reader types, as the bytes of Linux' input events. Key codes by their names in
 * linux/input-event-codes.h, from the layout of a keyboard: KEY_1 to KEY_0 are 2 to 11, the row of
 * Q begins at 16, that of A at 30, that of Z at 44.
 */
public final class Typing {
  static final int ENTER = 28;
  static final int LEFT_SHIFT = 42;
  private static final String[] ROWS = {"1234567890", "QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM"};
  private static final int[] FIRST = {2, 16, 30, 44};

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  Typing event(int type, int code, int value) {
    ByteBuffer event = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
    event.putLong(1_790_000_000L).putLong(123_456);
    event.putShort((short) type).putShort((short) code).putInt(value);
    bytes.writeBytes(event.array());
    return this;
  }

  Typing press(int code) {
    return event(4, 4, 0x7001e).event(1, code, 1).event(0, 0, 0);
  }

  Typing release(int code) {
    return event(1, code, 0).event(0, 0, 0);
  }

  Typing key(int code) {
    return press(code).release(code);
  }

  /** Each of these keys. */
  public Typing text(String text) {
    text.chars().forEach(c -> key(code((char) c)));
    return this;
  }

  /** The key Enter. */
  public Typing enter() {
    return key(ENTER);
  }

  static int code(char key) {
    for (int row = 0; row < ROWS.length; row++) {
      int at = ROWS[row].indexOf(key);
      if (at >= 0) {
        return FIRST[row] + at;
      }
    }
    throw new IllegalArgumentException("no key " + key);
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }
}
