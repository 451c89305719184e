package iyagi.report;

import java.util.Locale;

/** Why a command is not carried out; the contract knows no other reason. */
public enum Refusal {
  /** The broker kept it for later, which a command must not be. */
  RETAINED,
  /** Without an end in time it could be done long after it was meant. */
  NO_EXPIRY,
  UNKNOWN_TYPE,
  /** By its sender's own words it comes too late. */
  EXPIRED,
  /** An argument is missing or out of range. */
  BAD_ARGS,
  /** Not on this robot, or not in that language. */
  UNKNOWN_STORY,
  HAS_MISTAKES,
  /** Nobody here speaks the story's language. */
  NEEDS_VOICE,
  NOT_READING,
  OUTSIDE_HOURS,
  /** The robot's own settings forbid it. */
  NOT_ALLOWED,
  /** Somebody is measuring its joints. */
  BEING_ADJUSTED;

  /** As results write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
