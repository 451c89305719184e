package iyagi.dist;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.dist.Program.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is installed beside the program: the unit of the service manager, and its last resort. */
final class ServiceFilesIT {
  private static final Path UNIT = Path.of("firmware-config/systemd/iyagi.service");
  private static final Path LET_GO = Path.of("firmware-config/systemd/let-go");

  @TempDir private Path folder;

  private Path script(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void theServiceManagerUnderstandsEveryLineOfItsUnit() throws IOException, InterruptedException {
    String analyze = Program.needs("systemd-analyze");
    Path program = script("iyagi", "#!/bin/sh\n");
    String text = Files.readString(UNIT);
    assertTrue(text.contains("ExecStart=/opt/iyagi/bin/iyagi serve\n"), text);
    Path unit =
        Files.writeString(
            folder.resolve("iyagi.service"),
            text.replace("ExecStart=/opt/iyagi/bin/iyagi", "ExecStart=" + program));
    Outcome verified = Program.run(Map.of(), analyze, "verify", "--man=no", unit.toString());
    assertEquals("", verified.out() + verified.err());
    assertEquals(0, verified.code());
  }

  private Outcome letGo(String note) throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("servos"), note);
    return Program.run(
        Map.of(
            "IYAGI_SPI",
            folder.toString(),
            "PATH",
            folder + ":/usr/bin:/bin",
            "LOG",
            folder.resolve("log").toString(),
            "IYAGI_PWM",
            folder.resolve("pwm").toString()),
        "/bin/sh",
        LET_GO.toString(),
        file.toString());
  }

  @Test
  void theLastResortSwitchesEveryOutputOfEveryBoardOff() throws IOException, InterruptedException {
    script("i2cset", "#!/bin/sh\necho \"$@\" >> \"$LOG\"\n");
    Outcome outcome = letGo("i2c 1 0x40\ni2c 3 0x43\n");
    assertEquals(0, outcome.code(), outcome.err());
    assertEquals(
        "-y 1 0x40 0xfd 0x10\n-y 3 0x43 0xfd 0x10\n", Files.readString(folder.resolve("log")));
  }

  @Test
  void theLastResortStopsPulsePins() throws IOException, InterruptedException {
    Path pin = Files.createDirectories(folder.resolve("pwm/pwmchip0/pwm1"));
    Files.writeString(pin.resolve("duty_cycle"), "1500000");
    assertEquals(0, letGo("pwm 0 1\n").code());
    assertEquals("0\n", Files.readString(pin.resolve("duty_cycle")));
  }

  @Test
  void theLastResortDarkensAStrip() throws IOException, InterruptedException {
    Path strip = Files.writeString(folder.resolve("spidev0.1"), "");
    assertEquals(0, letGo("spi 0 1 20\n").code());
    // Four bytes of start, twenty lamps, four bytes of reset, half a bit for each lamp.
    byte[] dark = new byte[4 + 20 * 4 + 4 + 2];
    for (int lamp = 0; lamp < 20; lamp++) {
      dark[4 + lamp * 4] = (byte) 0xe0;
    }
    assertArrayEquals(dark, Files.readAllBytes(strip));
  }

  @Test
  void theLastResortGoesOnAfterABoardThatDoesNotAnswerAndSaysWhatToDo()
      throws IOException, InterruptedException {
    script("i2cset", "#!/bin/sh\necho \"$@\" >> \"$LOG\"\n[ \"$3\" != 0x40 ] || exit 1\n");
    Outcome outcome = letGo("i2c 1 0x40\ni2c 1 0x43\n");
    assertEquals(1, outcome.code());
    assertEquals(
        "The board at 0x40 on I2C bus 1 could not be let go; switch its supply off.\n",
        outcome.err());
    assertTrue(Files.readString(folder.resolve("log")).contains("0x43"));
  }

  @Test
  void withoutANoteNothingHasToBeLetGo() throws IOException, InterruptedException {
    Outcome outcome =
        Program.run(Map.of(), "/bin/sh", LET_GO.toString(), folder.resolve("none").toString());
    assertEquals("0", outcome.code() + outcome.err() + outcome.out());
  }
}
