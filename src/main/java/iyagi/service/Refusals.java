package iyagi.service;

import iyagi.report.Refusal;

/** Why the robot does not do what it was asked, in words. */
public final class Refusals {
  private Refusals() {}

  /** To stand behind "it was not started: ". */
  public static String words(Refusal refusal) {
    return switch (refusal) {
      case RETAINED -> "the library's server kept it for later, which it must not";
      case NO_EXPIRY -> "the library's server did not say until when it is wanted";
      case UNKNOWN_TYPE -> "this robot does not know how to do that";
      case EXPIRED -> "it came too late";
      case BAD_ARGS -> "what was asked for is not complete or not possible";
      case UNKNOWN_STORY -> "there is no such story here; see: iyagi stories";
      case HAS_MISTAKES -> "the story has mistakes; see: iyagi check";
      case NEEDS_VOICE -> "nobody here speaks its language yet";
      case NOT_READING -> "nothing is being read";
      case OUTSIDE_HOURS -> "the library is closed now";
      case NOT_ALLOWED -> "the robot's settings do not allow it";
      case BEING_ADJUSTED -> "the robot is being adjusted; see the page Robot";
    };
  }
}
