package iyagi.calibration;

import iyagi.motion.Joint;
import iyagi.settings.JointCalibration;
import iyagi.settings.RobotCalibration;
import iyagi.settings.RobotProfile;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Measuring the joints of a robot, one typed line after the other. Knows no terminal, no clock and
 * no servo: lines and what was seen of the bench go in, sentences and the next order come out. One
 * thread.
 *
 * <p>At any moment at most one joint is ordered to be powered, only after a warning and Enter, and
 * no line moves it by more than 50 µs, except back to its rest when it is left.
 */
public final class Calibrating {
  /** The longest way for one line. */
  static final double STEP_MICROS = 50;

  private static final double SMALL_STEP_MICROS = 10;
  private static final long LEAD_STEP_MILLIS = 10;

  /** After so long without a line the joint is let go, in seconds. */
  static final double IDLE_SECONDS = 60;

  private static final double ARRIVED_MICROS = 0.5;
  private static final int LONGEST_ECHO = 24;

  private enum Mode {
    /** Not powered. */
    LIMP,
    /** Not powered; the person has been told to keep away, and Enter powers. */
    WARNED,
    HELD,
    TAPPING,
    /** On its way to rest, and then let go. */
    LEAVING
  }

  /** The joint to go to; one past the last is the end. */
  private static final int END = Integer.MAX_VALUE;

