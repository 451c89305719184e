package iyagi.light.spidev;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.light.LampFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SpiDeviceIT {
  @TempDir Path folder;

  @Test
  void aBusThatIsNotThereIsToldWithWhatToDo() {
    String message =
        assertThrows(LampFault.class, () -> Apa102Lamps.open(6, 1, 12, 8)).getMessage();
    assertTrue(
        message.startsWith(
            "strip of 12 lamps on /dev/spidev6.1: /dev/spidev6.1 cannot be opened (there is no"
                + " such device; switch SPI on"),
        message);
    assertEquals(1, message.lines().count(), message);
  }

  @Test
  void aFileThatIsNoBusIsToldBeforeAnythingIsWritten() throws IOException {
    Path file = Files.createFile(folder.resolve("spidev"));
    String message =
        assertThrows(IOException.class, () -> SpiDevice.open(file.toString())).getMessage();
    assertTrue(message.contains("is no SPI bus (error 25)"), message);
    assertEquals(0, Files.size(file));
  }
}
