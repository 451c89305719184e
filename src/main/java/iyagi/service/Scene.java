package iyagi.service;

import iyagi.light.Colour;
import iyagi.motion.Pose;
import iyagi.performance.PlayerState;
import iyagi.score.Placed;
import java.util.List;

/**
 * What is seen and heard of the robot at one moment. Immutable: whoever looks delays nobody.
 *
 * @param state what the player does
 * @param placed the passages that are heard or about to be, in seconds of sound
 * @param seconds of sound heard so far, on the same axis; stands still while nothing sounds
 * @param pose what the servos were told last
 * @param light what the lamps were told last
 */
public record Scene(
    PlayerState state, List<Placed> placed, double seconds, Pose pose, Colour light) {
  /** Copies the passages. */
  public Scene {
    placed = List.copyOf(placed);
  }
}
