package iyagi.light.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import iyagi.light.Colour;
import iyagi.light.LampFault;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SimLampsTest {
  private static final Colour BLUE = new Colour(0, 0, 1);

  private final SimLamps lamps = new SimLamps();

  @Test
  void rememberWhatTheyWereTold() {
    lamps.show(BLUE);
    assertEquals(BLUE, lamps.shown());
    assertEquals(List.of(BLUE), lamps.told());
  }

  @Test
  void areDarkAndSaySoWhenUnplugged() {
    lamps.show(BLUE);
    lamps.unplug();
    assertEquals(Colour.DARK, lamps.shown());
    assertThrows(LampFault.class, () -> lamps.show(BLUE));
    lamps.plug();
    lamps.show(BLUE);
    assertEquals(BLUE, lamps.shown());
  }

  @Test
  void areDarkWhenClosed() {
    lamps.show(BLUE);
    lamps.close();
    lamps.close();
    assertEquals(Colour.DARK, lamps.shown());
    assertThrows(LampFault.class, () -> lamps.show(BLUE));
  }
}
