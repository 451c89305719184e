package iyagi.doctor;

import java.util.Locale;

/** What a robot is made of, in the order in which it is looked at. */
public enum Part {
  /** The program itself. */
  PROGRAM,
  /** What its owner has set. */
  SETTINGS,
  /** What its maker has set. */
  PROFILE,
  /** What speaks. */
  VOICES,
  /** What is read. */
  STORIES,
  /** What is heard. */
  SOUND,
  /** What moves. */
  SERVOS,
  /** What shines. */
  LAMPS,
  /** What is pressed. */
  BUTTONS,
  /** What is laid on it. */
  CARDS,
  /** The sessions and reports that it keeps. */
  MEMORY,
  /** The way to the library. */
  BROKER,
  /** Where everything is kept. */
  DISK,
  /** What dates are taken from. */
  CLOCK,
  /** The computer inside. */
  MACHINE;

  /** For programs: "servos". */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
