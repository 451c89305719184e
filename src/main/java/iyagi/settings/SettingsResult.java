package iyagi.settings;

import java.util.List;

/** What became of reading a robot's settings. */
public sealed interface SettingsResult {
  /** Everything is in order. */
  record Read(RobotSettings settings) implements SettingsResult {}

  /**
   * Something has to be mended first.
   *
   * @param problems all of them in order of their place, each "file:line: what, and what to do"
   */
  record Rejected(List<String> problems) implements SettingsResult {
    /** Copies the problems. */
    public Rejected {
      problems = List.copyOf(problems);
    }
  }
}
