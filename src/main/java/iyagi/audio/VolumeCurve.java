package iyagi.audio;

import iyagi.audio.LoudnessTable.Step;
import java.util.List;

/**
 * From a level of the volume, 0 to 100, to a factor for every sample. Each step of the level is the
 * same number of dB, 40 dB from the lowest that is not silence to the loudest.
 *
 * <p>Without a measurement these are dB of the signal, and 100 is the signal as it is. With one
 * they are dB(A) at 50 cm, as the measurement says; and 100 is the ceiling in dB(A) or, where the
 * robot is not that loud, the signal as it is.
 */
public final class VolumeCurve {
  /** From full volume to the lowest that is not silence, as a hand on a dial expects it. */
  private static final double RANGE_DB = 40;

  private static final int LOUDEST = 100;

  private final double[] gains = new double[LOUDEST + 1];

  private VolumeCurve(Scale scale) {
    for (int level = 1; level <= LOUDEST; level++) {
      gains[level] = Math.pow(10, Math.min(0, scale.signalDb(level)) / 20);
    }
  }

  private interface Scale {
    double signalDb(int level);
  }

  /** Nothing has been measured. */
  public static VolumeCurve plain() {
    return new VolumeCurve(VolumeCurve::plainDb);
  }

  /**
   * By a measurement that was made with the plain curve.
   *
   * @param ceilingDba speech is never louder than this at 50 cm, in dB(A)
   */
  public static VolumeCurve measured(LoudnessTable table, double ceilingDba) {
    List<Step> steps = table.steps();
    double loudest = Math.min(ceilingDba, loudness(steps, 0));
    return new VolumeCurve(level -> signal(steps, loudest + plainDb(level)));
  }

  /** The factor for a level; below 0 and above 100 count as those. */
  public double gain(int level) {
    return gains[Math.clamp(level, 0, LOUDEST)];
  }

  /** The signal at a level of the plain curve, in dB of full signal: 0 or less. */
  public static double plainDb(int level) {
    return -RANGE_DB * (LOUDEST - level) / LOUDEST;
  }

  /** What the meter would show with a signal; a dB for a dB outside of what was measured. */
  static double loudness(List<Step> steps, double signalDb) {
    int i = 1;
    while (i < steps.size() && plainDb(steps.get(i).level()) < signalDb) {
      i++;
    }
    Step low = steps.get(i - 1);
    double from = plainDb(low.level());
    if (i == steps.size() || signalDb <= from) {
      return low.dba() + signalDb - from;
    }
    Step high = steps.get(i);
    double share = (signalDb - from) / (plainDb(high.level()) - from);
    return low.dba() + share * (high.dba() - low.dba());
  }

  /** The signal with which the meter would show this. */
  private static double signal(List<Step> steps, double dba) {
    int i = 1;
    while (i < steps.size() && steps.get(i).dba() < dba) {
      i++;
    }
    Step low = steps.get(i - 1);
    double from = plainDb(low.level());
    if (i == steps.size() || dba <= low.dba()) {
      return from + dba - low.dba();
    }
    Step high = steps.get(i);
    double share = (dba - low.dba()) / (high.dba() - low.dba());
    return from + share * (plainDb(high.level()) - from);
  }
}
