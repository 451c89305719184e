package iyagi.light.pi4j;

import iyagi.light.Colour;
import iyagi.light.LampFault;
import iyagi.light.Lamps;
import iyagi.motion.pi4j.Pca9685;
import iyagi.words.Reason;
import iyagi.words.Sentence;
import java.io.IOException;

/**
 * Red, green and blue LEDs (through transistors) on a PCA9685 of their own at 1000 Hz, where nobody
 * sees them flicker. Servos need 50 Hz and another board.
 */
public final class Pca9685Lamps implements Lamps {
  /** Its rhythm. */
  public static final double RHYTHM_HZ = 1000;

  /** The rhythm need not be exact, so the oscillator's nominal speed is good enough. */
  private static final double OSCILLATOR_HZ = 25e6;

  /**
   * Which output drives which colour, each 0 to 15.
   *
   * @param red output of the red LEDs
   * @param green output of the green LEDs
   * @param blue output of the blue LEDs
   */
  public record Outputs(int red, int green, int blue) {}

  private final Pca9685 chip;
  private final Outputs outputs;
  private final int width;
  private boolean closed;

  Pca9685Lamps(Pca9685 chip, Outputs outputs) {
    this.chip = chip;
    this.outputs = outputs;
    width = Math.max(outputs.red(), Math.max(outputs.green(), outputs.blue())) + 1;
  }

  /**
   * Opens and starts a board, dark.
   *
   * @param bus number of the I²C bus: 1 on the Pi's pins 3 and 5
   * @param address not that of the servos' board
   * @throws LampFault in plain words, if there is none
   */
  public static Pca9685Lamps open(int bus, int address, Outputs outputs) {
    try {
      return new Pca9685Lamps(Pca9685.open(bus, address, OSCILLATOR_HZ, RHYTHM_HZ), outputs);
    } catch (IOException none) {
      throw new LampFault(Sentence.of("lamp board {0}", Reason.of(none)), none);
    }
  }

  @Override
  public Sentence name() {
    return Sentence.of("lamps on {0}", chip.name());
  }

  @Override
  public synchronized void show(Colour colour) {
    if (closed) {
      throw new LampFault(Sentence.of("{0} are closed; open them again", name()), null);
    }
    chip.share(outputs.red(), colour.red());
    chip.share(outputs.green(), colour.green());
    chip.share(outputs.blue(), colour.blue());
    try {
      chip.send(width);
    } catch (IOException lost) {
      throw new LampFault(Sentence.of("lamp board {0}", Reason.of(lost)), lost);
    }
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      chip.close();
    }
  }
}
