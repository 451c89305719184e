package iyagi.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.settings.Servos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One program at a time moves a robot. */
final class PossessionIT {
  @TempDir private Path folder;

  @Test
  void theSecondIsToldWhoHasItAndGetsItAfterTheFirst() throws Exception {
    try (Possession _ = Possession.take(folder)) {
      var refused = assertThrows(Possession.Refused.class, () -> Possession.take(folder));
      assertEquals(Long.toString(ProcessHandle.current().pid()), refused.holder());
      assertTrue(refused.getMessage().contains("sudo systemctl stop iyagi"), refused.getMessage());
    }
    Possession.take(folder).close();
  }

  @Test
  void whereItCannotBeAskedForNothingIsMoved() throws IOException {
    Path file = Files.writeString(folder.resolve("data"), "a file in the way");
    var refused = assertThrows(Possession.Refused.class, () -> Possession.take(file));
    assertEquals("", refused.holder());
    assertTrue(refused.getMessage().contains("Nothing is moved"), refused.getMessage());
  }

  @Test
  void onlyRealServosMatter() {
    assertTrue(Possession.matters(new Servos.Pca9685(1, 0x40, 25e6, Optional.empty())));
    assertTrue(Possession.matters(new Servos.Pwm(0, Servos.Pwm.USUAL_LINES)));
    assertFalse(Possession.matters(new Servos.Simulated()));
    assertFalse(Possession.matters(new Servos.None()));
  }
}
