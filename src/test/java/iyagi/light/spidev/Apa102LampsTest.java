package iyagi.light.spidev;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.light.Colour;
import iyagi.light.Lamps;
import iyagi.light.LampsContract;
import iyagi.words.Sentence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

final class Apa102LampsTest extends LampsContract {
  private static final int CAP = 8;
  private static final int LAMPS = 20;

  /** A strip in memory: understands the bits as the data sheet says. */
  private static final class FakeStrip implements Apa102Lamps.Bus {
    private final List<byte[]> frames = new ArrayList<>();
    private boolean gone;
    private boolean open;

    Apa102Lamps.Bus connect() throws IOException {
      if (gone) {
        throw new IOException("no such device");
      }
      open = true;
      return this;
    }

    @Override
    public void write(byte[] bytes) throws IOException {
      if (gone || !open) {
        throw new IOException("no such device");
      }
      frames.add(bytes.clone());
    }

    @Override
    public void close() {
      open = false;
    }

    Colour lamp(int number) {
      if (frames.isEmpty()) {
        return Colour.DARK;
      }
      byte[] frame = frames.getLast();
      int at = 4 + 4 * number;
      assertEquals(0xe0, frame[at] & 0xe0, "lamp " + number + " has no three ones");
      double level = (frame[at] & 0x1f) / (double) CAP / 255;
      return new Colour(
          (frame[at + 3] & 0xff) * level,
          (frame[at + 2] & 0xff) * level,
          (frame[at + 1] & 0xff) * level);
    }
  }

  private final FakeStrip strip = new FakeStrip();
  private final Apa102Lamps lamps =
      new Apa102Lamps(Sentence.plain("strip of 20 lamps"), LAMPS, CAP, strip::connect);

  @Override
  protected Lamps lamps() {
    return lamps;
  }

  @Override
  protected Colour seen() {
    Colour first = strip.lamp(0);
    for (int i = 1; i < LAMPS; i++) {
      assertEquals(first, strip.lamp(i), "lamp " + i);
    }
    return first;
  }

  @Override
  protected double tolerance() {
    return 0.5 / 255 + 1e-9;
  }

  @Override
  protected void unplug() {
    strip.gone = true;
  }

  @Override
  protected void plug() {
    strip.gone = false;
  }

  @Test
  void aFrameIsWhatTheDataSheetSays() {
    Apa102Frame frame = new Apa102Frame(2, 31);
    String start = "00000000";
    // ones, brightness 31; then blue, green, red
    String lamp = "ff" + "00" + "80" + "ff";
    String reset = "00000000";
    String end = "00";
    assertEquals(
        start + lamp + lamp + reset + end,
        HexFormat.of().formatHex(frame.showing(new Colour(1, 0.5, 0))));
  }

  @Test
  void theEndIsHalfABitLongForEachLamp() {
    int[] lengths = {1, 1, 2, 19};
    int[] lamps = {1, 16, 17, 300};
    for (int i = 0; i < lamps.length; i++) {
      assertEquals(lengths[i], Apa102Frame.endBytes(lamps[i]), lamps[i] + " lamps");
      assertEquals(
          8 + 4 * lamps[i] + lengths[i],
          new Apa102Frame(lamps[i], 1).showing(Colour.DARK).length,
          lamps[i] + " lamps");
    }
  }

  @Test
  void nothingIsBrighterThanTheProfileAllows() {
    lamps.show(new Colour(1, 1, 1));
    byte[] frame = strip.frames.getLast();
    for (int i = 0; i < LAMPS; i++) {
      assertEquals(0xe0 | CAP, frame[4 + 4 * i] & 0xff);
    }
    assertThrows(IllegalArgumentException.class, () -> new Apa102Frame(1, 32));
    assertThrows(IllegalArgumentException.class, () -> new Apa102Frame(0, 1));
  }

  @Test
  void aLightThatStandsIsSentAgainTwiceASecondForAStripThatWasPluggedIn() {
    for (int tick = 0; tick < 100; tick++) {
      lamps.show(new Colour(0.5, 0, 0));
    }
    assertEquals(4, strip.frames.size());
    assertArrayEquals(strip.frames.getFirst(), strip.frames.getLast());
  }

  @Test
  void theLongestStripFitsIntoOneWriteAndAnEighthOfATick() {
    int bytes = new Apa102Frame(Apa102Lamps.MOST_LAMPS, 31).showing(Colour.DARK).length;
    assertTrue(bytes <= 4096, bytes + " bytes; spidev takes 4096 at once");
    assertTrue(bytes * 8 / 4e6 <= 0.0025, bytes * 8 / 4e6 + " s of a tick of 0.020");
  }
}
