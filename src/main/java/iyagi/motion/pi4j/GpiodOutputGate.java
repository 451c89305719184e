package iyagi.motion.pi4j;

import com.pi4j.exception.Pi4JException;
import com.pi4j.library.gpiod.internal.GpioDContext;
import com.pi4j.library.gpiod.internal.GpioDException;
import com.pi4j.library.gpiod.internal.GpioLine;
import iyagi.motion.OutputGate;
import iyagi.motion.ServoFault;
import iyagi.words.Reason;
import iyagi.words.Sentence;
import org.tinylog.Logger;

/**
 * The OE pin of a PCA9685 on a pin of the Pi: low lets pulses out (NXP PCA9685 data sheet, revision
 * 4, 7.4). The pin is asked for as an output that is high from the first moment, and is high before
 * it is given back.
 *
 * <p>Uses Pi4J's binding to gpiod with a chip of its own. Pi4J's providers share one chip in a
 * whole process, and closing it for the buttons would take this pin away, too.
 */
public final class GpiodOutputGate implements OutputGate {
  private static final int LOW = 0;
  private static final int HIGH = 1;

  /** One pin that is an output. */
  interface Pin {
    void set(int value);

    void release();
  }

  private final Sentence name;
  private final Pin pin;
  private boolean closed;

  /** A pin that is high now. */
  GpiodOutputGate(Sentence name, Pin pin) {
    this.name = name;
    this.pin = pin;
  }

  /**
   * Takes a pin and sets it high.
   *
   * @param chip "gpiochip0"; "" for the one with the Pi's own pins
   * @param line number of the GPIO
   * @throws ServoFault in plain words, if it is taken, or this is no Raspberry Pi
   */
  public static GpiodOutputGate open(String chip, int line) {
    Sentence name = Sentence.of("safety line GPIO {0}", line);
    GpioDContext gpio = new GpioDContext();
    try {
      gpio.setChip(chip);
      gpio.initialize();
      GpioLine output = gpio.getOrOpenLine(line);
      output.requestOutput("iyagi servos", HIGH);
      return new GpiodOutputGate(name, new Line(gpio, output));
    } catch (Pi4JException | GpioDException | IllegalStateException | LinkageError refused) {
      gpio.close();
      throw new ServoFault(
          Sentence.of(
              "{0} cannot be taken ({1}); nothing moves without it. On a Raspberry Pi no other"
                  + " program may hold that pin (see: gpioinfo) and this user has to be in the group"
                  + " gpio (sudo usermod -aG gpio iyagi, then restart); where the board's OE is not"
                  + " wired take servos.oe-line out of the robot's profile",
              name, Reason.innermost(refused)),
          refused);
    }
  }

  private record Line(GpioDContext gpio, GpioLine output) implements Pin {
    @Override
    public void set(int value) {
      output.setValue(value);
    }

    @Override
    public void release() {
      gpio.close();
    }
  }

  @Override
  public Sentence name() {
    return name;
  }

  @Override
  public boolean wired() {
    return true;
  }

  @Override
  public void lift() {
    set(LOW);
  }

  @Override
  public void shut() {
    set(HIGH);
  }

  private void set(int value) {
    if (closed) {
      throw new ServoFault(Sentence.of("{0} has been given back; open it again", name));
    }
    try {
      pin.set(value);
    } catch (GpioDException lost) {
      throw new ServoFault(
          Sentence.of(
              "{0} cannot be set ({1}); restart the robot's service", name, Reason.innermost(lost)),
          lost);
    }
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    try {
      pin.set(HIGH);
    } catch (GpioDException gone) {
      Logger.debug(gone, "the line is given back now, and the board's pull-up holds it high");
    }
    closed = true;
    pin.release();
  }
}
