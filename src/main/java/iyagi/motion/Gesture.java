package iyagi.motion;

import java.time.Duration;

/**
 * A named movement with a meaning.
 *
 * @param name as an author writes it: "wave"
 * @param movement what moves; starts and ends with every joint at rest (0°)
 * @param stroke the moment that carries the meaning, from the start of the movement: the clap of a
 *     clap
 */
public record Gesture(String name, Keyframes movement, Duration stroke) {
  /** Checks that the stroke is inside the movement. */
  public Gesture {
    if (stroke.isNegative() || stroke.compareTo(movement.length()) > 0) {
      throw new IllegalArgumentException(
          "gesture '" + name + "': stroke at " + stroke + " is outside it");
    }
  }
}
