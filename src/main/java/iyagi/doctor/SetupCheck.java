package iyagi.doctor;

import iyagi.service.Release;
import iyagi.settings.ProfileResult;
import iyagi.settings.RobotProfile;
import iyagi.settings.RobotSettings;
import iyagi.settings.SettingsResult;
import java.util.List;

/** Looks at what people have written down for this robot. */
final class SetupCheck {
  private final Patient patient;

  SetupCheck(Patient patient) {
    this.patient = patient;
  }

  List<Finding> program() {
    return List.of(
        Finding.of(
            Part.PROGRAM,
            Verdict.WORKS,
            "here",
            Release.version(),
            Runtime.version(),
            System.getProperty("os.name") + " " + System.getProperty("os.arch")));
  }

  List<Finding> settings() {
    return switch (patient.settings()) {
      case SettingsResult.Read(RobotSettings settings) ->
          List.of(
              Finding.of(
                  Part.SETTINGS,
                  Verdict.WORKS,
                  "good",
                  patient.desk().places().settings(),
                  settings.zone()));
      case SettingsResult.Rejected(List<String> problems) ->
          problems.stream()
              .map(problem -> Finding.of(Part.SETTINGS, Verdict.BROKEN, "wrong", problem))
              .toList();
    };
  }

  List<Finding> profile() {
    return switch (patient.profile()) {
      case ProfileResult.Read(RobotProfile profile) ->
          List.of(
              Finding.of(
                  Part.PROFILE, Verdict.WORKS, "good", profile.title(), profile.joints().size()));
      case ProfileResult.Rejected(List<String> problems) ->
          problems.stream()
              .map(problem -> Finding.of(Part.PROFILE, Verdict.BROKEN, "wrong", problem))
              .toList();
    };
  }
}
