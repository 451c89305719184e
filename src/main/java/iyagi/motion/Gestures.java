package iyagi.motion;

import iyagi.motion.Keyframes.Knot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The gestures that a story may name. Each has a small movement the other way first, so that
 * children see it coming, a clear stroke, a hold to be read, and a calm way back to rest (after
 * Thomas and Johnston, The Illusion of Life, 1981). None needs more than 100°/s of the head or
 * 130°/s of an arm, at the accelerations of the owl's profile.
 */
public final class Gestures {
  private static final Map<String, Gesture> NAMED = new LinkedHashMap<>();

  static {
    head();
    arms();
    wholeBody();
  }

  private Gestures() {}

  /** The gesture of that name, as authors write it: "look_up". */
  public static Optional<Gesture> named(String name) {
    return Optional.ofNullable(NAMED.get(name));
  }

  /** All names. */
  public static Set<String> names() {
    return Collections.unmodifiableSet(NAMED.keySet());
  }

  private static void head() {
    gesture("nod", 0.70)
        .track(Joint.HEAD_PITCH, 0.25, 4, 0.70, -12, 1.08, 0, 1.40, -8, 1.74, 0)
        .done();
    gesture("shake", 0.48).track(Joint.HEAD_YAW, 0.48, -18, 1.18, 18, 1.80, -12, 2.22, 0).done();
    gesture("look_up", 0.80)
        .track(Joint.HEAD_PITCH, 0.22, -3, 0.80, 20, 1.80, 20, 2.40, 0)
        .track(Joint.EYELIDS, 0.22, 0, 0.45, 20, 0.75, 0)
        .done();
    gesture("look_down", 0.80)
        .track(Joint.HEAD_PITCH, 0.22, 3, 0.80, -20, 1.80, -20, 2.40, 0)
        .track(Joint.EYELIDS, 0.30, 0, 0.70, 10, 1.80, 10, 2.20, 0)
        .done();
    look("look_left", 1);
    look("look_right", -1);
    gesture("listen", 0.80)
        .track(Joint.HEAD_ROLL, 0.22, -3, 0.80, 14, 2.20, 14, 2.80, 0)
        .track(Joint.HEAD_YAW, 0.20, 0, 0.85, 15, 2.20, 15, 2.80, 0)
        .track(Joint.EYELIDS, 1.30, 0, 1.50, 26, 1.75, 0)
        .done();
    gesture("yawn", 1.40)
        .track(Joint.MOUTH, 0.40, 0, 1.40, 24, 2.00, 24, 2.60, 0)
        .track(Joint.HEAD_PITCH, 0.30, -3, 1.40, 14, 2.00, 14, 2.90, 0)
        .track(Joint.EYELIDS, 0.60, 0, 1.40, 27, 2.10, 27, 2.70, 0)
        .done();
    gesture("sleep", 1.60)
        .track(Joint.EYELIDS, 0.60, 12, 0.90, 8, 1.60, 30, 3.10, 30, 3.60, 0)
        .track(Joint.HEAD_PITCH, 0.30, 2, 1.60, -18, 3.00, -18, 3.90, 0)
        .track(Joint.HEAD_ROLL, 0.50, 0, 1.60, 10, 3.00, 10, 3.90, 0)
        .done();
  }

  /** The eyes blink on the way, as eyes do, and the waist follows the head. */
  private static void look(String name, int side) {
    gesture(name, 1.15)
        .track(Joint.HEAD_YAW, 0.24, -4 * side, 1.15, 40 * side, 2.10, 40 * side, 3.00, 0)
        .track(Joint.WAIST, 0.40, 0, 1.30, 8 * side, 2.10, 8 * side, 3.00, 0)
        .track(Joint.EYELIDS, 0.30, 0, 0.52, 24, 0.80, 0)
        .done();
  }

  private static void arms() {
    gesture("wave", 1.70)
        .track(Joint.RIGHT_ARM, 1.25, 85, 1.70, 65, 2.15, 85, 2.60, 65, 3.60, 0)
        .track(Joint.HEAD_ROLL, 0.40, 0, 1.10, -8, 2.60, -8, 3.30, 0)
        .track(Joint.HEAD_YAW, 0.40, 0, 1.10, -10, 2.60, -10, 3.30, 0)
        .done();
    gesture("clap", 1.45)
        .arms(1.00, 65, 1.45, 82, 1.87, 65, 2.30, 82, 3.52, 0)
        .track(Joint.HEAD_PITCH, 1.00, 4, 1.45, -4, 1.87, 3, 2.30, -4, 2.80, 0)
        .done();
    gesture("shrug", 0.70)
        .arms(0.70, 35, 1.30, 35, 2.00, 0)
        .track(Joint.HEAD_ROLL, 0.20, 0, 0.75, 10, 1.30, 10, 1.90, 0)
        .track(Joint.HEAD_PITCH, 0.25, 0, 0.75, -4, 1.30, -4, 1.80, 0)
        .done();
    gesture("point", 1.25)
        .track(Joint.RIGHT_ARM, 1.25, 80, 2.05, 80, 3.25, 0)
        .track(Joint.HEAD_YAW, 0.25, 3, 1.15, -22, 2.10, -22, 3.00, 0)
        .done();
    gesture("cheer", 1.55)
        .arms(1.55, 100, 2.00, 84, 2.45, 100, 3.95, 0)
        .track(Joint.HEAD_PITCH, 0.40, -4, 1.40, 12, 2.45, 12, 3.20, 0)
        .done();
  }

