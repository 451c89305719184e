package iyagi.calibration;

import iyagi.calibration.Situation.Stage;
import iyagi.motion.Joint;
import iyagi.motion.JointProfile;
import iyagi.settings.JointCalibration;
import iyagi.settings.RobotCalibration;
import iyagi.settings.RobotProfile;
import iyagi.words.Sentence;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * Measuring the joints of a robot, whoever asks the person: what is asked, what may be done, and
 * what follows. Knows no words, no clock and no servo: acts and what was seen of the bench go in,
 * what happened and the next order come out. One thread.
 *
 * <p>At any moment at most one joint is ordered to be powered, only after a warning, and no act
 * moves it by more than 50 µs, except back to its rest when it is left.
 */
final class JointSteps {
  /** The longest way for one act. */
  static final double STEP_MICROS = 50;

  /** After so long without an act the joint is let go, in seconds. */
  static final double IDLE_SECONDS = 60;

  private static final double ARRIVED_MICROS = 0.5;

  /** The joint to go to; one past the last is the end. */
  private static final int END = Integer.MAX_VALUE;

  private final Drafts drafts;
  private final Marking marking;
  private final List<Reach> reaches = new ArrayList<>();
  private final Map<Joint, Double> stands = new EnumMap<>(Joint.class);
  private Stage stage = Stage.LIMP;
  private int at;
  private int leavingTo;
  private int power;
  private double target;
  private double idleSeconds;
  private boolean over;

  /**
   * A robot whose joints are not powered.
   *
   * @param make with at least one joint
   * @param measured what was kept before
   * @param stands the pulses where the joints were let go last; others are taken to be at rest
   * @param reach how far a joint may be moved, by its profile and what was kept of it
   */
  JointSteps(
      RobotProfile make,
      RobotCalibration measured,
      Map<Joint, Double> stands,
      BiFunction<JointProfile, JointCalibration, Reach> reach,
      Keeping<RobotCalibration> keeping) {
    if (make.joints().isEmpty()) {
      throw new IllegalArgumentException(make.id() + " has no joint");
    }
    drafts = new Drafts(make, measured, keeping);
    marking = new Marking(drafts);
    for (int i = 0; i < drafts.count(); i++) {
      Draft draft = drafts.at(i);
      reaches.add(reach.apply(draft.make(), draft.measured()));
      double stood = stands.getOrDefault(draft.make().joint(), draft.measured().restPulseMicros());
      this.stands.put(draft.make().joint(), Reach.SERVO.clamp(stood));
    }
  }

  /** The pulses where the joints stand, as far as anybody knows. */
  Map<Joint, Double> stands() {
    return Map.copyOf(stands);
  }

  /** What was measured so far. */
  Drafts drafts() {
    return drafts;
  }

  /** How it stands. */
  Situation situation() {
    return new Situation(
        joint(),
        at,
        drafts.count(),
        stage,
        stands.get(joint()),
        ready(),
        reaches.get(at),
        draft().measured(),
        marking.shown(at),
        drafts.saved(),
        over);
  }

  Stage stage() {
    return stage;
  }

  /** Which joint, from 0. */
  int at() {
    return at;
  }

  Draft draft() {
    return drafts.at(at);
  }

  /** Whether the joint is held at another place than this pulse, which it may be moved to. */
  boolean shortOf(double pulse) {
    return stage == Stage.HELD && reaches.get(at).holds(pulse) && target != pulse;
  }

  /** What the bench is to do from now on. */
  Order order() {
    return switch (stage) {
      case LIMP, WARNED -> new Order.Limp();
      case HELD, LEAVING -> new Order.Hold(joint(), target, power);
      case TAPPING ->
          new Order.Tap(
              joint(), target, draft().tap(target).orElse(target), leadMillis() / 1e3, power);
    };
  }

  /** Whether it has ended; nothing is powered then. */
  boolean over() {
    return over;
  }

  /** Whether a further act can be taken: nothing moves. {@link Act.Off} can be at any time. */
  boolean ready() {
    return switch (stage) {
      case LIMP, WARNED -> true;
      case HELD -> arrived();
      case TAPPING, LEAVING -> false;
    };
  }

  private boolean arrived() {
    return Math.abs(stands.get(joint()) - target) < ARRIVED_MICROS;
  }

  /** The first joint is asked for. */
  List<Say> begin() {
    return arrive(0);
  }

  /**
   * Time goes by.
   *
   * @param seconds since the last time
   * @param seen what the bench has done
   */
  List<Say> pass(double seconds, Seen seen) {
    if (!stage.powered()) {
      return List.of();
    }
    if (seen.letGo() >= power) {
      stage = Stage.LIMP;
      return List.of(Say.of("lost", joint().key(), seen.why()));
    }
    if (!Double.isNaN(seen.pulseMicros())) {
      stands.put(joint(), seen.pulseMicros());
    }
    if (stage == Stage.LEAVING) {
      return arrived() ? left() : List.of();
    }
    idleSeconds = stage == Stage.TAPPING ? 0 : idleSeconds + Math.max(0, seconds);
    if (idleSeconds >= IDLE_SECONDS) {
      stage = Stage.LIMP;
      return List.of(Say.of("idle", joint().key()));
    }
    return List.of();
  }

