package iyagi.audio;

import iyagi.words.Sentence;
import iyagi.words.Unfit;
import java.util.List;

/**
 * How loud a robot is at some steps of its volume, measured once with a sound level meter: dB(A) at
 * 50 cm in front of it while it speaks.
 *
 * @param steps at least two, from quiet to loud, each louder than the one before
 */
public record LoudnessTable(List<Step> steps) {
  /** The quietest reading that can be one of the robot and not of the room, in dB(A). */
  public static final double QUIETEST_DBA = 20;

  /** The loudest reading that a loudspeaker of this size could give, in dB(A). */
  public static final double LOUDEST_DBA = 120;

  /**
   * One reading.
   *
   * @param level of the volume, 1 to 100
   * @param dba what the meter showed, 20 to 120 dB(A)
   */
  public record Step(int level, double dba) {
    /** Checks the ranges. */
    public Step {
      if (level < 1 || level > 100) {
        throw new Unfit(Sentence.of("volume {0} is outside 1..100", level));
      }
      if (!(dba >= QUIETEST_DBA && dba <= LOUDEST_DBA)) {
        throw new Unfit(Sentence.of("{0} dB(A) is outside 20..120 dB(A)", dba));
      }
    }
  }

  /** Copies the steps and checks their order. */
  public LoudnessTable {
    steps = List.copyOf(steps);
    if (steps.size() < 2) {
      throw new Unfit(
          Sentence.of(
              "loudness was measured at {0} steps of the volume; at least 2 are needed",
              steps.size()));
    }
    for (int i = 1; i < steps.size(); i++) {
      Step before = steps.get(i - 1);
      Step step = steps.get(i);
      if (step.level() <= before.level() || step.dba() <= before.dba()) {
        throw new Unfit(
            Sentence.of(
                "volume {0} was measured with {1} dB(A), volume {2} before it with {3} dB(A); each step"
                    + " has to be louder than the one before, so leave out the quiet ones in which"
                    + " the meter hears the room only",
                step.level(), step.dba(), before.level(), before.dba()));
      }
    }
  }
}
