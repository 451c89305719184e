package iyagi.console;

import iyagi.calibration.Act;
import iyagi.calibration.Adjustment;
import iyagi.calibration.InService;
import iyagi.calibration.Say;
import iyagi.calibration.Situation;
import iyagi.motion.Joint;
import iyagi.motion.JointProfile;
import iyagi.service.Condition;
import iyagi.service.Service;
import iyagi.words.Sentence;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * The page *Adjust the joints*: measuring the robot joint by joint while it is in service, but
 * nothing is read and nothing of the programme is near.
 */
final class Adjusting implements Part, AutoCloseable {
  /** Nearer to the programme nothing is begun. */
  private static final Duration BEFORE_PROGRAMME = Duration.ofMinutes(15);

  /** Nearer to the programme it is ended. */
  private static final Duration TOO_NEAR = Duration.ofMinutes(3);

  private static final Duration ENDING = Duration.ofSeconds(3);
  private static final int ID_BYTES = 8;
  private static final double LITTLE_MICROS = 10;
  private static final double MORE_MICROS = 40;

  private final InService joints;
  private final Service service;
  private final Soon soon;
  private final SecureRandom random = new SecureRandom();

  /** The one under way, or the last one. */
  private record Run(String id, Adjustment adjustment, Thread steps) {}

  private volatile Optional<Run> run = Optional.empty();

  Adjusting(Robot robot) {
    joints = robot.joints();
    service = robot.service();
    soon = new Soon(robot.keeper(), robot.watch(), robot.settings().zone());
  }

  @Override
  public void routes(Door door) {
    door.page("calibration");
    door.get("/api/calibration", ask -> Answer.json(shown(ask, "")));
    door.post("/api/calibration/start", this::start);
    door.post("/api/calibration/act", this::act);
    door.post("/api/calibration/alive", this::alive);
    door.post("/api/calibration/cancel", _ -> cancel());
    door.post("/api/calibration/previous", this::previous);
  }

  /**
   * How it stands.
   *
   * @param parts the joints of this robot, in order
   * @param running whether a calibration is under way
   * @param id of it, for the page that has begun it; else ""
   * @param obstacle why none can be begun now, as a problem's key; "" if one can
   * @param at when the programme needs the robot, if that is the obstacle; else ""
   * @param previous whether there is a calibration before this one
   * @param now of the one under way, or of the last one
   */
  record Shown(
      List<JointShown> parts,
      boolean running,
      String id,
      String obstacle,
      String at,
      boolean previous,
      Optional<Step> now) {}

  /** What has happened: the key of its words, and what fills their places. */
  record Said(String key, List<String> args) {
    static Said of(Say say, String language) {
      return new Said(
          say.key(),
          say.args().stream()
              .map(arg -> arg instanceof Sentence part ? part.in(language) : String.valueOf(arg))
              .toList());
    }
  }

  /** A joint, and its angles as movements are written. */
  record JointShown(String joint, double low, double high, double rest) {}

  /**
   * What is asked.
   *
   * @param degrees where the joint stands, as movements are written
   * @param marked the places that were shown
   * @param said what has happened: keys and their places
   * @param ending why it has ended; "" while it goes on
   */
  record Step(
      String joint,
      int at,
      String stage,
      double degrees,
      boolean lowEnd,
      boolean highEnd,
      boolean ready,
      List<String> marked,
      boolean saved,
      List<Said> said,
      String ending) {}

  private Shown shown(Ask ask, String id) {
    Optional<Run> last = run;
    boolean running = last.filter(each -> !each.adjustment.over()).isPresent();
    Optional<Instant> near = soon.within(BEFORE_PROGRAMME);
    return new Shown(
        joints.make().joints().stream().map(Adjusting::joint).toList(),
        running,
        last.filter(each -> running && each.id.equals(id)).map(Run::id).orElse(""),
        running ? "" : obstacle(near).map(Refused::getMessage).orElse(""),
        near.map(Instant::toString).orElse(""),
        joints.hasPrevious(),
        last.map(each -> step(each.adjustment.state(), ask.language())));
  }

  private Optional<Refused> obstacle(Optional<Instant> near) {
    if (joints.make().joints().isEmpty()) {
      return Optional.of(new Refused(409, "no-joints"));
    }
    if (service.condition().last(Condition.Part.SERVOS).filter(f -> !f.over()).isPresent()) {
      return Optional.of(new Refused(409, "servos-broken"));
    }
    if (joints.damaged()) {
      return Optional.of(new Refused(409, "calibration-damaged"));
    }
    return switch (service.phase()) {
      case READING, PAUSED, WAITING -> Optional.of(new Refused(409, "reading"));
      case IDLE, HALTED ->
          near.map(at -> new Refused(409, "programme-near", Map.of("at", at.toString())));
    };
  }

  private static JointShown joint(JointProfile make) {
    Joint joint = make.joint();
    return new JointShown(joint.key(), joint.low(), joint.high(), make.limits().restDegrees());
  }

