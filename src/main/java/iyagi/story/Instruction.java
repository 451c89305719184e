package iyagi.story;

import java.time.Duration;

/** What stands between braces. */
sealed interface Instruction {
  /**
   * Something to see or hear beside the voice.
   *
   * @param waited whether the voice waits until it is over
   * @param pin the word or words that it lands on; empty where it begins at its place
   */
  record Show(Direction direction, boolean waited, String pin) implements Instruction {}

  /** Silence. */
  record Silence(Duration length) implements Instruction {}

  /** Another voice until the paragraph ends. */
  record Speak(String voice) implements Instruction {}

  /** Another pace until the paragraph ends, against the voice's own. */
  record Pace(double rate) implements Instruction {}

  /** From here on a word is said as it is spelt here. */
  record Say(String word, String pronunciation) implements Instruction {}
}
