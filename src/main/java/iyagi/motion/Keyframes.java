package iyagi.motion;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A movement as plain data: knots for each joint, with a minimum-jerk step from knot to knot (Flash
 * and Hogan 1985), so that every knot is passed at rest and nothing jerks.
 *
 * @param tracks knots of each joint in order of time, at least one a joint
 */
public record Keyframes(Map<Joint, List<Knot>> tracks) implements Trajectory {
  /**
   * An angle at a moment.
   *
   * @param seconds from the start, not negative
   * @param degrees the joint's angle then
   */
  public record Knot(double seconds, double degrees) {
    /** Checks that both are numbers. */
    public Knot {
      if (!(seconds >= 0) || !Double.isFinite(seconds) || !Double.isFinite(degrees)) {
        throw new IllegalArgumentException(
            "knot at " + seconds + " s, " + degrees + "° is no angle in time");
      }
    }
  }

  /** Copies, and checks that the knots of every joint are in order. */
  public Keyframes {
    Map<Joint, List<Knot>> copy = new EnumMap<>(Joint.class);
    tracks.forEach(
        (joint, knots) -> {
          if (knots.isEmpty()) {
            throw new IllegalArgumentException(joint.key() + " has no knots");
          }
          for (int i = 1; i < knots.size(); i++) {
            if (knots.get(i).seconds() < knots.get(i - 1).seconds()) {
              throw new IllegalArgumentException(
                  joint.key() + ": knot " + i + " is before the one before it");
            }
          }
          copy.put(joint, List.copyOf(knots));
        });
    tracks = Collections.unmodifiableMap(copy);
  }

  @Override
  public Duration length() {
    double last = 0;
    for (List<Knot> knots : tracks.values()) {
      last = Math.max(last, knots.getLast().seconds());
    }
    return Duration.ofNanos(Math.round(last * 1e9));
  }

  @Override
  public Set<Joint> joints() {
    return tracks.keySet();
  }

  @Override
  public double degrees(Joint joint, double seconds) {
    List<Knot> knots = tracks.get(joint);
    if (knots == null) {
      return Double.NaN;
    }
    int low = 0;
    int high = knots.size() - 1;
    if (seconds <= knots.get(low).seconds()) {
      return knots.get(low).degrees();
    }
    if (seconds >= knots.get(high).seconds()) {
      return knots.get(high).degrees();
    }
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (knots.get(middle).seconds() <= seconds) {
        low = middle;
      } else {
        high = middle;
      }
    }
    Knot a = knots.get(low);
    Knot b = knots.get(high);
    return a.degrees()
        + (b.degrees() - a.degrees()) * step((seconds - a.seconds()) / (b.seconds() - a.seconds()));
  }

  /** The minimum-jerk step from 0 to 1: 10x³ - 15x⁴ + 6x⁵, for x from 0 to 1. */
  public static double step(double x) {
    return x * x * x * (10 + x * (6 * x - 15));
  }
}
