package iyagi.session;

import iyagi.performance.PerformanceEvent.Ending;

/** How a session came to its end. */
public enum Result {
  /** Read to the last word. */
  COMPLETED("completed"),
  /** Stopped by somebody, or for another story. */
  STOPPED("stopped"),
  /** Halted for safety. */
  HALTED("halted"),
  /** The player failed. */
  FAILED("failed"),
  /** The machine was switched off in the middle; found out at the next start. */
  POWER_LOSS("power-loss"),
  /** The program ended in the middle while the machine went on; found out at the next start. */
  RESTARTED("restarted");

  private final String word;

  Result(String word) {
    this.word = word;
  }

  /** As reports and files write it. */
  public String word() {
    return word;
  }

  /**
   * The result of that word.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Result of(String word) {
    for (Result result : values()) {
      if (result.word.equals(word)) {
        return result;
      }
    }
    throw new IllegalArgumentException("no result of a session: " + word);
  }

  static Result of(Ending ending) {
    return switch (ending) {
      case COMPLETED -> COMPLETED;
      case STOPPED -> STOPPED;
      case HALTED -> HALTED;
      case FAILED -> FAILED;
    };
  }
}
