package iyagi.service;

/** Why the robot does not do what it was asked, in words. */
public final class Refusals {
  private Refusals() {}

  /** The contract's word as a sentence. */
  public static String words(String reason) {
    return switch (reason) {
      case "unknown-story" -> "there is no such story here; see: iyagi stories";
      case "has-mistakes" -> "the story has mistakes; see: iyagi check";
      case "needs-voice" -> "nobody here speaks its language yet";
      case "outside-hours" -> "the library is closed now";
      default -> reason;
    };
  }
}
