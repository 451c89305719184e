package iyagi.program;

/** Why a programme did not begin, or ended before its end. */
public enum Reason {
  /** Somebody was being read to, or a story was paused. */
  READING,
  /** Another programme had not ended. */
  PROGRAMME,
  /** Somebody had halted the robot, and nobody had started it again. */
  HALTED,
  /** It was quiet hours. */
  QUIET,
  /** The robot was off or did not know the time. */
  OFF,
  /** Somebody stopped it. */
  STOPPED,
  /** The power went or the program ended, and it was too late to go on. */
  CUT_OFF,
  /** The plan was changed or taken out. */
  CHANGED;

  /** In words, behind "because". */
  public String words() {
    return switch (this) {
      case READING -> "somebody else was being read to";
      case PROGRAMME -> "another programme was not over";
      case HALTED -> "the robot had been halted and nobody had started it again";
      case QUIET -> "it was quiet hours";
      case OFF -> "the robot was off or did not know the time";
      case STOPPED -> "somebody stopped it";
      case CUT_OFF -> "the robot was cut off and came back too late to go on";
      case CHANGED -> "the plan was changed or taken out meanwhile";
    };
  }
}