  private static void wholeBody() {
    gesture("hug", 1.70)
        .arms(1.25, 80, 1.70, 95, 2.50, 95, 3.95, 0)
        .track(Joint.HEAD_ROLL, 0.50, 0, 1.60, 10, 2.50, 10, 3.30, 0)
        .track(Joint.EYELIDS, 1.10, 0, 1.65, 22, 2.60, 22, 3.10, 0)
        .done();
    gesture("peek", 2.45)
        .arms(1.45, 95, 1.95, 95, 2.80, 45, 3.55, 0)
        .track(Joint.EYELIDS, 0.90, 0, 1.30, 30, 2.15, 30, 2.45, 0)
        .track(Joint.HEAD_PITCH, 0.60, 0, 1.40, -8, 1.95, -8, 2.55, 6, 3.30, 0)
        .track(Joint.HEAD_ROLL, 1.95, 0, 2.55, 10, 2.90, 10, 3.50, 0)
        .done();
    gesture("bow", 1.00)
        .track(Joint.HEAD_PITCH, 0.25, 3, 1.00, -22, 1.60, -22, 2.40, 0)
        .track(Joint.EYELIDS, 0.40, 0, 1.00, 20, 1.60, 20, 2.10, 0)
        .arms(0.20, 0, 0.95, 12, 1.60, 12, 2.30, 0)
        .done();
    gesture("stretch", 1.70)
        .arms(1.70, 110, 2.20, 110, 3.90, 0)
        .track(Joint.HEAD_PITCH, 0.40, -4, 1.60, 18, 2.20, 18, 3.10, 0)
        .track(Joint.EYELIDS, 1.00, 0, 1.60, 28, 2.20, 28, 2.70, 0)
        .done();
    gesture("dance", 0.70)
        .track(Joint.WAIST, 0.70, 12, 1.65, -12, 2.60, 12, 3.30, 0)
        .track(Joint.HEAD_ROLL, 0.70, -8, 1.65, 8, 2.60, -8, 3.20, 0)
        .track(Joint.LEFT_ARM, 0.70, 40, 1.65, 10, 2.60, 40, 3.35, 0)
        .track(Joint.RIGHT_ARM, 0.70, 10, 1.65, 40, 2.60, 10, 3.30, 0)
        .done();
    gesture("think", 1.05)
        .track(Joint.RIGHT_ARM, 1.05, 60, 2.40, 60, 3.40, 0)
        .track(Joint.HEAD_ROLL, 0.20, 0, 0.90, 10, 2.40, 10, 3.10, 0)
        .track(Joint.HEAD_PITCH, 0.25, -2, 0.95, 9, 2.40, 9, 3.00, 0)
        .track(Joint.EYELIDS, 1.50, 0, 1.70, 26, 1.95, 0)
        .done();
    gesture("jump", 0.90)
        .track(Joint.HEAD_PITCH, 0.35, -8, 0.90, 12, 1.35, 0)
        .arms(0.15, 0, 0.90, 45, 1.65, 0)
        .done();
  }

  private static Draft gesture(String name, double strokeSeconds) {
    return new Draft(name, Duration.ofMillis(Math.round(strokeSeconds * 1000)));
  }

  /** A gesture being written down. */
  private static final class Draft {
    private final String name;
    private final Duration stroke;
    private final Map<Joint, List<Knot>> tracks = new EnumMap<>(Joint.class);

    Draft(String name, Duration stroke) {
      this.name = name;
      this.stroke = stroke;
    }

    /** One joint from rest at 0 s through moments (in seconds) and angles, in turns. */
    Draft track(Joint joint, double... secondsAndDegrees) {
      List<Knot> knots = new ArrayList<>();
      knots.add(new Knot(0, 0));
      for (int i = 0; i < secondsAndDegrees.length; i += 2) {
        knots.add(new Knot(secondsAndDegrees[i], secondsAndDegrees[i + 1]));
      }
      tracks.put(joint, knots);
      return this;
    }

    Draft arms(double... secondsAndDegrees) {
      return track(Joint.LEFT_ARM, secondsAndDegrees).track(Joint.RIGHT_ARM, secondsAndDegrees);
    }

    void done() {
      NAMED.put(name, new Gesture(name, new Keyframes(tracks), stroke));
    }
  }
}
