package iyagi.story;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the tests of this room read with. */
final class Stories {
  /** The names that the robot understands. */
  static final Vocabulary ROBOT =
      new Vocabulary(
          Set.of(
              "nod",
              "shake",
              "wave",
              "clap",
              "hug",
              "look_up",
              "look_down",
              "look_left",
              "look_right",
              "peek",
              "bow",
              "stretch",
              "sleep",
              "dance",
              "yawn",
              "think",
              "jump",
              "shrug",
              "point",
              "listen",
              "cheer"),
          Set.of(
              "narrator",
              "bear",
              "giant",
              "fox",
              "grandma",
              "grandpa",
              "child",
              "mouse",
              "robot",
              "ghost",
              "cat",
              "frog",
              "owl",
              "whisper",
              "wolf",
              "bird",
              "mother",
              "father"),
          Set.of(
              "neutral",
              "whispering",
              "shouting",
              "happy",
              "excited",
              "sad",
              "angry",
              "scared",
              "sleepy"),
          Set.of("yellow", "orange", "red", "green", "blue", "purple", "pink", "white", "warm"),
          Set.of(
              "chime",
              "bell",
              "wind",
              "rain",
              "knock",
              "pop",
              "drum",
              "splash",
              "birds",
              "heartbeat"));

  /** A licence, so that nothing is warned of that a test is not about. */
  static final String TOP = "---\nlicense: CC BY 4.0\n---\n# T\n\n## One\n";

  /** Lines above the first line of a page below {@link #TOP}. */
  static final int TOP_LINES = 6;

  private Stories() {}

  static ReadResult result(String text) {
    return new StoryReader(ROBOT).read("test", "test.md", Optional.of(Locale.ENGLISH), text);
  }

  static Story story(String text) {
    ReadResult result = result(text);
    assertTrue(result instanceof ReadResult.Read, () -> "rejected: " + result.problems());
    return ((ReadResult.Read) result).story();
  }

  /** The steps of the first page with this text below its heading. */
  static List<Step> steps(String page) {
    return story(TOP + page).pages().getFirst().steps();
  }

  static List<String> problems(String text) {
    return result(text).problems().stream().map(Problem::toString).toList();
  }

  static List<String> lines(List<Step> steps) {
    return steps.stream()
        .filter(Step.Line.class::isInstance)
        .map(step -> ((Step.Line) step).text())
        .toList();
  }
}
