package iyagi.motion.pi4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.motion.ServoBus;
import iyagi.motion.ServoBusContract;
import iyagi.motion.ServoFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SysfsPwmServoBusIT extends ServoBusContract {
  @TempDir Path folder;

  private Path chip;
  private SysfsPwmServoBus bus;

  @BeforeEach
  void chipWithThreeChannels() throws IOException {
    chip = folder.resolve("pwmchip0");
    for (int channel = 0; channel < 3; channel++) {
      Path pwm = Files.createDirectories(chip.resolve("pwm" + channel));
      for (String file : new String[] {"period", "duty_cycle", "enable"}) {
        Files.writeString(pwm.resolve(file), "0");
      }
    }
    Files.writeString(chip.resolve("export"), "");
    bus = new SysfsPwmServoBus(chip, Set.of(0, 1, 2));
  }

  private String text(String file) {
    try {
      return Files.readString(chip.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected ServoBus bus() {
    return bus;
  }

  @Override
  protected double sent(int channel) {
    return Long.parseLong(text("pwm" + channel + "/duty_cycle")) / 1000.0;
  }

  @Override
  protected double stepMicros() {
    return 0.001;
  }

  @Override
  protected void unplug() {
    move(chip, folder.resolve("gone"));
  }

  @Override
  protected void plug() {
    move(folder.resolve("gone"), chip);
  }

  private static void move(Path from, Path to) {
    try {
      Files.move(from, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void beatsFiftyTimesASecondInNanoseconds() {
    bus.write(new double[] {1501, 0, 0});
    assertEquals("20000000", text("pwm0/period"));
    assertEquals("1501000", text("pwm0/duty_cycle"));
    assertEquals("1", text("pwm0/enable"));
  }

  @Test
  void aServoNeverGetsAPulseThatNoServoTakes() {
    bus.write(new double[] {1, 1e9, Double.NaN});
    assertEquals(400, sent(0));
    assertEquals(2600, sent(1));
    assertEquals(0, sent(2));
  }

  @Test
  void aChannelThatWasLostIsSetAnew() throws IOException {
    unplug();
    assertThrows(ServoFault.class, () -> bus.write(new double[] {1500, 0, 0}));
    plug();
    Files.writeString(chip.resolve("pwm0/enable"), "0");
    bus.write(new double[] {1500, 0, 0});
    assertEquals("1", text("pwm0/enable"));
    assertEquals(1500, sent(0));
  }

  @Test
  void aChipThatIsNotThereIsToldWithWhatToDo() {
    ServoFault fault =
        assertThrows(
            ServoFault.class, () -> new SysfsPwmServoBus(folder.resolve("pwmchip9"), Set.of(0)));
    assertTrue(fault.getMessage().contains("pwmchip9"), fault.getMessage());
    assertTrue(fault.getMessage().contains("dtoverlay=pwm-2chan"), fault.getMessage());
  }
}