  private final Drafts drafts;
  private final Map<Joint, Double> stands = new EnumMap<>(Joint.class);
  private Mode mode = Mode.LIMP;
  private int at;
  private int leavingTo;
  private int power;
  private double target;
  private double goal = Double.NaN;
  private double idleSeconds;
  private boolean warnedOfLoss;
  private boolean over;

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
    if (make.joints().isEmpty()) {
      throw new IllegalArgumentException(make.id() + " has no joint");
    }
    drafts = new Drafts(make, measured, keeping);
    for (int i = 0; i < drafts.count(); i++) {
      Draft draft = drafts.at(i);
      this.stands.put(
          draft.make().joint(),
          Math.clamp(
              stands.getOrDefault(draft.make().joint(), draft.measured().restPulseMicros()),
              JointCalibration.SHORTEST_MICROS,
              JointCalibration.LONGEST_MICROS));
    }
  }

  /** The pulses where the joints stand, as far as anybody knows. */
  public Map<Joint, Double> stands() {
    return Map.copyOf(stands);
  }

  /** What the bench is to do from now on. */
  public Order order() {
    return switch (mode) {
      case LIMP, WARNED -> new Order.Limp();
      case HELD, LEAVING -> new Order.Hold(joint(), target, power);
      case TAPPING ->
          new Order.Tap(
              joint(),
              target,
              draft().tap(target).orElse(target),
              draft().measured().lead().toMillis() / 1e3,
              power);
    };
  }

  /** Whether it has ended; nothing is powered then. */
  public boolean over() {
    return over;
  }

  /** Whether a further line can be taken: nothing moves. {@code off} can be at any time. */
  public boolean ready() {
    return switch (mode) {
      case LIMP, WARNED -> true;
      case HELD -> arrived();
      case TAPPING, LEAVING -> false;
    };
  }

  private boolean arrived() {
    return Math.abs(stands.get(joint()) - target) < ARRIVED_MICROS;
  }

  /** What is said first. */
  public List<Say> begin() {
    List<Say> says = new ArrayList<>(List.of(Say.of("welcome", drafts.count())));
    says.addAll(arrive(0));
    return says;
  }

  /**
   * Time goes by.
   *
   * @param seconds since the last time
   * @param seen what the bench has done
   */
  public List<Say> pass(double seconds, Seen seen) {
    if (mode == Mode.LIMP || mode == Mode.WARNED) {
      return List.of();
    }
    if (seen.letGo() >= power) {
      mode = Mode.LIMP;
      return List.of(Say.of("lost", joint().key(), seen.why()));
    }
    if (!Double.isNaN(seen.pulseMicros())) {
      stands.put(joint(), seen.pulseMicros());
    }
    if (mode == Mode.LEAVING) {
      return arrived() ? left() : List.of();
    }
    idleSeconds = mode == Mode.TAPPING ? 0 : idleSeconds + Math.max(0, seconds);
    if (idleSeconds >= IDLE_SECONDS) {
      mode = Mode.LIMP;
      return List.of(Say.of("idle", joint().key()));
    }
    return List.of();
  }

  /** All clicks have been heard. */
  public List<Say> tapped() {
    if (mode != Mode.TAPPING) {
      return List.of();
    }
    mode = Mode.HELD;
    return List.of(Say.of("tap.ask", draft().measured().lead().toMillis()));
  }

  /** There can be no clicks. */
  public List<Say> noClicks(String reason) {
    if (mode == Mode.TAPPING) {
      mode = Mode.HELD;
    }
    return List.of(Say.of("tap.silent", reason));
  }

  /** Nobody is there any more. */
  public void hungUp() {
    mode = Mode.LIMP;
    over = true;
  }

  /** A person has typed a line. What is not understood does nothing. */
  public List<Say> read(String line) {
    idleSeconds = 0;
    String typed = line.strip().toLowerCase(Locale.ROOT);
    if (typed.equals("off") || typed.equals("o")) {
      return off();
    }
    if (over) {
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
      case "on" -> powered() ? List.of(Say.of("on.already", joint().key())) : warn();
      case "+" -> go(target + SMALL_STEP_MICROS);
      case "-" -> go(target - SMALL_STEP_MICROS);
      case "++" -> go(target + STEP_MICROS);
      case "--" -> go(target - STEP_MICROS);
      case "min" -> here(draft()::shortest);
      case "max" -> here(draft()::longest);
      case "rest" -> here(draft()::rest);
      case "straight" -> here(draft()::straight);
      case "reverse" -> edit(draft().reverse());
      case "earlier" -> edit(draft().lead(leadMillis() + LEAD_STEP_MILLIS));
      case "later" -> edit(draft().lead(leadMillis() - LEAD_STEP_MILLIS));
      case "test" -> test();
      case "reset" -> reset();
      case "next" -> leave(at + 1);
      case "back" -> leave(at - 1);
      case "show" -> drafts.show();
      case "save" -> drafts.save();
      case "quit", "exit" -> quit(sure);
      case "help", "?" -> List.of(help());
      default -> withNumber(typed);
    };
  }

  private List<Say> withNumber(String typed) {
    if (typed.matches("[0-9]{1,5}")) {
      return goTo(Integer.parseInt(typed));
    }
    if (typed.matches("lead +[0-9]{1,5}")) {
      return edit(draft().lead(Integer.parseInt(last(typed))));
    }
    if (typed.matches("trim +[-+]?[0-9]{1,5}")) {
      return edit(draft().trim(Integer.parseInt(last(typed))));
    }
    int joint = drafts.indexOf(typed);
    if (joint >= 0) {
      return joint == at ? List.of(draft().told()) : leave(joint);
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
    return switch (mode) {
      case WARNED -> {
        power++;
        mode = Mode.HELD;
        target = stands.get(joint());
        goal = Double.NaN;
        yield List.of(
            Say.of("powered", joint().key(), target), Say.of("guide"), draft().direction());
      }
      case HELD -> Double.isNaN(goal) ? List.of(possible()) : goTo(goal);
      case LIMP, TAPPING, LEAVING -> List.of(possible());
    };
  }

  private List<Say> warn() {
    mode = Mode.WARNED;
    return List.of(Say.of("warning", joint().key(), stands.get(joint())));
  }

  /** At most one long step on the way to a pulse that was typed. */
  private List<Say> goTo(double wanted) {
    if (wanted < JointCalibration.SHORTEST_MICROS || wanted > JointCalibration.LONGEST_MICROS) {
      return List.of(Say.of("pulse.outside", wanted));
    }
    if (!powered()) {
      return List.of(Say.of("power.first", joint().key()));
    }
    double step = Math.clamp(wanted - target, -STEP_MICROS, STEP_MICROS);
    goal = Math.abs(wanted - target) > STEP_MICROS ? wanted : Double.NaN;
    target += step;
    return Double.isNaN(goal)
        ? List.of(Say.of("goes", joint().key(), target))
        : List.of(Say.of("goes.on", joint().key(), target, goal));
  }

  private List<Say> go(double wanted) {
    if (!powered()) {
      return List.of(Say.of("power.first", joint().key()));
    }
    double allowed =
        Math.clamp(wanted, JointCalibration.SHORTEST_MICROS, JointCalibration.LONGEST_MICROS);
    if (allowed == target) {
      return List.of(Say.of("pulse.end", joint().key(), target));
    }
    return goTo(allowed);
  }

  private List<Say> here(Function<Double, Draft.Edit> change) {
    return powered()
        ? edit(change.apply(Math.rint(target)))
        : List.of(Say.of("power.first", joint().key()));
  }

  private List<Say> edit(Draft.Edit edit) {
    drafts.set(at, edit.draft());
    return edit.says();
  }

  private List<Say> reset() {
    drafts.set(at, Draft.of(draft().make()));
    return List.of(Say.of("reset", joint().key()), draft().told());
  }

  private List<Say> test() {
    if (!powered()) {
      return List.of(Say.of("power.first", joint().key()));
    }
    Optional<Double> out = draft().tap(target);
    if (out.isEmpty()) {
      return List.of(
          Say.of(
              "tap.outside",
              draft().measured().pulses().minPulseMicros(),
              draft().measured().pulses().maxPulseMicros()));
    }
    mode = Mode.TAPPING;
    return List.of(Say.of("tap.begins", joint().key(), out.get()));
  }

  private List<Say> off() {
    boolean was = powered();
    mode = Mode.LIMP;
    goal = Double.NaN;
    return List.of(was ? Say.of("off", joint().key()) : Say.of("off.already"));
  }

  private List<Say> leave(int to) {
    if (to < 0 || (to >= drafts.count() && to != END)) {
      return List.of(Say.of(to < 0 ? "first" : "last", joint().key()));
    }
    leavingTo = to;
    if (!powered()) {
      return left();
    }
    mode = Mode.LEAVING;
    target = draft().measured().restPulseMicros();
    return arrived() ? left() : List.of(Say.of("leaving", joint().key(), target));
  }

  private List<Say> left() {
    boolean was = powered();
    List<Say> says = new ArrayList<>();
    if (was) {
      says.add(Say.of("left", joint().key()));
    }
    mode = Mode.LIMP;
    if (leavingTo == END) {
      over = true;
      says.add(Say.of(drafts.saved() ? "bye" : "bye.unsaved"));
    } else {
      says.addAll(arrive(leavingTo));
    }
    return says;
  }

  private List<Say> arrive(int joint) {
    at = joint;
    List<Say> says = new ArrayList<>();
    says.add(
        Say.of(
            "arrive",
            at + 1,
            drafts.count(),
            joint().key(),
            Words.lowest(joint()),
            Words.highest(joint())));
    says.add(draft().told());
    says.addAll(warn());
    return says;
  }

  private List<Say> quit(boolean sure) {
    if (!sure && !drafts.saved()) {
      warnedOfLoss = true;
      return List.of(Say.of("quit.unsaved"));
    }
    return leave(END);
  }

  private Say possible() {
    return Say.of(
        switch (mode) {
          case LIMP -> "possible.limp";
          case WARNED -> "possible.warned";
          case HELD -> Double.isNaN(goal) ? "possible.held" : "possible.goal";
          case TAPPING, LEAVING -> "wait";
        });
  }

  private static Say help() {
    return Say.of("help");
  }

  private boolean powered() {
    return switch (mode) {
      case LIMP, WARNED -> false;
      case HELD, TAPPING, LEAVING -> true;
    };
  }

  private long leadMillis() {
    return draft().measured().lead().toMillis();
  }

  private Draft draft() {
    return drafts.at(at);
  }

  private Joint joint() {
    return draft().make().joint();
  }
}
