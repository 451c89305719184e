package iyagi.service;

import iyagi.motion.JointProfile;
import iyagi.settings.RobotProfile;
import iyagi.settings.Servos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A note for whoever has to let the servos go after this program has been killed (the service's
 * ExecStopPost, firmware-config/systemd/let-go): which they are, in a file that needs no Java.
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

  /** "i2c 1 0x40", or "pwm 0 1" for channel 1 of pwmchip0. */
  static List<String> lines(RobotProfile robot) {
    return switch (robot.servos()) {
      case Servos.Pca9685 board ->
          List.of("i2c " + board.bus() + " 0x" + Integer.toHexString(board.address()));
      case Servos.Pwm(int chip, _) ->
          robot.joints().stream()
              .map(JointProfile::channel)
              .map(channel -> "pwm " + chip + " " + channel)
              .toList();
      case Servos.Simulated _, Servos.None _ -> List.of();
    };
  }
}
