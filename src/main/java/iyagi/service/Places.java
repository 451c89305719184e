package iyagi.service;

import java.nio.file.Path;

/**
 * Where things lie on this machine.
 *
 * @param stories the robot's stories
 * @param robots robot profiles
 * @param data what the robot makes itself: prepared speech, recordings, its memory
 * @param settings the robot's settings file
 */
public record Places(Path stories, Path robots, Path data, Path settings) {
  /** Stories that were added to those that came with the program. */
  public Path added() {
    return data.resolve("stories");
  }

  /** What people are just bringing; nothing in it outlives the program. */
  public Path incoming() {
    return data.resolve("incoming");
  }

  /** Which card is which story. */
  public Path cards() {
    return data.resolve("cards.jsonl");
  }

  /** Where the servos of a robot of that id were let go. */
  public Path parked(String robot) {
    return data.resolve("parked").resolve(robot + ".txt");
  }

  /** What was measured on a robot of that id. */
  public Path calibration(String robot) {
    return data.resolve("calibration").resolve(robot + ".yaml");
  }

  /** The reading programme. */
  public Path programme() {
    return data.resolve("programme.json");
  }

  /** What became of the programme's occasions. */
  public Path programmeJournal() {
    return data.resolve("programme-journal.json");
  }

  /** Prepared speech. */
  public Path speech() {
    return data.resolve("speech");
  }

  /** Readings as WAV and drawing. */
  public Path readings() {
    return data.resolve("readings");
  }

  /** How the library says words. */
  public Path pronunciations() {
    return data.resolve("pronunciations.yaml");
  }

  /** With which volume the robot begins. */
  public Path volume() {
    return data.resolve("volume.yaml");
  }

  /** How loud the robot is, as it was measured. */
  public Path loudness() {
    return data.resolve("loudness.yaml");
  }
}
