package iyagi.light.spidev;

import iyagi.light.Colour;
import iyagi.light.LampFault;
import iyagi.light.Lamps;
import iyagi.words.Reason;
import iyagi.words.Sentence;
import java.io.Closeable;
import java.io.IOException;

/**
 * A strip of APA102 or SK9822 lamps. A strip never answers: only a bus that is gone is noticed, and
 * a strip that was unplugged shows the next change when it is back. The bus is opened anew after it
 * was lost.
 */
public final class Apa102Lamps implements Lamps {
  /** The longest strip: at 4 MHz its frame takes 2.5 ms of the motion loop's 20. */
  public static final int MOST_LAMPS = 300;

  /** The largest brightness that a profile may allow. */
  public static final int MOST_BRIGHTNESS = Apa102Frame.MOST_BRIGHTNESS;

  /** Where frames are written to. */
  interface Bus extends Closeable {
    /** Sends all bytes in one piece. */
    void write(byte[] bytes) throws IOException;

    @Override
    void close();
  }

  /** How the bus is opened. */
  @FunctionalInterface
  interface Opener {
    /** Opens it, or says in plain words why not. */
    Bus open() throws IOException;
  }

  /** A light that does not change is sent again so often, for a strip that was plugged in again. */
  private static final int TICKS_BETWEEN_REPEATS = 25;

  private final Sentence name;
  private final Apa102Frame frame;
  private final Opener opener;
  private Bus bus;
  private Colour sent;
  private int ticks;
  private boolean closed;

  Apa102Lamps(Sentence name, int lamps, int brightness, Opener opener) {
    this.name = name;
    this.opener = opener;
    frame = new Apa102Frame(lamps, brightness);
  }

  /**
   * Opens the bus, dark.
   *
   * @param bus number of the SPI bus, 0 on the Pi's pins 19 and 23
   * @param select number of the chip select, which the strip has no wire for
   * @param lamps how many, 1 to 300
   * @param brightness of full light, 1 to 31
   * @throws LampFault in plain words, if there is no such bus
   */
  public static Apa102Lamps open(int bus, int select, int lamps, int brightness) {
    String device = "/dev/spidev" + bus + "." + select;
    Apa102Lamps opened =
        new Apa102Lamps(
            Sentence.of("strip of {0} lamps on {1}", lamps, device),
            lamps,
            brightness,
            () -> SpiDevice.open(device));
    opened.show(Colour.DARK);
    return opened;
  }

  @Override
  public Sentence name() {
    return name;
  }

  @Override
  public synchronized void show(Colour colour) {
    if (closed) {
      throw new LampFault(Sentence.of("{0} is closed; open it again", name), null);
    }
    if (bus != null && colour.equals(sent) && ++ticks < TICKS_BETWEEN_REPEATS) {
      return;
    }
    try {
      if (bus == null) {
        bus = opener.open();
      }
      bus.write(frame.showing(colour));
    } catch (IOException lost) {
      giveBack();
      throw new LampFault(Sentence.of("{0}: {1}", name, Reason.of(lost)), lost);
    }
    sent = colour;
    ticks = 0;
  }

  private void giveBack() {
    if (bus != null) {
      bus.close();
      bus = null;
    }
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      if (bus != null) {
        bus.write(frame.showing(Colour.DARK));
      }
    } catch (IOException gone) {
      // Nothing can be switched off any more, and the caller is leaving.
      giveBack();
    }
    giveBack();
  }
}
