package iyagi.light.pi4j;

import iyagi.light.Colour;
import iyagi.light.LampFault;
import iyagi.light.Lamps;
import iyagi.light.PlainLamp;
import iyagi.time.NanoClock;
import iyagi.words.Reason;
import iyagi.words.Sentence;
import java.io.IOException;
import java.util.List;

/**
 * Plain lamps on pins of the Pi, each on or off; they cannot fade. Pins that are lost are taken
 * anew with the next light.
 */
public final class GpiodLamps implements Lamps {
  /** Pins that are outputs, in the order of the lamps. */
  interface Pins {
    /** Sets a pin. */
    void set(int lamp, boolean high) throws IOException;

    /** Gives the pins back. May be called twice. */
    void close();
  }

  /** How pins are taken. */
  @FunctionalInterface
  interface Opener {
    /** Takes the pins of the lamps, all of them dark. */
    Pins open() throws IOException;
  }

  private final Sentence name;
  private final List<PlainLamp> lamps;
  private final Opener opener;
  private final Switching switching;
  private Pins pins;
  private boolean closed;

  GpiodLamps(String chip, List<PlainLamp> lamps, Opener opener, NanoClock clock) {
    this.lamps = List.copyOf(lamps);
    this.opener = opener;
    name =
        Sentence.of(
            lamps.size() == 1 ? "{0} lamp on {1}" : "{0} lamps on {1}",
            lamps.size(),
            chip.isEmpty() ? Sentence.of("the Pi's pins") : chip);
    switching = new Switching(this.lamps, clock);
  }

  /**
   * Takes the pins, dark.
   *
   * @param chip "gpiochip0"; "" for the one with the Pi's own pins
   * @param lamps no line twice
   * @throws LampFault in plain words, if they are taken, or this is no Raspberry Pi
   */
  public static GpiodLamps open(String chip, List<PlainLamp> lamps, NanoClock clock) {
    GpiodLamps opened =
        new GpiodLamps(chip, lamps, () -> GpiodPins.open(chip, List.copyOf(lamps)), clock);
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
      throw new LampFault(Sentence.of("{0} are closed; open them again", name), null);
    }
    boolean[] on = switching.at(colour);
    try {
      if (pins == null) {
        pins = opener.open();
      }
      for (int i = 0; i < on.length; i++) {
        pins.set(i, on[i] != lamps.get(i).activeLow());
      }
    } catch (IOException lost) {
      giveBack();
      throw new LampFault(Sentence.of("{0}: {1}", name, Reason.of(lost)), lost);
    }
  }

  private void giveBack() {
    if (pins != null) {
      pins.close();
      pins = null;
    }
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      for (int i = 0; pins != null && i < lamps.size(); i++) {
        pins.set(i, lamps.get(i).activeLow());
      }
    } catch (IOException gone) {
      // A pin that cannot be set any more is given back below, and that leaves it without power.
      giveBack();
    }
    giveBack();
  }
}
