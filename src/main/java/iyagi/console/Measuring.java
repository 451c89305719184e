package iyagi.console;

import iyagi.audio.LoudnessTable.Step;
import iyagi.calibration.LoudnessInService;
import iyagi.calibration.LoudnessSteps;
import iyagi.calibration.Measurement;
import iyagi.calibration.Measurement.Deed;
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

/**
 * The page *Measure the loudness*: a noise is heard step by step, and somebody with a sound level
 * meter writes down what it shows. The robot stays in service: whatever is read silences the noise.
 */
final class Measuring implements Part, AutoCloseable {
  /** Nearer to the programme no noise is begun. */
  private static final Duration TOO_NEAR = Duration.ofMinutes(3);

  private static final int ID_BYTES = 8;

  private final LoudnessInService loudness;
  private final Service service;
  private final Soon soon;
  private final SecureRandom random = new SecureRandom();

  /** The one under way, or the last one. */
  private record Run(String id, Measurement measurement) {}

  private volatile Optional<Run> run = Optional.empty();

  Measuring(Robot robot) {
    loudness = robot.joints().loudness();
    service = robot.service();
    soon = new Soon(robot);
  }

  @Override
  public void routes(Door door) {
    door.page("loudness");
    door.get("/api/loudness", ask -> Answer.json(shown(ask, "")));
    door.post("/api/loudness/start", this::start);
    door.post("/api/loudness/act", this::act);
    door.post("/api/loudness/alive", this::alive);
    door.post("/api/loudness/cancel", this::cancel);
    door.post("/api/loudness/previous", this::previous);
  }

  /**
   * How it stands.
   *
   * @param running whether a measurement is under way
   * @param id of it, for the page that has begun it; else ""
   * @param obstacle why no noise can be heard now, as a problem's key; "" if one can
   * @param at when the programme needs the robot, if that is the obstacle; else ""
   * @param quiet whether it is quiet hours now
   * @param ceiling the robot never speaks louder, in dB(A) at 50 cm
   * @param seconds for which a noise is heard
   * @param before what can be put back: nothing, unmeasured or measured
   * @param now of the one under way, or of the last one
   */
  record Shown(
      boolean running,
      String id,
      String obstacle,
      String at,
      boolean quiet,
      double ceiling,
      long seconds,
      String before,
      Optional<Now> now) {}

  /**
   * A measurement.
   *
   * @param at its step, from 0
   * @param level of the volume of that step; 0 if all are done
   * @param ending why it has ended; "" while it goes on
   */
  record Now(
      int at,
      int steps,
      int level,
      boolean sounding,
      boolean heard,
      boolean mayLeaveOut,
      List<Step> readings,
      boolean done,
      boolean enough,
      boolean saved,
      List<Said> said,
      String ending) {}

  private Shown shown(Ask ask, String id) {
    Optional<Run> last = run;
    boolean running = last.filter(each -> !each.measurement.over()).isPresent();
    Optional<Instant> near = soon.within(TOO_NEAR);
    return new Shown(
        running,
        last.filter(each -> running && each.id.equals(id)).map(Run::id).orElse(""),
        obstacle(near).map(Refused::getMessage).orElse(""),
        near.map(Instant::toString).orElse(""),
        soon.quiet(),
        loudness.ceilingDba(),
        Measurement.NOISE.toSeconds(),
        word(loudness.before()),
        last.map(each -> now(each.measurement.state(), ask.language())));
  }

  private static Now now(Measurement.State state, String language) {
    LoudnessSteps.Standing steps = state.standing();
    return new Now(
        steps.at(),
        steps.steps(),
        steps.level(),
        steps.sounding(),
        steps.heard(),
        steps.mayLeaveOut(),
        steps.readings().entrySet().stream()
            .map(reading -> new Step(reading.getKey(), reading.getValue()))
            .toList(),
        steps.done(),
        steps.enough(),
        steps.saved(),
        Said.of(state.said(), language),
        state.ending().map(Measuring::word).orElse(""));
  }