  private Step step(Adjustment.State state, String language) {
    Situation now = state.situation();
    JointProfile make = joints.make().joints().get(now.at());
    boolean reversed = now.measured().pulses().reversed();
    boolean shortest = now.pulseMicros() <= now.reach().lowestMicros();
    boolean longest = now.pulseMicros() >= now.reach().highestMicros();
    return new Step(
        now.joint().key(),
        now.at(),
        word(now.stage()),
        now.measured().over(make).referenceOfPulse(now.pulseMicros()),
        reversed ? longest : shortest,
        reversed ? shortest : longest,
        now.ready(),
        now.marked().stream().map(Adjusting::word).sorted().toList(),
        now.saved(),
        state.said().stream().map(say -> Said.of(say, language)).toList(),
        state.ending().map(Adjusting::word).orElse(""));
  }

  private static String word(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT);
  }

  private synchronized Answer start(Ask ask) {
    Optional<Refused> obstacle = obstacle(soon.within(BEFORE_PROGRAMME));
    if (obstacle.isPresent()) {
      throw obstacle.get();
    }
    borrow();
    Optional<Adjustment> begun =
        joints.begin(new Adjustment.Around(joints::halts, this::needed, service::bodyIsBack));
    if (begun.isEmpty()) {
      service.bodyIsBack();
      throw new Refused(409, "being-adjusted");
    }
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    Adjustment adjustment = begun.get();
    Thread steps =
        Thread.ofPlatform().name("adjusting").daemon().start(() -> stepThrough(adjustment));
    run = Optional.of(new Run(HexFormat.of().formatHex(id), adjustment, steps));
    return Answer.json(shown(ask, run.get().id));
  }

  private static void stepThrough(Adjustment adjustment) {
    while (!adjustment.over()) {
      adjustment.step();
      LockSupport.parkNanos(Adjustment.PERIOD.toNanos());
    }
  }

  /** The right to move the body, and a body that stands still. */
  private void borrow() {
    Optional<Service.Silence> refused = service.lendBody();
    if (refused.isEmpty() && !joints.still()) {
      service.bodyIsBack();
      throw new Refused(409, "coming-to-rest");
    }
    if (refused.isPresent()) {
      throw new Refused(
          409,
          switch (refused.get()) {
            case BEING_ADJUSTED -> "being-adjusted";
            case READING, NEEDS_VOICE -> "reading";
          });
    }
  }

  private boolean needed() {
    return soon.within(TOO_NEAR).isPresent()
        || switch (service.phase()) {
          case READING, PAUSED, WAITING -> true;
          case IDLE, HALTED -> false;
        };
  }

  /**
   * What somebody does.
   *
   * @param id of the calibration
   * @param act warn, power, off, lower, higher, much-lower, much-higher, mark, reverse, reset, go,
   *     save or leave
   * @param place for mark: lowest, highest or middle
   * @param joint for go, from 0
   */
  record Deed(String id, String act, String place, int joint) {}

  private Answer act(Ask ask) {
    Deed deed = ask.json(Deed.class);
    Run now = running(deed.id);
    now.adjustment.act(act(deed));
    return Answer.json(shown(ask, now.id));
  }

  private static Act act(Deed deed) {
    return switch (String.valueOf(deed.act)) {
      case "warn" -> new Act.Warn();
      case "power" -> new Act.Power();
      case "off" -> new Act.Off();
      case "lower" -> new Act.Turn(-LITTLE_MICROS);
      case "higher" -> new Act.Turn(LITTLE_MICROS);
      case "much-lower" -> new Act.Turn(-MORE_MICROS);
      case "much-higher" -> new Act.Turn(MORE_MICROS);
      case "mark" -> new Act.Mark(place(String.valueOf(deed.place)));
      case "reverse" -> new Act.Reverse();
      case "reset" -> new Act.Reset();
      case "go" -> new Act.Go(deed.joint);
      case "save" -> new Act.Save();
      case "leave" -> new Act.Leave();
      default -> throw new Refused(400, "not-understood");
    };
  }

  private static Act.Place place(String word) {
    return switch (word) {
      case "lowest" -> Act.Place.LOWEST;
      case "highest" -> Act.Place.HIGHEST;
      case "middle" -> Act.Place.MIDDLE;
      default -> throw new Refused(400, "not-understood");
    };
  }

  private Run running(String id) {
    return run.filter(each -> each.id.equals(id) && !each.adjustment.over())
        .orElseThrow(() -> new Refused(409, "adjusting-over"));
  }

  record Here(String id) {}

  private Answer alive(Ask ask) {
    String id = String.valueOf(ask.json(Here.class).id);
    run.filter(each -> each.id.equals(id)).ifPresent(each -> each.adjustment.alive());
    return Answer.json(shown(ask, id));
  }

  /** Whoever has signed in may end it: the robot may be needed elsewhere. */
  private Answer cancel() {
    run.ifPresent(each -> each.adjustment.end(Adjustment.Ending.LEFT));
    return Answer.done();
  }

  /** The calibration before the last one, from now on. */
  private synchronized Answer previous(Ask ask) throws IOException {
    if (!joints.hasPrevious()) {
      throw new Refused(404, "not-found");
    }
    borrow();
    try {
      joints.putBack();
    } finally {
      service.bodyIsBack();
    }
    return Answer.json(shown(ask, ""));
  }

  @Override
  public void close() {
    run.ifPresent(
        each -> {
          each.adjustment.end(Adjustment.Ending.NEEDED);
          try {
            each.steps.join(ENDING);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }
}
