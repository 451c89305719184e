package iyagi.light.pi4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.light.Colour;
import iyagi.light.LampFault;
import iyagi.light.Lamps;
import iyagi.light.LampsContract;
import iyagi.motion.pi4j.FakePca9685;
import iyagi.motion.pi4j.Pca9685;
import iyagi.words.Sentence;
import org.junit.jupiter.api.Test;

final class Pca9685LampsTest extends LampsContract {
  private final FakePca9685 board = new FakePca9685(25e6);
  private final Pca9685Lamps lamps =
      new Pca9685Lamps(
          new Pca9685(
              board, Sentence.plain("PCA9685 at 0x41 on I2C bus 1"), 25e6, Pca9685Lamps.RHYTHM_HZ),
          new Pca9685Lamps.Outputs(5, 0, 2));

  private double share(int output) {
    return board.pulse(output) * board.rhythmHz() / 1e6;
  }

  @Override
  protected Lamps lamps() {
    return lamps;
  }

  @Override
  protected Colour seen() {
    return new Colour(rounded(share(5)), rounded(share(0)), rounded(share(2)));
  }

  /** The fake tells microseconds; a share is exact to a millionth. */
  private static double rounded(double share) {
    return Math.round(share * 1e6) / 1e6;
  }

  @Override
  protected double tolerance() {
    return 0.5 / 4096 + 1e-6;
  }

  @Override
  protected void unplug() {
    board.unplugged(true);
  }

  @Override
  protected void plug() {
    board.unplugged(false);
  }

  @Test
  void everyColourIsOnItsOutputForItsShareOfTheTime() {
    lamps.show(new Colour(0.25, 1, 0));
    assertEquals(0.25, share(5), 1e-3);
    assertEquals(1, share(0), 1e-9);
    assertEquals(0, share(2));
    assertEquals(0, share(1), "an output without a lamp");
    assertEquals(1000, board.rhythmHz(), 30);
  }

  @Test
  void alsoTheFaintestLightIsInsideTheBeat() {
    for (double level = 0; level <= 1; level += 0.0001) {
      lamps.show(new Colour(level, 0, 0));
      assertEquals(level, share(5), 0.5 / 4096 + 1e-9);
    }
  }

  @Test
  void aLostBoardIsToldInWords() {
    board.unplugged(true);
    LampFault fault = assertThrows(LampFault.class, () -> lamps.show(Colour.DARK));
    assertTrue(fault.getMessage().startsWith("lamp board PCA9685 at 0x41"), fault.getMessage());
  }

  @Test
  void closeGivesTheBusBack() {
    lamps.close();
    assertTrue(board.closed());
  }
}