  private static String word(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT);
  }

  private Optional<Refused> obstacle(Optional<Instant> near) {
    if (service.beingAdjusted()) {
      return Optional.of(new Refused(409, "being-adjusted"));
    }
    if (service.condition().last(Condition.Part.SOUND).filter(f -> !f.over()).isPresent()) {
      return Optional.of(new Refused(409, "sound-broken"));
    }
    return reading()
        ? Optional.of(new Refused(409, "reading"))
        : near.map(at -> new Refused(409, "programme-near", Map.of("at", at.toString())));
  }

  private boolean reading() {
    return switch (service.phase()) {
      case READING, PAUSED, WAITING -> true;
      case IDLE, HALTED -> false;
    };
  }

  /** A story that is heard must not become louder all at once. */
  private void requireNobodyListens() {
    if (reading()) {
      throw new Refused(409, "reading");
    }
  }

  private synchronized Answer start(Ask ask) {
    if (run.filter(each -> !each.measurement.over()).isPresent()) {
      throw new Refused(409, "being-measured");
    }
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    run = Optional.of(new Run(HexFormat.of().formatHex(id), loudness.begin()));
    return Answer.json(shown(ask, run.get().id));
  }

  /**
   * What somebody does.
   *
   * @param id of the measurement
   * @param act play, hush, reading, skip, back, save or leave
   * @param typed for reading: what the meter shows
   * @param anyway for play: also in quiet hours
   */
  record Wish(String id, String act, String typed, boolean anyway) {}

  private Answer act(Ask ask) {
    Wish wish = ask.json(Wish.class);
    Run now = running(wish.id);
    Deed deed = deed(wish);
    if (deed instanceof Deed.Play) {
      requireNoise(wish.anyway);
    }
    if (deed instanceof Deed.Save) {
      requireNobodyListens();
    }
    now.measurement.act(deed);
    return Answer.json(shown(ask, now.id));
  }

  private void requireNoise(boolean anyway) {
    Optional<Refused> obstacle = obstacle(soon.within(TOO_NEAR));
    if (obstacle.isPresent()) {
      throw obstacle.get();
    }
    if (soon.quiet() && !anyway) {
      throw new Refused(409, "sound-in-quiet-hours");
    }
  }

  private static Deed deed(Wish wish) {
    return switch (String.valueOf(wish.act)) {
      case "play" -> new Deed.Play();
      case "hush" -> new Deed.Hush();
      case "reading" -> new Deed.Reading(wish.typed == null ? "" : wish.typed);
      case "skip" -> new Deed.Skip();
      case "back" -> new Deed.Back();
      case "save" -> new Deed.Save();
      case "leave" -> new Deed.Leave();
      default -> throw new Refused(400, "not-understood");
    };
  }

  private Run running(String id) {
    return run.filter(each -> each.id.equals(id) && !each.measurement.over())
        .orElseThrow(() -> new Refused(409, "measuring-over"));
  }

  record Here(String id) {}

  private Answer alive(Ask ask) {
    String id = String.valueOf(ask.json(Here.class).id);
    run.filter(each -> each.id.equals(id)).ifPresent(each -> each.measurement.alive());
    return Answer.json(shown(ask, id));
  }

  /** Whoever has signed in may end it; a page that is closed only its own. */
  private Answer cancel(Ask ask) {
    String id = ask.json(Here.class).id;
    run.filter(each -> id == null || id.isEmpty() || id.equals(each.id))
        .ifPresent(each -> each.measurement.end(Measurement.Ending.CANCELLED));
    return Answer.done();
  }

  /** What was used before the measurement that is used, from now on. */
  private Answer previous(Ask ask) throws IOException {
    if (loudness.before() == LoudnessInService.Before.NOTHING) {
      throw new Refused(404, "not-found");
    }
    requireNobodyListens();
    loudness.putBack();
    return Answer.json(shown(ask, ""));
  }

  @Override
  public void close() {
    run.ifPresent(each -> each.measurement.end(Measurement.Ending.CANCELLED));
  }
}
