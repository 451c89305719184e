package iyagi.service;

import iyagi.motion.Joint;
import iyagi.performance.PerformanceEvent;
import iyagi.performance.PerformanceEvent.Ending;
import iyagi.settings.RobotProfile;
import iyagi.story.Page;
import iyagi.story.Step;
import iyagi.story.Story;
import iyagi.words.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A reading in a librarian's words. */
public final class Told {
  private Told() {}

  /** What is going to be read, by whom and under which licence. */
  public static Sentence opening(Story story, RobotProfile robot) {
    return Sentence.of(
        "Reading '{0}'{1}, {2}, on: {3}",
        story.title(), credits(story), Minutes.of(story), robot.title());
  }

  private static Sentence credits(Story story) {
    Sentence byline = byline(story);
    return byline.isEmpty() ? Sentence.NOTHING : Sentence.of(" {0}", byline);
  }

  /** "by Iyagi (CC BY 4.0)", with whoever else is named; nothing if nobody is. */
  public static Sentence byline(Story story) {
    List<Sentence> people = new ArrayList<>();
    story.credits().author().ifPresent(author -> people.add(Sentence.of("by {0}", author)));
    story
        .credits()
        .entries()
        .forEach(
            (key, value) -> {
              if (!key.equals("author") && !key.equals("license")) {
                people.add(Sentence.of("{0}: {1}", credit(key), value));
              }
            });
    List<Sentence> all = new ArrayList<>();
    if (!people.isEmpty()) {
      all.add(Sentence.joined(", ", people));
    }
    story.credits().license().ifPresent(license -> all.add(Sentence.of("({0})", license)));
    return Sentence.joined(" ", all);
  }

  /** What somebody has done for a story; of other keys the author's own word. */
  private static Sentence credit(String key) {
    return switch (key) {
      case "illustration" -> Sentence.of("illustration");
      case "translation" -> Sentence.of("translation");
      case "adaptation" -> Sentence.of("adaptation");
      case "source" -> Sentence.of("source");
      case "copyright" -> Sentence.of("copyright");
      case "publisher" -> Sentence.of("publisher");
      case "editor" -> Sentence.of("editor");
      case "contributor" -> Sentence.of("contributor");
      default -> Sentence.plain(key);
    };
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
          part(event).map(Sentence::toString).orElse("");
      case PerformanceEvent.QuestionAnswered _ -> "   (answered)";
      case PerformanceEvent.Started _, PerformanceEvent.Sounding _, PerformanceEvent.Ended _ -> "";
    };
  }

  /** A part that has failed or works again; nothing for all that belongs to the story. */
  public static Optional<Sentence> part(PerformanceEvent event) {
    return switch (event) {
      case PerformanceEvent.MotionLost(Sentence reason) -> Optional.of(reason);
      case PerformanceEvent.LightLost(Sentence reason) -> Optional.of(reason);
      case PerformanceEvent.MotionBack _ -> Optional.of(Sentence.of("The movement is back."));
      case PerformanceEvent.JointRests(Joint joint) ->
          Optional.of(
              Sentence.of(
                  "The part '{0}' has worked for long enough and rests for a few minutes, so that its"
                      + " servo stays cool; everything else goes on. (duty-percent in the robot's"
                      + " profile)",
                  named(joint)));
      case PerformanceEvent.LightBack _ -> Optional.of(Sentence.of("The light is back."));
      case PerformanceEvent.SoundLost(Sentence reason) ->
          Optional.of(
              Sentence.of(
                  "The sound is lost: {0}. The reading goes on in silence; the sound is tried again"
                      + " every 2 s.",
                  reason));
      case PerformanceEvent.SoundBack(Sentence name) ->
          Optional.of(Sentence.of("The sound is back: {0}.", name));
      case PerformanceEvent.SoundMissing(String what, Sentence reason) ->
          Optional.of(Sentence.of("'{0}' cannot be heard: {1}", what, reason));
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

  private static Sentence named(Joint joint) {
    return switch (joint) {
      case MOUTH -> Sentence.of("mouth");
      case HEAD_YAW -> Sentence.of("head-yaw");
      case HEAD_PITCH -> Sentence.of("head-pitch");
      case HEAD_ROLL -> Sentence.of("head-roll");
      case LEFT_ARM -> Sentence.of("left-arm");
      case RIGHT_ARM -> Sentence.of("right-arm");
      case EYELIDS -> Sentence.of("eyelids");
      case WAIST -> Sentence.of("waist");
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
  public static Sentence ending(Ending ending) {
    return switch (ending) {
      case COMPLETED -> Sentence.of("Read to the end.");
      case STOPPED -> Sentence.of("Stopped.");
      case HALTED -> Sentence.of("Halted: the robot is silent and lets go of its joints.");
      case FAILED ->
          Sentence.of(
              "The reading failed; the robot is silent and lets go of its joints. The message above"
                  + " says why.");
    };
  }
}
