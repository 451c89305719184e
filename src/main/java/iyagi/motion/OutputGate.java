package iyagi.motion;

import iyagi.words.Sentence;

/**
 * The line that lets the servo board's pulses out, or not: the innermost dead-man switch of a
 * robot. It is shut when it has been opened as a device, and only {@link GuardedServoBus} may lift
 * it. One thread at a time.
 */
public interface OutputGate extends AutoCloseable {
  /** What it is, for a librarian: "safety line GPIO 4". */
  Sentence name();

  /** Whether there is such a line on this robot; without one nothing happens here. */
  boolean wired();

  /**
   * Lets pulses out.
   *
   * @throws ServoFault if the line cannot be set
   */
  void lift();

  /**
   * Lets no pulse out, whatever the board does.
   *
   * @throws ServoFault if the line cannot be set
   */
  void shut();

  /** Shut, and the line given back. May be called twice. */
  @Override
  void close();

  /** For robots without such a line. */
  static OutputGate none() {
    return new OutputGate() {
      @Override
      public Sentence name() {
        return Sentence.of("no safety line");
      }

      @Override
      public boolean wired() {
        return false;
      }

      @Override
      public void lift() {}

      @Override
      public void shut() {}

      @Override
      public void close() {}
    };
  }
}
