package iyagi.service;

import iyagi.motion.Joint;
import iyagi.performance.PerformanceEvent;
import iyagi.performance.PerformanceEvent.Ending;
import iyagi.settings.RobotProfile;
import iyagi.story.Page;
import iyagi.story.Step;
import iyagi.story.Story;
import java.util.Optional;

/** A reading in a librarian's words. */
public final class Told {
  private Told() {}

  /** What is going to be read, by whom and under which licence. */
  public static String opening(Story story, RobotProfile robot) {
    String byline = byline(story);
    return "Reading '%s'%s, %s, on: %s"
        .formatted(
            story.title(), byline.isEmpty() ? "" : " " + byline, Minutes.of(story), robot.title());
  }

  /** "by Iyagi (CC BY 4.0)", with whoever else is named; "" if nobody is. */
  public static String byline(Story story) {
    StringBuilder text = new StringBuilder();
    story.credits().author().ifPresent(author -> text.append("by ").append(author));
    story
        .credits()
        .entries()
        .forEach(
            (key, value) -> {
              if (!key.equals("author") && !key.equals("license")) {
                text.append(text.isEmpty() ? "" : ", ").append(key).append(": ").append(value);
              }
            });
    story
        .credits()
        .license()
        .ifPresent(
            license ->
                text.append(text.isEmpty() ? "" : " ").append("(").append(license).append(")"));
    return text.toString();
  }

  /** One event, or "" if it is not worth a line. */
  public static String event(PerformanceEvent event, Story story) {
    return switch (event) {
      case PerformanceEvent.PageReached(int page) -> page(story.pages().get(page - 1));
      case PerformanceEvent.LineReached(_, String role, String text) ->
          (role.isEmpty() ? "" : role + ": ") + text;
      case PerformanceEvent.QuestionAsked _ -> "   (waiting for an answer)";
      case PerformanceEvent.PageEnded _ -> "   (the page of the book is to be turned)";
      case PerformanceEvent.ChoiceOffered(int left, int right) ->
          "   (choose: 1 for " + named(story, left) + ", 2 for " + named(story, right) + ")";
      case PerformanceEvent.Chosen(int page, boolean byButton) ->
          "   (" + (byButton ? "chosen" : "nobody chose") + ": on to " + named(story, page) + ")";
      case PerformanceEvent.Paused _ -> "   (paused)";
      case PerformanceEvent.Resumed _ -> "   (going on)";
      case PerformanceEvent.WaitingForSpeech _ -> "   (preparing the next line)";
      case PerformanceEvent.SoundMissing _,
          PerformanceEvent.MotionLost _,
          PerformanceEvent.LightLost _,
          PerformanceEvent.MotionBack _,
          PerformanceEvent.JointRests _,
          PerformanceEvent.LightBack _,
          PerformanceEvent.SoundLost _,
          PerformanceEvent.SoundBack _ ->
          part(event).orElse("");
      case PerformanceEvent.QuestionAnswered _ -> "   (answered)";
      case PerformanceEvent.Started _, PerformanceEvent.Sounding _, PerformanceEvent.Ended _ -> "";
    };
  }

  /** A part that has failed or works again; nothing for all that belongs to the story. */
  public static Optional<String> part(PerformanceEvent event) {
    return switch (event) {
      case PerformanceEvent.MotionLost(String reason) -> Optional.of(reason);
      case PerformanceEvent.LightLost(String reason) -> Optional.of(reason);
      case PerformanceEvent.MotionBack _ -> Optional.of("The movement is back.");
      case PerformanceEvent.JointRests(Joint joint) ->
          Optional.of(
              "The part '"
                  + joint.key()
                  + "' has worked for long enough and rests for a few minutes, so that its servo"
                  + " stays cool; everything else goes on. (duty-percent in the robot's profile)");
      case PerformanceEvent.LightBack _ -> Optional.of("The light is back.");
      case PerformanceEvent.SoundLost(String reason) ->
          Optional.of(
              "The sound is lost: "
                  + reason
                  + ". The reading goes on in silence; the sound is tried again every 2 s.");
      case PerformanceEvent.SoundBack(String name) ->
          Optional.of("The sound is back: " + name + ".");
      case PerformanceEvent.SoundMissing(String what, String reason) ->
          Optional.of("'" + what + "' cannot be heard: " + reason);
      case PerformanceEvent.Started _,
          PerformanceEvent.Sounding _,
          PerformanceEvent.PageReached _,
          PerformanceEvent.LineReached _,
          PerformanceEvent.QuestionAsked _,
          PerformanceEvent.QuestionAnswered _,
          PerformanceEvent.PageEnded _,
          PerformanceEvent.ChoiceOffered _,
          PerformanceEvent.Chosen _,
          PerformanceEvent.Paused _,
          PerformanceEvent.Resumed _,
          PerformanceEvent.WaitingForSpeech _,
          PerformanceEvent.Ended _ ->
          Optional.empty();
    };
  }

  /** The page turned to, its heading, and what the author wants grown-ups to know on it. */
  private static String page(Page page) {
    StringBuilder text = new StringBuilder("-- " + named(page));
    for (Step step : page.steps()) {
      if (step instanceof Step.GrownUps(String prompt)) {
        text.append(System.lineSeparator())
            .append("   (for grown-ups: ")
            .append(prompt)
            .append(")");
      }
    }
    return text.toString();
  }

  private static String named(Story story, int page) {
    return named(story.pages().get(page - 1));
  }

  private static String named(Page page) {
    return "page " + page.number() + (page.heading().isEmpty() ? "" : ", " + page.heading());
  }

  /** How it ended. */
  public static String ending(Ending ending) {
    return switch (ending) {
      case COMPLETED -> "Read to the end.";
      case STOPPED -> "Stopped.";
      case HALTED -> "Halted: the robot is silent and lets go of its joints.";
      case FAILED ->
          "The reading failed; the robot is silent and lets go of its joints. The message above says why.";
    };
  }
}
