package iyagi.cli;

import java.nio.file.Path;

/**
 * Where things lie on this machine.
 *
 * @param stories the robot's stories
 * @param robots robot profiles
 * @param data what the robot makes itself: prepared speech, recordings
 */
public record Places(Path stories, Path robots, Path data) {
  /** Prepared speech. */
  public Path speech() {
    return data.resolve("speech");
  }

  /** Readings as WAV and drawing. */
  public Path readings() {
    return data.resolve("readings");
  }
}
