package iyagi.score;

import iyagi.light.Colour;
import iyagi.motion.Joint;
import iyagi.motion.Pose;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** What the body is to show at a moment: a pure function of the passages on their time axis. */
public final class Choreography {
  /**
   * A movement may run on behind its passage; those of that many passages before are looked at,
   * too.
   */
  private static final int LOOK_BACK = 4;

  private Choreography() {}

  /**
   * The pose wanted of the joints given.
   *
   * @param placed passages in order of time
   * @param seconds on their time axis
   * @param leadSeconds how early each joint has to be told, because its servo is late
   */
  public static Pose pose(
      List<Placed> placed, double seconds, Set<Joint> joints, ToDoubleFunction<Joint> leadSeconds) {
    Pose pose = Pose.NONE;
    for (Joint joint : joints) {
      pose = pose.with(joint, degrees(placed, seconds + leadSeconds.applyAsDouble(joint), joint));
    }
    return pose;
  }

  /**
   * One joint's angle. The highest layer that moves the joint wins; inside a layer the movement
   * that began last; else the joint is at rest, 0°.
   */
  public static double degrees(List<Placed> placed, double seconds, Joint joint) {
    double best = 0;
    Cue.Layer layer = null;
    int now = Placed.at(placed, seconds);
    for (int i = now; i >= 0 && i > now - LOOK_BACK; i--) {
      List<Cue> cues = placed.get(i).passage().cues();
      for (int c = cues.size() - 1; c >= 0; c--) {
        if (cues.get(c) instanceof Cue.Move move
            && (layer == null || move.layer().compareTo(layer) > 0)) {
          double inside = seconds - placed.get(i).start() - move.at().toNanos() / 1e9;
          if (lasts(move, inside) && move.movement().joints().contains(joint)) {
            best = move.movement().degrees(joint, inside);
            layer = move.layer();
          }
        }
      }
    }
    return best;
  }

  /** The light wanted: of the highest layer that glows; inside a layer what began last. */
  public static Colour light(List<Placed> placed, double seconds) {
    Colour best = Colour.DARK;
    Cue.Layer layer = null;
    int now = Placed.at(placed, seconds);
    for (int i = now; i >= 0 && i > now - LOOK_BACK; i--) {
      List<Cue> cues = placed.get(i).passage().cues();
      for (int c = cues.size() - 1; c >= 0; c--) {
        double inside = seconds - placed.get(i).start() - cues.get(c).at().toNanos() / 1e9;
        if (cues.get(c) instanceof Cue.Glow glow
            && (layer == null || glow.layer().compareTo(layer) > 0)
            && lasts(glow, inside)) {
          best = glow.pattern().at(inside);
          layer = glow.layer();
        }
      }
    }
    return best;
  }

  private static boolean lasts(Cue cue, double inside) {
    return inside >= 0 && inside * 1e9 <= cue.length().toNanos();
  }
}
