package iyagi.motion.sim;

import iyagi.motion.OutputGate;
import iyagi.motion.ServoFault;
import iyagi.words.Sentence;

/** A safety line that exists in memory only. May be looked at by any thread. */
public final class SimOutputGate implements OutputGate {
  private volatile boolean lifted;
  private volatile boolean stuck;
  private volatile boolean closed;

  @Override
  public Sentence name() {
    return Sentence.of("simulated safety line");
  }

  @Override
  public boolean wired() {
    return true;
  }

  @Override
  public void lift() {
    set(true);
  }

  @Override
  public void shut() {
    if (lifted) {
      set(false);
    }
  }

  private void set(boolean wanted) {
    if (stuck || closed) {
      throw new ServoFault(
          Sentence.of(
              "simulated safety line: {0}; expected to be set; free it again",
              Sentence.of(closed ? "closed" : "stuck")));
    }
    lifted = wanted;
  }

  /** Whether pulses get through. */
  public boolean lifted() {
    return lifted;
  }

  /** Whether the line has been given back. */
  public boolean closed() {
    return closed;
  }

  /** From now on it cannot be set, or can again. */
  public void stuck(boolean now) {
    stuck = now;
  }

  @Override
  public void close() {
    lifted = false;
    closed = true;
  }
}
