package iyagi.service;

import iyagi.motion.GuardedServoBus;
import iyagi.motion.Joint;
import iyagi.performance.Guest;
import iyagi.settings.RobotProfile;
import java.util.Map;

/**
 * The joints of the robot in service, for somebody who measures them while nothing is read: the
 * same servos behind the same safety line and watch. Whoever borrows them asks {@link
 * Service#lendBody} first. Any thread.
 */
public final class BodyLoan {
  private final Movement movement;

  BodyLoan(Movement movement) {
    this.movement = movement;
  }

  /** Written by the guest only while it has them. */
  public GuardedServoBus servos() {
    return movement.servos();
  }

  /** The pulses where the joints were told to be last, in microseconds. */
  public Map<Joint, Double> stands() {
    return movement.stands();
  }

  /** Whether every joint is limp, so that they can be lent. */
  public boolean still() {
    return movement.loop().still();
  }

  /** How often anybody has halted. */
  public int halts() {
    return movement.loop().halts();
  }

  /**
   * From the moment on at which the joints are limp the guest moves them.
   *
   * @return whether it does; not while another one has them
   */
  public boolean lend(Guest guest) {
    return movement.loop().lend(guest);
  }

  /**
   * The guest has let go of them.
   *
   * @param measured the robot as it is from now on
   * @param pulses where the guest has left the joints, in microseconds
   */
  public void giveBack(RobotProfile measured, Map<Joint, Double> pulses) {
    movement.takeBack(measured, pulses);
  }
}
