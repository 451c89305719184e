package iyagi.motion;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Joint profiles for tests: a body like the owl's, and bodies like nobody's. */
public final class Owl {
  private Owl() {}

  /** Eight joints on channels 0 to 7. */
  public static List<JointProfile> joints() {
    List<JointProfile> joints = new ArrayList<>();
    for (Joint joint : Joint.values()) {
      boolean light = joint.scales();
      double speed = joint == Joint.MOUTH ? 400 : joint.speedCeiling() * 0.8;
      double acceleration = joint == Joint.MOUTH ? 12_000 : light ? 6_000 : 4 * speed;
      joints.add(
          joint(
              joint,
              new Limits(joint.low(), joint.high(), 0, speed, acceleration),
              new Calibration(900, 2100, false, 0),
              Duration.ofSeconds(2)));
    }
    return joints;
  }

  /** The mouth alone: 25°, 400°/s, 12,000°/s². */
  public static JointProfile mouth() {
    return joints().getFirst();
  }

  /**
   * Syllables at the very edge of the mouth's limits: T = max(1.875 D/v, √(5.77 D/a)), with and
   * without pauses.
   */
  public static Keyframes speech(RandomGenerator random, int syllables) {
    Limits mouth = mouth().limits();
    List<Keyframes.Knot> knots = new ArrayList<>();
    knots.add(new Keyframes.Knot(0, 0));
    double time = 0;
    double angle = 0;
    for (int syllable = 0; syllable < syllables; syllable++) {
      double next = random.nextInt(4) == 0 ? 0 : random.nextDouble(25);
      double way = Math.abs(next - angle);
      time +=
          Math.max(
                  1.875 * way / mouth.maxSpeed(), Math.sqrt(5.7735 * way / mouth.maxAcceleration()))
              + (random.nextBoolean() ? 0 : random.nextDouble(0.1));
      knots.add(new Keyframes.Knot(time, next));
      angle = next;
    }
    return new Keyframes(Map.of(Joint.MOUTH, knots));
  }

  /** A joint on the channel of its place in the enumeration. */
  public static JointProfile joint(
      Joint joint, Limits limits, Calibration calibration, Duration idleOff) {
    return new JointProfile(
        joint, joint.ordinal(), limits, calibration, Duration.ofMillis(60), idleOff, 100);
  }

  /** Eight joints with any limits and calibration that profiles allow. */
  public static List<JointProfile> any(RandomGenerator random) {
    List<JointProfile> joints = new ArrayList<>();
    for (Joint joint : Joint.values()) {
      double low = random.nextDouble(-180, 170);
      double high = random.nextDouble(low + 1, 180);
      double shortest = random.nextDouble(400, 2500);
      double longest = random.nextDouble(shortest + 50, 2600);
      double trim = Math.min(150, (longest - shortest) / 2 - 1);
      joints.add(
          joint(
              joint,
              new Limits(
                  low,
                  high,
                  random.nextDouble(low, high),
                  random.nextDouble(5, joint.speedCeiling()),
                  random.nextDouble(20, joint.accelerationCeiling())),
              new Calibration(
                  shortest, longest, random.nextBoolean(), random.nextDouble(-trim, trim)),
              Duration.ofMillis(random.nextInt(2000))));
    }
    return joints;
  }
}
