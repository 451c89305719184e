package iyagi.program;

import iyagi.words.Sentence;

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
  public Sentence told() {
    return switch (this) {
      case READING -> Sentence.of("somebody else was being read to");
      case PROGRAMME -> Sentence.of("another programme was not over");
      case HALTED -> Sentence.of("the robot had been halted and nobody had started it again");
      case QUIET -> Sentence.of("it was quiet hours");
      case OFF -> Sentence.of("the robot was off or did not know the time");
      case STOPPED -> Sentence.of("somebody stopped it");
      case CUT_OFF -> Sentence.of("the robot was cut off and came back too late to go on");
      case CHANGED -> Sentence.of("the plan was changed or taken out meanwhile");
    };
  }

  /** The same in English. */
  public String words() {
    return told().toString();
  }
}
