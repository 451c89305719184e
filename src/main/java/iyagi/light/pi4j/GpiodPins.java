package iyagi.light.pi4j;

import com.pi4j.exception.Pi4JException;
import com.pi4j.library.gpiod.internal.GpioDContext;
import com.pi4j.library.gpiod.internal.GpioDException;
import com.pi4j.library.gpiod.internal.GpioLine;
import iyagi.light.PlainLamp;
import iyagi.words.Hindrance;
import iyagi.words.Reason;
import iyagi.words.Sentence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Output pins through Pi4J's binding to gpiod, with a chip of their own: Pi4J's providers share one
 * chip in a whole process, and closing it for the lamps would take the buttons' pins away, too.
 */
final class GpiodPins implements GpiodLamps.Pins {
  private final GpioDContext gpio;
  private final List<GpioLine> lines;
  private boolean closed;

  private GpiodPins(GpioDContext gpio, List<GpioLine> lines) {
    this.gpio = gpio;
    this.lines = lines;
  }

  /**
   * Takes pins, each dark from the first moment.
   *
   * @param chip "gpiochip0"; "" for the one with the Pi's own pins
   * @throws IOException in plain words, if they are taken, or this is no Raspberry Pi
   */
  static GpiodPins open(String chip, List<PlainLamp> lamps) throws IOException {
    GpioDContext gpio = new GpioDContext();
    try {
      gpio.setChip(chip);
      gpio.initialize();
      List<GpioLine> lines = new ArrayList<>();
      for (PlainLamp lamp : lamps) {
        GpioLine line = gpio.getOrOpenLine(lamp.line());
        line.requestOutput("iyagi lamp " + lamp.name(), lamp.activeLow() ? 1 : 0);
        lines.add(line);
      }
      return new GpiodPins(gpio, lines);
    } catch (Pi4JException | GpioDException | IllegalStateException | LinkageError refused) {
      gpio.close();
      throw new Hindrance(
          Sentence.of(
              "the pins cannot be used ({0}); on a Raspberry Pi no other program may hold them (see:"
                  + " gpioinfo) and this user has to be in the group gpio (sudo usermod -aG gpio"
                  + " iyagi, then restart); on any other computer use simulated lamps",
              Reason.innermost(refused)),
          refused);
    }
  }

  @Override
  public void set(int lamp, boolean high) throws IOException {
    try {
      lines.get(lamp).setValue(high ? 1 : 0);
    } catch (GpioDException lost) {
      throw new Hindrance(
          Sentence.of("a pin cannot be set any more ({0})", Reason.innermost(lost)), lost);
    }
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      gpio.close();
    }
  }
}
