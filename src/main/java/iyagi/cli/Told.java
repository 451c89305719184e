package iyagi.cli;

import iyagi.performance.PerformanceEvent;
import iyagi.performance.PerformanceEvent.Ending;
import iyagi.settings.RobotProfile;
import iyagi.story.Story;

/** A reading in a librarian's words. */
final class Told {
  private Told() {}

  /** What is going to be read, by whom and under which licence. */
  static String opening(Story story, RobotProfile robot) {
    StringBuilder text = new StringBuilder("Reading '" + story.title() + "'");
    story.credits().author().ifPresent(author -> text.append(" by ").append(author));
    story.credits().license().ifPresent(license -> text.append(" (").append(license).append(")"));
    return text.append(", ")
        .append(Minutes.of(story))
        .append(", on: ")
        .append(robot.title())
        .toString();
  }

  /** One event, or "" if it is not worth a line. */
  static String event(PerformanceEvent event) {
    return switch (event) {
      case PerformanceEvent.PageReached(int page) -> "-- page " + page;
      case PerformanceEvent.LineReached(_, String role, String text) ->
          (role.isEmpty() ? "" : role + ": ") + text;
      case PerformanceEvent.QuestionAsked _ -> "   (waiting for an answer)";
      case PerformanceEvent.Chosen(int page, boolean byButton) ->
          "   (" + (byButton ? "chosen" : "nobody chose") + ": on to page " + page + ")";
      case PerformanceEvent.Paused _ -> "   (paused)";
      case PerformanceEvent.Resumed _ -> "   (going on)";
      case PerformanceEvent.WaitingForSpeech _ -> "   (preparing the next line)";
      case PerformanceEvent.SoundMissing(String what, String reason) ->
          "'" + what + "' cannot be heard: " + reason;
      case PerformanceEvent.MotionLost(String reason) -> reason;
      case PerformanceEvent.LightLost(String reason) -> reason;
      case PerformanceEvent.MotionBack _ -> "The movement is back.";
      case PerformanceEvent.Started _, PerformanceEvent.Sounding _, PerformanceEvent.Ended _ -> "";
    };
  }

  /** How it ended. */
  static String ending(Ending ending) {
    return switch (ending) {
      case COMPLETED -> "Read to the end.";
      case STOPPED -> "Stopped.";
      case HALTED -> "Halted: the robot is silent and lets go of its joints.";
      case FAILED ->
          "The reading failed; the robot is silent and lets go of its joints. The message above says why.";
    };
  }
}
