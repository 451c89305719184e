package iyagi.settings;

import iyagi.motion.Calibration;
import iyagi.motion.Joint;
import iyagi.motion.JointProfile;
import iyagi.motion.Limits;
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
      joints.problem("mouth", "or another joint was expected; there is none");
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
    Optional<Calibration> calibration = calibration(keys);
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
      keys.problem("channel", "= " + channel + " is also " + other + "; one servo needs one");
    }
  }

  private Optional<Limits> limits(Joint joint, Section keys) {
    int before = problems.count();
    double widest = Limits.WIDEST_DEGREES;
    double low = keys.number("min-degrees", -widest, widest, "°");
    double high = keys.number("max-degrees", -widest, widest, "°");
    double rest = keys.number("rest-degrees", -widest, widest, "°");
    if (low >= high) {
      keys.problem(
          "min-degrees", "= " + low + "° is not below max-degrees = " + high + "°; swapped?");
    } else if (rest < low || rest > high) {
      keys.problem(
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

  private Optional<Calibration> calibration(Section keys) {
    int before = problems.count();
    double shortest = Calibration.SHORTEST_MICROS;
    double longest = Calibration.LONGEST_MICROS;
    double low = keys.number("min-pulse-us", shortest, longest, " µs");
    double high = keys.number("max-pulse-us", shortest, longest, " µs");
    double most = Calibration.MOST_TRIM_MICROS;
    double trim = keys.number("trim-us", -most, most, " µs", 0);
    if (high - low < Calibration.NARROWEST_MICROS) {
      keys.problem(
          "min-pulse-us",
          "= "
              + low
              + " µs is not at least 50 µs below max-pulse-us = "
              + high
              + " µs; for a servo that turns the other way write 'reversed: true'");
    } else if (Math.abs(trim) >= (high - low) / 2) {
      keys.problem("trim-us", "= " + trim + " µs is more than half of the servo's pulse range");
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
