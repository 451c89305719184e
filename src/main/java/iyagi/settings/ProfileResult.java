package iyagi.settings;

import java.util.List;

/** What became of reading a robot profile. */
public sealed interface ProfileResult {
  /** Everything is in order. */
  record Read(RobotProfile profile) implements ProfileResult {}

  /**
   * Something has to be mended first.
   *
   * @param problems all of them in order of their place, each "file:line: what, and what to do"
   */
  record Rejected(List<String> problems) implements ProfileResult {
    /** Copies the problems. */
    public Rejected {
      problems = List.copyOf(problems);
    }
  }
}
