package iyagi.audio;

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
        throw new IllegalArgumentException("volume " + level + " is outside 1..100");
      }
      if (!(dba >= QUIETEST_DBA && dba <= LOUDEST_DBA)) {
        throw new IllegalArgumentException(dba + " dB(A) is outside 20..120 dB(A)");
      }
    }
  }

  /** Copies the steps and checks their order. */
  public LoudnessTable {
    steps = List.copyOf(steps);
    if (steps.size() < 2) {
      throw new IllegalArgumentException(
          "loudness was measured at "
              + steps.size()
              + " steps of the volume; at least 2 are needed");
    }
    for (int i = 1; i < steps.size(); i++) {
      Step before = steps.get(i - 1);
      Step step = steps.get(i);
      if (step.level() <= before.level() || step.dba() <= before.dba()) {
        throw new IllegalArgumentException(
            "volume "
                + step.level()
                + " was measured with "
                + step.dba()
                + " dB(A), volume "
                + before.level()
                + " before it with "
                + before.dba()
                + " dB(A); each step has to be louder than the one before, so leave out the quiet"
                + " ones in which the meter hears the room only");
      }
    }
  }
}
