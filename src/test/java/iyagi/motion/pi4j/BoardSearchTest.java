package iyagi.motion.pi4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class BoardSearchTest {
  @Test
  void aBoardAtAnotherAddressIsNamed() {
    assertEquals(
        "something answers at 0x41; if that is this board, write its address into the robot's"
            + " profile",
        BoardSearch.words(Set.of(0x41, 0x70)::contains).toString());
    assertTrue(
        BoardSearch.words(Set.of(0x43, 0x77, 0x70, 0x3f, 0x78)::contains)
            .toString()
            .startsWith("something answers at 0x43 and 0x77;"));
  }

  @Test
  void anEmptyBusIsToldAsOne() {
    assertEquals(
        "nothing answers at 0x40..0x77 of that bus", BoardSearch.words(_ -> false).toString());
  }

  @Test
  void whoMayNotUseTheBusIsToldWhichGroupToJoin() {
    String words = Pi4jRegisters.forbidden(Path.of("/dev/i2c-1")).toString();
    assertTrue(words.startsWith("/dev/i2c-1 may not be read and written by the user '"), words);
    assertTrue(words.contains("sudo usermod -aG i2c "), words);
  }
}
