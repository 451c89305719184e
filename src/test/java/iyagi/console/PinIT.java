package iyagi.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The PIN and the one-time code on the disk. */
final class PinIT {
  @TempDir private Path folder;
  private Pin pin;

  @BeforeEach
  void open() {
    pin = new Pin(folder.resolve("console"), new SecureRandom());
  }

  @Test
  void onlyThePinThatWasSetMatchesAndItStandsNowhere() throws IOException {
    pin.set("20261125");
    assertTrue(pin.set());
    assertTrue(pin.matches("20261125"));
    assertFalse(pin.matches("20261126"));
    assertFalse(pin.matches(""));
    String kept = Files.readString(folder.resolve("console/pin"));
    assertFalse(kept.contains("20261125"), kept);
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(
            Files.getPosixFilePermissions(folder.resolve("console/pin"))));
  }

  @Test
  void aPinHasSixToTwelveDigits() {
    for (String wrong :
        new String[] {"", "12345", "1234567890123", "abcdef", "123 456", "１２３４５６"}) {
      assertThrows(IllegalArgumentException.class, () -> pin.set(wrong), wrong);
    }
    assertFalse(pin.set());
  }

  @Test
  void theCodeStaysUntilAPinIsSetAndIsAnotherAfterAReset() throws IOException {
    String code = pin.code();
    assertTrue(code.matches("[0-9]{6}"), code);
    assertEquals(code, pin.code());
    pin.set("123456");
    assertFalse(Files.exists(folder.resolve("console/one-time-code")));
    pin.reset();
    assertFalse(pin.set());
    assertNotEquals(code, pin.code(), "one in a million");
  }

  @Test
  void aDamagedFileIsSaidToBeDamagedAndLetsNobodyIn() throws IOException {
    pin.set("123456");
    Files.writeString(folder.resolve("console/pin"), "123456\n");
    IOException damaged = assertThrows(IOException.class, () -> pin.matches("123456"));
    assertTrue(damaged.getMessage().contains("iyagi pin --reset"), damaged.getMessage());
  }
}
