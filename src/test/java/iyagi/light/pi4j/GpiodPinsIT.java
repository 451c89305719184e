package iyagi.light.pi4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.light.Colour;
import iyagi.light.LampFault;
import iyagi.light.PlainLamp;
import iyagi.time.ManualClock;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GpiodPinsIT {
  @Test
  void pinsThatAreNotThereAreToldWithWhatToDo() {
    PlainLamp lamp = new PlainLamp("eye", 23, new Colour(1, 1, 1), false);
    LampFault fault =
        assertThrows(
            LampFault.class, () -> GpiodLamps.open("gpiochip99", List.of(lamp), new ManualClock()));
    String message = fault.getMessage();
    assertTrue(message.startsWith("1 lamp on gpiochip99: the pins cannot be used ("), message);
    assertTrue(message.contains("usermod -aG gpio"), message);
    assertTrue(message.endsWith("use simulated lamps"), message);
    assertEquals(1, message.lines().count(), message);
  }
}
