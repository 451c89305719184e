package iyagi.settings;

import iyagi.motion.Calibration;
import iyagi.motion.Joint;
import iyagi.motion.JointProfile;
import iyagi.motion.Limits;
import iyagi.words.Sentence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The joints of a profile, noting every problem. */
final class JointReader {
  private static final double DEFAULT_LEAD_MILLIS = 60;
  private static final double DEFAULT_IDLE_OFF_MILLIS = 0;

  private final Problems problems;
  private final int lastChannel;
  private final Map<Integer, String> channels = new HashMap<>();

  JointReader(Problems problems, int lastChannel) {
    this.problems = problems;
    this.lastChannel = lastChannel;
  }

  List<JointProfile> read(Section joints) {
    List<JointProfile> read = new ArrayList<>();
    List<String> keys = List.copyOf(joints.unread());
    if (keys.isEmpty()) {
      joints.mend("mouth", "or another joint was expected; there is none");
    }
    for (String key : keys) {
      Optional<Joint> joint = Joint.of(key);
      if (joint.isPresent()) {
        joints.section(key).flatMap(s -> joint(joint.get(), s)).ifPresent(read::add);
      }
    }
    joints.finish(Arrays.stream(Joint.values()).map(Joint::key).toList());
    return read;
  }

  private Optional<JointProfile> joint(Joint joint, Section keys) {
    int before = problems.count();
    OptionalInt channel = keys.whole("channel", 0, lastChannel);
    channel.ifPresent(c -> unshared(c, keys));
    Optional<Limits> limits = limits(joint, keys);
    Optional<Calibration> calibration =
        calibration(keys, Calibration.SHORTEST_MICROS, Calibration.LONGEST_MICROS);
    Duration lead = millis(keys, "lead-ms", JointProfile.LONGEST_LEAD, DEFAULT_LEAD_MILLIS);
    Duration idle = millis(keys, "idle-off-ms", JointProfile.LONGEST_IDLE, DEFAULT_IDLE_OFF_MILLIS);
    double duty =
        keys.number(
            "duty-percent",
            JointProfile.LEAST_DUTY_PERCENT,
            100,
            " %",
            JointProfile.USUAL_DUTY_PERCENT);
    keys.finish();
    if (problems.count() > before) {
      return Optional.empty();
    }
    return Optional.of(
        new JointProfile(
            joint,
            channel.orElseThrow(),
            limits.orElseThrow(),
            calibration.orElseThrow(),
            lead,
            idle,
            (int) duty));
  }

  private void unshared(int channel, Section keys) {
    String other = channels.putIfAbsent(channel, keys.path("channel"));
    if (other != null) {
      keys.mend("channel", "= " + channel + " is also " + other + "; one servo needs one");
    }
  }

  private Optional<Limits> limits(Joint joint, Section keys) {
    int before = problems.count();
    double widest = Limits.WIDEST_DEGREES;
    double low = keys.number("min-degrees", -widest, widest, "°");
    double high = keys.number("max-degrees", -widest, widest, "°");
    double rest = keys.number("rest-degrees", -widest, widest, "°");
    if (low >= high) {
      keys.mend("min-degrees", "= " + low + "° is not below max-degrees = " + high + "°; swapped?");
    } else if (rest < low || rest > high) {
      keys.mend(
          "rest-degrees",
          "= " + rest + "° is outside min-degrees..max-degrees = " + low + ".." + high + "°");
    }
    double speed = keys.number("max-speed", Limits.SLOWEST, joint.speedCeiling(), "°/s");
    double acceleration =
        keys.number("max-acceleration", Limits.GENTLEST, joint.accelerationCeiling(), "°/s²");
    return problems.count() > before
        ? Optional.empty()
        : Optional.of(new Limits(low, high, rest, speed, acceleration));
  }

  /** What was measured of a joint; empty with at least one problem noted. */
  static Optional<JointCalibration> measured(JointProfile make, Section keys, Problems problems) {
    int before = problems.count();
    JointReader reader = new JointReader(problems, JointProfile.LAST_CHANNEL);
    Optional<Calibration> pulses =
        reader.calibration(keys, JointCalibration.SHORTEST_MICROS, JointCalibration.LONGEST_MICROS);
    double rest =
        pulses.map(p -> rest(p, keys)).orElseGet(() -> keys.number("rest-pulse-us", 0, 1e6, " µs"));
    double lead = keys.number("lead-ms", 0, (double) JointProfile.LONGEST_LEAD.toMillis(), " ms");
    pulses.ifPresent(p -> notTooWide(p, make, keys));
    keys.finish();
    return problems.count() > before
        ? Optional.empty()
        : Optional.of(
            new JointCalibration(pulses.orElseThrow(), rest, Duration.ofMillis(Math.round(lead))));
  }

  private static double rest(Calibration pulses, Section keys) {
    return keys.number(
        "rest-pulse-us", JointCalibration.lowest(pulses), JointCalibration.highest(pulses), " µs");
  }

  private static void notTooWide(Calibration pulses, JointProfile make, Section keys) {
    double span = pulses.maxPulseMicros() - pulses.minPulseMicros();
    if (span > JointCalibration.widestMicros(make)) {
      keys.mend(
          "max-pulse-us",
          Sentence.of(
              "is {0} µs above min-pulse-us; with the speed of the robot's profile at most {1} µs are"
                  + " allowed",
              Math.round(span), (long) JointCalibration.widestMicros(make)));
    }
  }

  private Optional<Calibration> calibration(Section keys, double shortest, double longest) {
    int before = problems.count();
    double low = keys.number("min-pulse-us", shortest, longest, " µs");
    double high = keys.number("max-pulse-us", shortest, longest, " µs");
    double most = Calibration.MOST_TRIM_MICROS;
    double trim = keys.number("trim-us", -most, most, " µs", 0);
    if (high - low < Calibration.NARROWEST_MICROS) {
      keys.mend(
          "min-pulse-us",
          Sentence.of(
              "= {0} µs is not at least 50 µs below max-pulse-us = {1} µs; for a servo that turns the"
                  + " other way write 'reversed: true'",
              low, high));
    } else if (Math.abs(trim) >= (high - low) / 2) {
      keys.mend(
          "trim-us", Sentence.of("= {0} µs is more than half of the servo's pulse range", trim));
    }
    boolean reversed = keys.flag("reversed");
    return problems.count() > before
        ? Optional.empty()
        : Optional.of(new Calibration(low, high, reversed, trim));
  }

  private static Duration millis(Section keys, String key, Duration most, double otherwise) {
    double millis = keys.number(key, 0, (double) most.toMillis(), " ms", otherwise);
    return Double.isNaN(millis) ? Duration.ZERO : Duration.ofNanos(Math.round(millis * 1e6));
  }
}
