package iyagi.score;

/** How much the robot moves of itself between the author's gestures. */
public enum Liveliness {
  /** Blinks, breath, glances and small nods. */
  FULL,
  /** Blinks, breath and smaller glances: for children who are easily overwhelmed. */
  CALM,
  /** Nothing but what the author wrote. */
  OFF
}
