package iyagi.doctor;

import iyagi.motion.Joint;
import iyagi.service.Release;
import iyagi.settings.CalibrationFile;
import iyagi.settings.ProfileResult;
import iyagi.settings.RobotCalibration;
import iyagi.settings.RobotProfile;
import iyagi.settings.RobotSettings;
import iyagi.settings.SettingsResult;
import iyagi.words.Sentence;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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
          Stream.concat(
                  Stream.of(
                      Finding.of(
                          Part.PROFILE,
                          Verdict.WORKS,
                          "good",
                          profile.title(),
                          profile.joints().size())),
                  calibration(profile))
              .toList();
      case ProfileResult.Rejected(List<String> problems) ->
          problems.stream()
              .map(problem -> Finding.of(Part.PROFILE, Verdict.BROKEN, "wrong", problem))
              .toList();
    };
  }

  private Stream<Finding> calibration(RobotProfile profile) {
    Path file = patient.desk().places().calibration(profile.id());
    return switch (CalibrationFile.read(file, profile)) {
      case CalibrationFile.Result.Uncalibrated _ -> Stream.empty();
      case CalibrationFile.Result.Read(RobotCalibration measured) ->
          Stream.of(
              Finding.of(
                  Part.PROFILE, Verdict.WORKS, "calibrated", measured.joints().size(), file));
      case CalibrationFile.Result.Damaged(List<Sentence> problems, _, Set<Joint> still) ->
          problems.stream()
              .map(
                  problem ->
                      Finding.of(
                          Part.PROFILE, Verdict.BROKEN, "miscalibrated", problem, still.size()));
    };
  }
}
