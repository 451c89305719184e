package iyagi.motion.pi4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.motion.ServoFault;
import org.junit.jupiter.api.Test;

final class GpiodOutputGateIT {
  @Test
  void aPinThatCannotBeTakenIsToldWithWhatToDo() {
    ServoFault fault = assertThrows(ServoFault.class, () -> GpiodOutputGate.open("gpiochip99", 4));
    String message = fault.getMessage();
    assertTrue(message.startsWith("safety line GPIO 4 cannot be taken ("), message);
    assertTrue(message.contains("nothing moves without it"), message);
    assertTrue(message.contains("group gpio"), message);
    assertEquals(1, message.lines().count(), message);
  }
}
