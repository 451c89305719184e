package iyagi.service;

import iyagi.motion.JointProfile;
import iyagi.settings.Lights;
import iyagi.settings.RobotProfile;
import iyagi.settings.Servos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A note for whoever has to let the servos go and darken the lamps after this program has been
 * killed (the service's ExecStopPost, firmware-config/systemd/let-go): which they are, in a file
 * that needs no Java.
 */
public final class LastResort {
  private LastResort() {}

  /**
   * Leaves the note in a folder that is cleared when the service has ended.
   *
   * @throws IOException if it cannot be written
   */
  public static void note(Path folder, RobotProfile robot) throws IOException {
    Files.write(folder.resolve("servos"), lines(robot));
  }

  /** What moves first, then what shines: plain lamps go out by themselves with their pins. */
  static List<String> lines(RobotProfile robot) {
    return Stream.concat(servos(robot).stream(), lamps(robot.lights()).stream()).toList();
  }

  /** "i2c 1 0x40", or "pwm 0 1" for channel 1 of pwmchip0. */
  private static List<String> servos(RobotProfile robot) {
    return switch (robot.servos()) {
      case Servos.Pca9685 board -> List.of(board(board.bus(), board.address()));
      case Servos.Pwm(int chip, _) ->
          robot.joints().stream()
              .map(JointProfile::channel)
              .map(channel -> "pwm " + chip + " " + channel)
              .toList();
      case Servos.Simulated _, Servos.None _ -> List.of();
    };
  }

  /** "i2c 1 0x41", or "spi 0 1 24" for 24 lamps on /dev/spidev0.1. */
  private static List<String> lamps(Lights lights) {
    return switch (lights) {
      case Lights.Pca9685 lamps -> List.of(board(lamps.bus(), lamps.address()));
      case Lights.Apa102 strip ->
          List.of("spi " + strip.bus() + " " + strip.select() + " " + strip.count());
      case Lights.Gpio _, Lights.Simulated _, Lights.None _ -> List.of();
    };
  }

  private static String board(int bus, int address) {
    return "i2c " + bus + " 0x" + Integer.toHexString(address);
  }
}
