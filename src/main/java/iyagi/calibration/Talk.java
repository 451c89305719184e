package iyagi.calibration;

/** Between a person who types and what is measured. */
public interface Talk {
  /** Says what is said first. The thread that calls {@link #step()}. */
  void begin();

  /** A person has typed a line. Any one thread. */
  void typed(String line);

  /** No further line will come. The thread that calls {@link #typed}. */
  void hungUp();

  /** Whether it has ended; then nothing is powered and nothing sounds. */
  boolean over();

  /** One step, 50 times a second. Never waits. One thread. */
  void step();
}
