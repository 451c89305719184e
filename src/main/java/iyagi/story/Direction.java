package iyagi.story;

/**
 * What the robot does beside speaking. Names are those of the vocabulary that the story was read
 * with.
 */
public sealed interface Direction {
  /** A gesture by name: "wave". */
  record Gesture(String name) implements Direction {}

  /** The lamps glow in a colour by name and fade: "yellow". */
  record Glow(String colour) implements Direction {}

  /**
   * A sound by name.
   *
   * @param softly at a third of its loudness
   */
  record Sound(String name, boolean softly) implements Direction {}
}
