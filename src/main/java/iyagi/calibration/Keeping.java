package iyagi.calibration;

import iyagi.settings.RobotCalibration;
import java.io.IOException;

/** Where a calibration is kept. */
@FunctionalInterface
public interface Keeping {
  /**
   * Keeps it.
   *
   * @return where, for a person
   * @throws IOException if that is not possible; then what was kept before stays
   */
  String keep(RobotCalibration calibration) throws IOException;
}
