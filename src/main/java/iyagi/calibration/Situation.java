package iyagi.calibration;

import iyagi.motion.Joint;
import iyagi.settings.JointCalibration;
import java.util.Set;

/**
 * How a calibration stands: which joint, what is asked, where it stands and what is noted.
 *
 * @param joint that is being measured
 * @param at its place in the order, from 0
 * @param joints how many there are
 * @param stage what is asked
 * @param pulseMicros where the joint stands, as far as anybody knows
 * @param ready whether anything but letting go can be done now
 * @param reach how far it may be moved
 * @param measured what is noted of it
 * @param marked the places that were shown since the beginning
 * @param saved whether everything noted has been kept
 * @param over whether it has ended; nothing is powered then
 */
public record Situation(
    Joint joint,
    int at,
    int joints,
    Stage stage,
    double pulseMicros,
    boolean ready,
    Reach reach,
    JointCalibration measured,
    Set<Act.Place> marked,
    boolean saved,
    boolean over) {
  /** What is asked. */
  public enum Stage {
    /** Not powered. */
    LIMP,
    /** Not powered; the person has been told to keep away. */
    WARNED,
    /** Powered: moved and shown its places. */
    HELD,
    /** Moves to clicks. */
    TAPPING,
    /** On its way to rest, and then let go. */
    LEAVING;

    boolean powered() {
      return switch (this) {
        case LIMP, WARNED -> false;
        case HELD, TAPPING, LEAVING -> true;
      };
    }
  }

  /** Copies the places. */
  public Situation {
    marked = Set.copyOf(marked);
  }
}
