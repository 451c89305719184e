package iyagi.console;

import iyagi.calibration.Adjustment;
import iyagi.calibration.InService;
import iyagi.calibration.Situation;
import iyagi.motion.Joint;
import iyagi.motion.JointProfile;
import iyagi.service.Condition;
import iyagi.service.Service;
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
    soon = new Soon(robot);
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
   * @param quiet whether it is quiet hours now
   * @param volume of the robot now: so loud are clicks
   * @param now of the one under way, or of the last one
   */
  record Shown(
      List<JointShown> parts,
      boolean running,
      String id,
      String obstacle,
      String at,
      boolean previous,
      boolean quiet,
      int volume,
      Optional<Step> now) {}

  /** A joint, and its angles as movements are written. */
  record JointShown(String joint, double low, double high, double rest) {}

  /**
   * What is asked.
   *
   * @param degrees where the joint stands, as movements are written
   * @param marked the places that were shown
   * @param lead how much earlier than its sound it is told to move, in ms
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
      long lead,
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
        soon.quiet(),
        service.loudness().now(),
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
        now.measured().lead().toMillis(),
        now.saved(),
        Said.of(state.said(), language),
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
    boolean begun = false;
    try {
      run = Optional.of(begin());
      begun = true;
    } finally {
      if (!begun) {
        service.bodyIsBack();
      }
    }
    return Answer.json(shown(ask, run.get().id));
  }

  private Run begin() {
    Adjustment adjustment =
        joints
            .begin(
                new Adjustment.Around(joints::halts, this::needed, service::bodyIsBack),
                service.loudness()::now)
            .orElseThrow(() -> new Refused(409, "being-adjusted"));
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    Thread steps =
        Thread.ofPlatform().name("adjusting").daemon().start(() -> stepThrough(adjustment));
    return new Run(HexFormat.of().formatHex(id), adjustment, steps);
  }

  private static void stepThrough(Adjustment adjustment) {
    try {
      while (!adjustment.over()) {
        adjustment.step();
        LockSupport.parkNanos(Adjustment.PERIOD.toNanos());
      }
    } finally {
      if (!adjustment.over()) {
        adjustment.fail();
      }
    }
  }

  /** The right to move the body, and a body that stands still. */
  private void borrow() {
    Optional<Service.Silence> refused = service.lendBody();
    if (refused.isPresent()) {
      throw new Refused(
          409,
          switch (refused.get()) {
            case BEING_ADJUSTED -> "being-adjusted";
            case READING, NEEDS_VOICE -> "reading";
          });
    }
    if (!joints.still()) {
      service.bodyIsBack();
      throw new Refused(409, "coming-to-rest");
    }
  }

  private boolean needed() {
    return soon.within(TOO_NEAR).isPresent()
        || switch (service.phase()) {
          case READING, PAUSED, WAITING -> true;
          case IDLE, HALTED -> false;
        };
  }

  private Answer act(Ask ask) {
    JointDeed deed = ask.json(JointDeed.class);
    Run now = running(deed.id());
    if ("tap".equals(deed.act())) {
      requireClicks(deed.anyway());
    }
    now.adjustment.act(deed.meant());
    return Answer.json(shown(ask, now.id));
  }

  private void requireClicks(boolean anyway) {
    if (service.condition().last(Condition.Part.SOUND).filter(f -> !f.over()).isPresent()) {
      throw new Refused(409, "sound-broken");
    }
    if (soon.quiet() && !anyway) {
      throw new Refused(409, "sound-in-quiet-hours");
    }
    if (service.loudness().now() == 0) {
      throw new Refused(409, "clicks-inaudible");
    }
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
