package iyagi.calibration;

import iyagi.calibration.Situation.Stage;
import iyagi.motion.Joint;
import iyagi.settings.RobotCalibration;
import iyagi.settings.RobotProfile;
import iyagi.words.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measuring the joints of a robot by typing, one line after the other: which line means what, and
 * what is said of it. What a line may do is {@link JointSteps}'. One thread.
 */
public final class Calibrating {
  private static final double SMALL_STEP_MICROS = 10;
  private static final long LEAD_STEP_MILLIS = 10;
  private static final int LONGEST_ECHO = 24;

  private final JointSteps steps;

  /** Where Enter goes on to; NaN if nowhere. */
  private double goal = Double.NaN;

  private boolean warnedOfLoss;

  /**
   * A robot whose joints are not powered.
   *
   * @param make with at least one joint
   * @param measured what was kept before
   * @param stands the pulses where the joints were let go last; others are taken to be at rest
   */
  public Calibrating(
      RobotProfile make,
      RobotCalibration measured,
      Map<Joint, Double> stands,
      Keeping<RobotCalibration> keeping) {
    steps = new JointSteps(make, measured, stands, (_, _) -> Reach.SERVO, keeping);
  }

  /** The pulses where the joints stand, as far as anybody knows. */
  public Map<Joint, Double> stands() {
    return steps.stands();
  }

  /** What the bench is to do from now on. */
  public Order order() {
    return steps.order();
  }

  /** Whether it has ended; nothing is powered then. */
  public boolean over() {
    return steps.over();
  }

  /** Whether a further line can be taken: nothing moves. {@code off} can be at any time. */
  public boolean ready() {
    return steps.ready();
  }

  /** What is said first. */
  public List<Say> begin() {
    List<Say> says = new ArrayList<>(List.of(Say.of("welcome", steps.drafts().count())));
    says.addAll(steps.begin());
    return says;
  }

  /**
   * Time goes by.
   *
   * @param seconds since the last time
   * @param seen what the bench has done
   */
  public List<Say> pass(double seconds, Seen seen) {
    return steps.pass(seconds, seen);
  }

  /** All clicks have been heard. */
  public List<Say> tapped() {
    return steps.tapped();
  }

  /** There can be no clicks. */
  public List<Say> noClicks(Sentence reason) {
    return steps.noClicks(reason);
  }

  /** Nobody is there any more. */
  public void hungUp() {
    steps.abandon();
  }

  /** A person has typed a line. What is not understood does nothing. */
  public List<Say> read(String line) {
    steps.somebodyIsThere();
    String typed = line.strip().toLowerCase(Locale.ROOT);
    if (typed.equals("off") || typed.equals("o")) {
      goal = Double.NaN;
      return steps.act(new Act.Off());
    }
    if (over()) {
      return List.of();
    }
    if (!ready()) {
      return List.of(Say.of("wait"));
    }
    boolean sure = warnedOfLoss;
    warnedOfLoss = false;
    if (!typed.isEmpty()) {
      goal = typed.equals("on") ? goal : Double.NaN;
    }
    return switch (typed) {
      case "" -> enter();
      case "on" -> steps.act(new Act.Warn());
      case "+" -> steps.act(new Act.Move(SMALL_STEP_MICROS));
      case "-" -> steps.act(new Act.Move(-SMALL_STEP_MICROS));
      case "++" -> steps.act(new Act.Move(JointSteps.STEP_MICROS));
      case "--" -> steps.act(new Act.Move(-JointSteps.STEP_MICROS));
      case "min" -> steps.act(new Act.Mark(Act.Place.SHORTEST));
      case "max" -> steps.act(new Act.Mark(Act.Place.LONGEST));
      case "rest" -> steps.act(new Act.Mark(Act.Place.REST));
      case "straight" -> steps.act(new Act.Mark(Act.Place.STRAIGHT));
      case "reverse" -> steps.act(new Act.Reverse());
      case "earlier" -> steps.act(new Act.Earlier(LEAD_STEP_MILLIS));
      case "later" -> steps.act(new Act.Earlier(-LEAD_STEP_MILLIS));
      case "test" -> steps.act(new Act.Tap());
      case "reset" -> steps.act(new Act.Reset());
      case "next" -> steps.act(new Act.Go(steps.at() + 1));
      case "back" -> steps.act(new Act.Go(steps.at() - 1));
      case "show" -> steps.drafts().show();
      case "save" -> steps.act(new Act.Save());
      case "quit", "exit" -> quit(sure);
      case "help", "?" -> List.of(Say.of("help"));
      default -> withNumber(typed);
    };
  }

  private List<Say> withNumber(String typed) {
    if (typed.matches("[0-9]{1,5}")) {
      return towards(Integer.parseInt(typed));
    }
    if (typed.matches("lead +[0-9]{1,5}")) {
      return steps.act(new Act.Lead(Integer.parseInt(last(typed))));
    }
    if (typed.matches("trim +[-+]?[0-9]{1,5}")) {
      return steps.act(new Act.Trim(Integer.parseInt(last(typed))));
    }
    int joint = steps.drafts().indexOf(typed);
    if (joint >= 0) {
      return joint == steps.at() ? List.of(steps.draft().told()) : steps.act(new Act.Go(joint));
    }
    return List.of(Say.of("unknown", shown(typed)), possible());
  }

  /** What a person has typed, as it may be shown: a terminal obeys some characters. */
  static String shown(String typed) {
    String plain = typed.replaceAll("[^\\p{L}\\p{N}\\p{P}\\p{S} ]", "?");
    return plain.length() > LONGEST_ECHO ? plain.substring(0, LONGEST_ECHO) + "…" : plain;
  }

  private static String last(String typed) {
    return typed.substring(typed.lastIndexOf(' ') + 1);
  }

  private List<Say> enter() {
    if (steps.stage() == Stage.WARNED) {
      goal = Double.NaN;
      return steps.act(new Act.Power());
    }
    return steps.stage() == Stage.HELD && !Double.isNaN(goal) ? towards(goal) : List.of(possible());
  }

  private List<Say> towards(double pulse) {
    List<Say> says = steps.act(new Act.Towards(pulse));
    goal = steps.shortOf(pulse) ? pulse : Double.NaN;
    return says;
  }

  private List<Say> quit(boolean sure) {
    if (!sure && !steps.drafts().saved()) {
      warnedOfLoss = true;
      return List.of(Say.of("quit.unsaved"));
    }
    return steps.act(new Act.Leave());
  }

  private Say possible() {
    return Say.of(
        switch (steps.stage()) {
          case LIMP -> "possible.limp";
          case WARNED -> "possible.warned";
          case HELD -> Double.isNaN(goal) ? "possible.held" : "possible.goal";
          case TAPPING, LEAVING -> "wait";
        });
  }
}
