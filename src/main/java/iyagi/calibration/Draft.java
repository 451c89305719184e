package iyagi.calibration;

import iyagi.motion.Calibration;
import iyagi.motion.JointProfile;
import iyagi.motion.Limits;
import iyagi.settings.JointCalibration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What has been measured of one joint so far, and what follows when one more thing is.
 *
 * @param make the joint as its make has it
 * @param measured until now
 */
record Draft(JointProfile make, JointCalibration measured) {
  /**
   * What became of a change.
   *
   * @param draft the new one, or the old one if the change cannot be
   * @param done whether it can be
   */
  record Edit(Draft draft, boolean done, List<Say> says) {
    Edit(Draft draft, List<Say> says) {
      this(draft, true, says);
    }
  }

  static Draft of(JointProfile make) {
    return new Draft(make, JointCalibration.of(make));
  }

  /** Whether it is as the make has it. */
  boolean plain() {
    return measured.equals(JointCalibration.of(make));
  }

  private Calibration pulses() {
    return measured.pulses();
  }

  /** The shortest pulse is here. */
  Edit shortest(double here) {
    return range(here, pulses().maxPulseMicros(), Say.of("min.set", key(), here));
  }

  /** The longest pulse is here. */
  Edit longest(double here) {
    return range(pulses().minPulseMicros(), here, Say.of("max.set", key(), here));
  }

  private Edit range(double low, double high, Say done) {
    if (high - low < Calibration.NARROWEST_MICROS) {
      return refused(Say.of("range.narrow", low, high));
    }
    if (high - low > JointCalibration.widestMicros(make)) {
      return refused(
          Say.of("range.wide", high - low, Math.floor(JointCalibration.widestMicros(make))));
    }
    List<Say> says = new ArrayList<>(List.of(done));
    double trim = pulses().trimMicros();
    if (Math.abs(trim) >= (high - low) / 2) {
      trim = 0;
      says.add(Say.of("trim.dropped"));
    }
    return pulses(new Calibration(low, high, pulses().reversed(), trim), says);
  }

  /** With other pulses; the place of rest moves with them where it has to. */
  private Edit pulses(Calibration pulses, List<Say> says) {
    double rest =
        Math.clamp(
            measured.restPulseMicros(),
            JointCalibration.lowest(pulses),
            JointCalibration.highest(pulses));
    if (rest != measured.restPulseMicros()) {
      says.add(Say.of("rest.moved", rest));
    }
    return new Edit(with(new JointCalibration(pulses, rest, measured.lead())), says);
  }

  /** Rest is here. */
  Edit rest(double here) {
    double low = JointCalibration.lowest(pulses());
    double high = JointCalibration.highest(pulses());
    if (here < low || here > high) {
      return refused(Say.of("rest.outside", here, low, high));
    }
    return new Edit(
        with(new JointCalibration(pulses(), here, measured.lead())),
        List.of(Say.of("rest.set", key(), here)));
  }

  /** The servo is mounted the other way round than thought. */
  Edit reverse() {
    boolean reversed = !pulses().reversed();
    Calibration turned =
        new Calibration(
            pulses().minPulseMicros(), pulses().maxPulseMicros(), reversed, pulses().trimMicros());
    return pulses(turned, new ArrayList<>(List.of(direction(reversed))));
  }

  /** Which end is which. */
  Say direction() {
    return direction(pulses().reversed());
  }

  private Say direction(boolean reversed) {
    String high = Words.highest(make.joint());
    String low = Words.lowest(make.joint());
    return Say.of("direction", key(), reversed ? low : high, reversed ? high : low);
  }

  /** This much is added to every pulse, in microseconds. */
  Edit trim(double micros) {
    double span = pulses().maxPulseMicros() - pulses().minPulseMicros();
    if (Math.abs(micros) > Calibration.MOST_TRIM_MICROS || Math.abs(micros) >= span / 2) {
      return refused(
          Say.of(
              "trim.outside",
              micros,
              Math.min(Calibration.MOST_TRIM_MICROS, Math.ceil(span / 2) - 1)));
    }
    Calibration trimmed =
        new Calibration(
            pulses().minPulseMicros(), pulses().maxPulseMicros(), pulses().reversed(), micros);
    return pulses(trimmed, new ArrayList<>(List.of(Say.of("trim.set", key(), micros))));
  }

  /** Here it points straight ahead, at 0°. */
  Edit straight(double here) {
    Limits limits = make.limits();
    if (limits.minDegrees() >= 0 || limits.maxDegrees() <= 0) {
      return refused(Say.of("straight.none", key()));
    }
    Calibration untrimmed =
        new Calibration(
            pulses().minPulseMicros(), pulses().maxPulseMicros(), pulses().reversed(), 0);
    return trim(Math.rint(here - untrimmed.pulse(limits, 0)) + 0.0);
  }

  /** Its servo has to be told this much earlier, in milliseconds. */
  Edit lead(long millis) {
    if (millis < 0 || millis > JointProfile.LONGEST_LEAD.toMillis()) {
      return refused(Say.of("lead.outside", millis));
    }
    return new Edit(
        with(new JointCalibration(pulses(), measured.restPulseMicros(), Duration.ofMillis(millis))),
        List.of(Say.of("lead.set", key(), millis)));
  }

  /**
   * Where a tap from a pulse goes to, 50 µs away or as far as the range lets it; empty from outside
   * of the range.
   */
  Optional<Double> tap(double from) {
    double up = pulses().maxPulseMicros() - from;
    double down = from - pulses().minPulseMicros();
    if (up < 0 || down < 0) {
      return Optional.empty();
    }
    double most = JointSteps.STEP_MICROS;
    return Optional.of(up >= down ? from + Math.min(most, up) : from - Math.min(most, down));
  }

  /** All of it in one sentence. */
  Say told() {
    return Say.of(
        "joint",
        key(),
        pulses().minPulseMicros(),
        pulses().maxPulseMicros(),
        measured.restPulseMicros(),
        pulses().reversed() ? "word.reversed" : "word.straight",
        pulses().trimMicros(),
        measured.lead().toMillis(),
        plain() ? "word.make" : "word.measured");
  }

  private String key() {
    return make.joint().key();
  }

  private Draft with(JointCalibration changed) {
    return new Draft(make, changed);
  }

  private Edit refused(Say why) {
    return new Edit(this, false, List.of(why));
  }
}
