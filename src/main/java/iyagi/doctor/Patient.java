package iyagi.doctor;

import iyagi.service.Desk;
import iyagi.settings.ProfileResult;
import iyagi.settings.RobotProfile;
import iyagi.settings.RobotSettings;
import iyagi.settings.SettingsResult;
import java.util.Optional;

/**
 * The robot that is looked at.
 *
 * @param desk what it works with
 * @param profile its make, as far as it can be read
 * @param settings how it is set up, as far as they can be read
 * @param sound words of its sound device's name; "" for the first one
 */
public record Patient(Desk desk, ProfileResult profile, SettingsResult settings, String sound) {
  Optional<RobotProfile> make() {
    return profile instanceof ProfileResult.Read(RobotProfile read)
        ? Optional.of(read)
        : Optional.empty();
  }

  /** Its settings; those of a robot for itself where they have mistakes. */
  RobotSettings setUp() {
    return settings instanceof SettingsResult.Read(RobotSettings read)
        ? read
        : RobotSettings.alone();
  }
}
