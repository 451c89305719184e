package iyagi.motion;

import iyagi.words.Sentence;

/** The way to the servos of one robot. One thread writes. Nothing but the body may use it. */
public interface ServoBus extends AutoCloseable {
  /** What it is, for a librarian: "PCA9685 at 0x40 on I2C bus 1", "simulated servos". */
  Sentence name();

  /**
   * Sends a whole pose at once.
   *
   * @param pulses width in microseconds by channel; 0 lets the servo of that channel go limp.
   *     Copied.
   * @throws ServoFault if the bus is lost
   */
  void write(double[] pulses);

  /**
   * Lets every servo go limp.
   *
   * @throws ServoFault if the bus is lost
   */
  void release();

  /** Lets every servo go limp if it still can and gives the device back. May be called twice. */
  @Override
  void close();
}
