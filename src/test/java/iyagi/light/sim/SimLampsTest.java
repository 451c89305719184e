package iyagi.light.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iyagi.light.Colour;
import iyagi.light.Lamps;
import iyagi.light.LampsContract;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SimLampsTest extends LampsContract {
  private static final Colour BLUE = new Colour(0, 0, 1);

  private final SimLamps lamps = new SimLamps();

  @Override
  protected Lamps lamps() {
    return lamps;
  }

  @Override
  protected Colour seen() {
    return lamps.shown();
  }

  @Override
  protected double tolerance() {
    return 0;
  }

  @Override
  protected void unplug() {
    lamps.unplug();
  }

  @Override
  protected void plug() {
    lamps.plug();
  }

  @Test
  void rememberWhatTheyWereTold() {
    lamps.show(BLUE);
    assertEquals(List.of(BLUE), lamps.told());
  }

  @Test
  void areDarkWhileUnplugged() {
    lamps.show(BLUE);
    lamps.unplug();
    assertEquals(Colour.DARK, lamps.shown());
  }
}
