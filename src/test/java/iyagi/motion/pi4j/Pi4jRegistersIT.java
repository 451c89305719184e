package iyagi.motion.pi4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.motion.ServoFault;
import org.junit.jupiter.api.Test;

final class Pi4jRegistersIT {
  @Test
  void aBusThatIsNotThereIsToldWithWhatToDo() {
    ServoFault fault = assertThrows(ServoFault.class, () -> Pca9685ServoBus.open(22, 0x40, 25e6));
    String message = fault.getMessage();
    assertTrue(
        message.startsWith(
            "servo board PCA9685 at 0x40 on I2C bus 22: I2C bus 22 cannot be opened ("),
        message);
    assertTrue(message.contains("raspi-config"), message);
    assertTrue(message.contains("simulated robot"), message);
    assertEquals(1, message.lines().count(), message);
  }
}
