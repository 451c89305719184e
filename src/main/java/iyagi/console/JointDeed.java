package iyagi.console;

import iyagi.calibration.Act;

/**
 * What somebody does at the page *Adjust the joints*.
 *
 * @param id of the calibration
 * @param act warn, power, off, lower, higher, much-lower, much-higher, mark, reverse, reset, tap,
 *     earlier, later, much-earlier, much-later, go, save or leave
 * @param place for mark: lowest, highest or middle
 * @param joint for go, from 0
 * @param anyway for tap: also in quiet hours
 */
record JointDeed(String id, String act, String place, int joint, boolean anyway) {
  private static final double LITTLE_MICROS = 10;
  private static final double MORE_MICROS = 40;
  private static final long LITTLE_MILLIS = 10;
  private static final long MORE_MILLIS = 30;

  /**
   * What is meant.
   *
   * @throws Refused if there is no such act or place
   */
  Act meant() {
    return switch (String.valueOf(act)) {
      case "warn" -> new Act.Warn();
      case "power" -> new Act.Power();
      case "off" -> new Act.Off();
      case "lower" -> new Act.Turn(-LITTLE_MICROS);
      case "higher" -> new Act.Turn(LITTLE_MICROS);
      case "much-lower" -> new Act.Turn(-MORE_MICROS);
      case "much-higher" -> new Act.Turn(MORE_MICROS);
      case "mark" -> new Act.Mark(place(String.valueOf(place)));
      case "reverse" -> new Act.Reverse();
      case "reset" -> new Act.Reset();
      case "tap" -> new Act.Tap();
      case "earlier" -> new Act.Earlier(LITTLE_MILLIS);
      case "later" -> new Act.Earlier(-LITTLE_MILLIS);
      case "much-earlier" -> new Act.Earlier(MORE_MILLIS);
      case "much-later" -> new Act.Earlier(-MORE_MILLIS);
      case "go" -> new Act.Go(joint);
      case "save" -> new Act.Save();
      case "leave" -> new Act.Leave();
      default -> throw new Refused(400, "not-understood");
    };
  }

  private static Act.Place place(String word) {
    return switch (word) {
      case "lowest" -> Act.Place.LOWEST;
      case "highest" -> Act.Place.HIGHEST;
      case "middle" -> Act.Place.MIDDLE;
      default -> throw new Refused(400, "not-understood");
    };
  }
}
