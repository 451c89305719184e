package iyagi.service;

import iyagi.report.Refusal;
import iyagi.words.Sentence;

/** Why the robot does not do what it was asked, in words. */
public final class Refusals {
  private Refusals() {}

  /** To stand behind "it was not started: ". */
  public static Sentence words(Refusal refusal) {
    return switch (refusal) {
      case RETAINED -> Sentence.of("the library's server kept it for later, which it must not");
      case NO_EXPIRY -> Sentence.of("the library's server did not say until when it is wanted");
      case UNKNOWN_TYPE -> Sentence.of("this robot does not know how to do that");
      case EXPIRED -> Sentence.of("it came too late");
      case BAD_ARGS -> Sentence.of("what was asked for is not complete or not possible");
      case UNKNOWN_STORY -> Sentence.of("there is no such story here; see: iyagi stories");
      case HAS_MISTAKES -> Sentence.of("the story has mistakes; see: iyagi check");
      case NEEDS_VOICE -> Sentence.of("nobody here speaks its language yet");
      case NOT_READING -> Sentence.of("nothing is being read");
      case OUTSIDE_HOURS -> Sentence.of("the library is closed now");
      case NOT_ALLOWED -> Sentence.of("the robot's settings do not allow it");
      case BEING_ADJUSTED -> Sentence.of("the robot is being adjusted; see the page Robot");
    };
  }
}
