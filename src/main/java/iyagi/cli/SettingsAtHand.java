package iyagi.cli;

import iyagi.service.Desk;
import iyagi.settings.ProfileResult;
import iyagi.settings.RobotProfile;
import iyagi.settings.RobotSettings;
import iyagi.settings.SettingsReader;
import iyagi.settings.SettingsResult;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the settings of the robot that a command is about to use. */
final class SettingsAtHand {
  private SettingsAtHand() {}

  /**
   * The settings in a file; what is wrong is told, and then there are none.
   *
   * @param words a file, or "" for this robot's own; where that is not there, a robot for itself
   */
  static Optional<RobotSettings> find(Desk desk, String words, PrintWriter err) {
    return switch (read(desk, words)) {
      case SettingsResult.Read(RobotSettings settings) -> Optional.of(settings);
      case SettingsResult.Rejected(List<String> problems) -> {
        problems.forEach(err::println);
        Complaint.say(err, "The robot's settings have to be mended first: " + file(desk, words));
        yield Optional.empty();
      }
    };
  }

  /** Words of the sound device's name: as typed, else as in the settings, else in the profile. */
  static String sound(String typed, RobotSettings settings, RobotProfile profile) {
    return sound(typed, new SettingsResult.Read(settings), new ProfileResult.Read(profile));
  }

  /** The same where settings or profile may have to be mended first; then they say nothing. */
  static String sound(String typed, SettingsResult settings, ProfileResult profile) {
    String set = settings instanceof SettingsResult.Read read ? read.settings().sound() : "";
    String usual = profile instanceof ProfileResult.Read read ? read.profile().sound() : "";
    return Stream.of(typed, set, usual).filter(words -> !words.isEmpty()).findFirst().orElse("");
  }

  /** The same for a command that does without the settings where they have to be mended. */
  static String sound(Desk desk, String typed, RobotProfile profile) {
    return sound(typed, read(desk, ""), new ProfileResult.Read(profile));
  }

  /** As {@link #find}, with what is wrong. */
  static SettingsResult read(Desk desk, String words) {
    Path file = file(desk, words);
    return words.isEmpty() && !Files.exists(file)
        ? new SettingsResult.Read(RobotSettings.alone())
        : SettingsReader.read(file);
  }

  private static Path file(Desk desk, String words) {
    return words.isEmpty() ? desk.places().settings() : Path.of(words);
  }
}