  /** A person is there and has said something, whatever it was. */
  void somebodyIsThere() {
    idleSeconds = 0;
  }

  /** All clicks have been heard: it stands still, if it tapped to them. */
  List<Say> tapped() {
    return stand() ? List.of(Say.of("tap.ask", leadMillis())) : List.of();
  }

  /** There can be no clicks. */
  List<Say> noClicks(Sentence reason) {
    boolean _ = stand();
    return List.of(Say.of("tap.silent", reason));
  }

  private boolean stand() {
    boolean was = stage == Stage.TAPPING;
    stage = was ? Stage.HELD : stage;
    return was;
  }

  private long leadMillis() {
    return draft().measured().lead().toMillis();
  }

  /** Nobody is there any more. */
  void abandon() {
    stage = Stage.LIMP;
    over = true;
  }

  /** A person does something; what cannot be done changes nothing. */
  List<Say> act(Act act) {
    somebodyIsThere();
    if (act instanceof Act.Off) {
      return off();
    }
    if (over) {
      return List.of();
    }
    if (!ready()) {
      return List.of(Say.of("wait"));
    }
    return switch (act) {
      case Act.Off _ -> off();
      case Act.Warn _ -> stage.powered() ? List.of(Say.of("on.already", joint().key())) : warn();
      case Act.Power _ -> power();
      case Act.Move(double micros) -> powered(() -> move(micros));
      case Act.Turn(double micros) ->
          powered(() -> move(draft().measured().pulses().reversed() ? -micros : micros));
      case Act.Towards(double pulse) -> towards(pulse);
      case Act.Mark(Act.Place place) -> powered(() -> marking.mark(at, place, Math.rint(target)));
      case Act.Reverse _ -> marking.reverse(at);
      case Act.Trim(double micros) -> marking.edit(at, draft().trim(micros));
      case Act.Lead(long millis) -> marking.edit(at, draft().lead(millis));
      case Act.Earlier(long millis) -> marking.edit(at, draft().lead(leadMillis() + millis));
      case Act.Tap _ -> powered(this::tap);
      case Act.Reset _ -> reset();
      case Act.Go(int joint) -> go(joint);
      case Act.Leave _ -> leave(END);
      case Act.Save _ -> drafts.save();
    };
  }

  private List<Say> powered(Supplier<List<Say>> deed) {
    return stage.powered() ? deed.get() : List.of(Say.of("power.first", joint().key()));
  }

  private List<Say> warn() {
    stage = Stage.WARNED;
    return List.of(Say.of("warning", joint().key(), stands.get(joint())));
  }

  private List<Say> power() {
    if (stage != Stage.WARNED) {
      return List.of();
    }
    power++;
    stage = Stage.HELD;
    target = stands.get(joint());
    return List.of(Say.of("powered", joint().key(), target), Say.of("guide"), draft().direction());
  }

  private List<Say> move(double micros) {
    double step = Math.clamp(micros, -STEP_MICROS, STEP_MICROS);
    double allowed = reaches.get(at).clamp(target + step);
    return allowed == target
        ? List.of(Say.of("pulse.end", joint().key(), target))
        : towards(allowed);
  }

  /** At most one long step on the way to a pulse. */
  private List<Say> towards(double wanted) {
    if (!reaches.get(at).holds(wanted)) {
      return List.of(Say.of("pulse.outside", wanted));
    }
    return powered(
        () -> {
          target += Math.clamp(wanted - target, -STEP_MICROS, STEP_MICROS);
          return List.of(
              target == wanted
                  ? Say.of("goes", joint().key(), target)
                  : Say.of("goes.on", joint().key(), target, wanted));
        });
  }

  private List<Say> reset() {
    List<Say> says = new ArrayList<>(List.of(Say.of("reset", joint().key())));
    marking.reset(at);
    says.add(draft().told());
    return says;
  }

  private List<Say> tap() {
    Optional<Double> out = draft().tap(target);
    if (out.isEmpty()) {
      return List.of(
          Say.of(
              "tap.outside",
              draft().measured().pulses().minPulseMicros(),
              draft().measured().pulses().maxPulseMicros()));
    }
    stage = Stage.TAPPING;
    return List.of(Say.of("tap.begins", joint().key(), out.get()));
  }

  private List<Say> off() {
    boolean was = stage.powered();
    stage = Stage.LIMP;
    return List.of(was ? Say.of("off", joint().key()) : Say.of("off.already"));
  }

  private List<Say> go(int to) {
    return to < 0 || to >= drafts.count()
        ? List.of(Say.of(to < 0 ? "first" : "last", joint().key()))
        : leave(to);
  }

  private List<Say> leave(int to) {
    leavingTo = to;
    if (!stage.powered()) {
      return left();
    }
    stage = Stage.LEAVING;
    target = draft().measured().restPulseMicros();
    return arrived() ? left() : List.of(Say.of("leaving", joint().key(), target));
  }

  private List<Say> left() {
    List<Say> says = new ArrayList<>();
    if (stage.powered()) {
      says.add(Say.of("left", joint().key()));
    }
    stage = Stage.LIMP;
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

  private Joint joint() {
    return draft().make().joint();
  }
}
