package iyagi.calibration;

import iyagi.motion.Joint;

/**
 * What the bench is to do now.
 *
 * <p>Each time a person has a joint powered, that has a number, 1 and up. Once the joint has been
 * let go for whatever reason, orders with that number do nothing any more.
 */
public sealed interface Order {
  /** No joint is powered. */
  record Limp() implements Order {}

  /**
   * One joint is powered and slowly goes to a pulse.
   *
   * @param pulseMicros 500 to 2500
   * @param power the number
   */
  record Hold(Joint joint, double pulseMicros, int power) implements Order {}

  /**
   * One joint taps to the clicks that are heard.
   *
   * @param fromMicros where it stands before, between and after
   * @param toMicros where it taps to
   * @param leadSeconds how much earlier than its click it is told
   * @param power the number
   */
  record Tap(Joint joint, double fromMicros, double toMicros, double leadSeconds, int power)
      implements Order {}
}
