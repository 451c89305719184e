package iyagi.settings;

import java.nio.file.Path;

/** Reads robot profiles ({@code firmware-config/robots/*.yaml}). */
public final class RobotProfiles {
  private RobotProfiles() {}

  /**
   * Reads and checks a profile completely.
   *
   * @return the profile, or every problem at once; never throws because of what is in the file
   */
  public static ProfileResult read(Path file) {
    Problems problems = new Problems(String.valueOf(file.getFileName()));
    return YamlFile.read(file, problems)
        .flatMap(keys -> new ProfileReader(problems).read(keys))
        .<ProfileResult>map(ProfileResult.Read::new)
        .orElseGet(() -> new ProfileResult.Rejected(problems.inEnglish()));
  }
}
