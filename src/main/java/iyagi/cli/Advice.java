package iyagi.cli;

import iyagi.motion.Gestures;
import iyagi.motion.Joint;
import iyagi.motion.JointProfile;
import iyagi.settings.RobotProfile;
import iyagi.story.Direction;
import iyagi.story.Problem;
import iyagi.story.Step;
import iyagi.story.Story;
import iyagi.words.Sentence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What works in a story, but will disappoint on the robot at hand. */
final class Advice {
  /**
   * A voice's own pace is as fast as toddlers follow; more than this on top of it is worth a word.
   */
  private static final double BRISK = 1.05;

  private final String file;
  private final RobotProfile robot;
  private final Set<Joint> joints;
  private final Set<String> told = new HashSet<>();
  private final List<Problem> advice = new ArrayList<>();

  private Advice(String file, RobotProfile robot) {
    this.file = file;
    this.robot = robot;
    joints = robot.joints().stream().map(JointProfile::joint).collect(Collectors.toSet());
  }

  /** The warnings for a story, in order of their place. */
  static List<Problem> of(Story story, String file, RobotProfile robot) {
    Advice advice = new Advice(file, robot);
    story.pages().stream().flatMap(page -> page.steps().stream()).forEach(advice::step);
    return advice.advice;
  }

  private void step(Step step) {
    switch (step) {
      case Step.Line line -> line(line);
      case Step.Question question ->
          Stream.of(question.ask(), question.hint(), question.say())
              .flatMap(List::stream)
              .forEach(this::line);
      case Step.Act(Direction direction) -> direction(direction, 0);
      case Step.Pause _, Step.Choice _, Step.GrownUps _ -> {}
    }
  }

  private void line(Step.Line line) {
    line.marks().forEach(mark -> direction(mark.direction(), line.source()));
    if (line.rate() > BRISK) {
      warn(
          line.source(),
          "rate {0}% is faster than toddlers follow; a voice's own pace, 100%, is about 124 words a"
              + " minute",
          Math.round(line.rate() * 100));
    }
  }

  private void direction(Direction direction, int source) {
    if (direction instanceof Direction.Gesture(String name) && told.add(name)) {
      Set<Joint> needed = Gestures.named(name).orElseThrow().movement().joints();
      if (Collections.disjoint(needed, joints)) {
        warn(
            source,
            "'{0}' cannot be seen on '{1}': it has no {2}",
            name.replace('_', ' '),
            robot.title(),
            needed.stream().map(Joint::key).collect(Collectors.joining(", no ")));
      }
    }
  }

  private void warn(int line, String text, Object... parts) {
    advice.add(new Problem(Problem.Severity.WARNING, file, line, 0, Sentence.of(text, parts)));
  }
}
