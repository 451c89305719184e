package iyagi.light.spidev;

import iyagi.light.Colour;

/**
 * What an APA102 or SK9822 strip is sent to show one colour on all its lamps.
 *
 * <p>By the APA102 data sheet (Shiji Lighting, 2014): 32 zero bits, then for each lamp three ones,
 * five bits of brightness, and a byte each for blue, green and red. Behind them the clock has to
 * run on for half a beat a lamp, because each lamp passes the data on half a beat later; and the
 * SK9822 takes its light over only with 32 more zero bits (both: T. Böscke, cpldcpu.com,
 * "Understanding the APA102 Superled", 2014, and "SK9822 – a clone of the APA102?", 2016). Zeros
 * serve both.
 */
final class Apa102Frame {
  /** The largest value of the five bits. */
  static final int MOST_BRIGHTNESS = 31;

  private static final int START_BYTES = 4;
  private static final int LAMP_BYTES = 4;
  private static final int RESET_BYTES = 4;
  private static final int LAMP_MARK = 0xe0;

  private final int lamps;
  private final int cap;
  private final byte[] bytes;

  /**
   * A dark frame.
   *
   * @param lamps of the strip, at least 1
   * @param cap brightness of full light, 1 to 31; nothing is ever brighter
   */
  Apa102Frame(int lamps, int cap) {
    if (lamps < 1 || cap < 1 || cap > MOST_BRIGHTNESS) {
      throw new IllegalArgumentException(lamps + " lamps at brightness " + cap + " of 1..31");
    }
    this.lamps = lamps;
    this.cap = cap;
    bytes = new byte[START_BYTES + LAMP_BYTES * lamps + RESET_BYTES + endBytes(lamps)];
    var _ = showing(Colour.DARK);
  }

  /** Half a bit for every lamp, in whole bytes. */
  static int endBytes(int lamps) {
    return (lamps + 15) / 16;
  }

  /** The frame for a colour; the same array each time. */
  byte[] showing(Colour colour) {
    int red = part(colour.red());
    int green = part(colour.green());
    int blue = part(colour.blue());
    for (int i = 0; i < lamps; i++) {
      int at = START_BYTES + LAMP_BYTES * i;
      bytes[at] = (byte) (LAMP_MARK | cap);
      bytes[at + 1] = (byte) blue;
      bytes[at + 2] = (byte) green;
      bytes[at + 3] = (byte) red;
    }
    return bytes;
  }

  private static int part(double share) {
    return (int) Math.round(share * 255);
  }
}
