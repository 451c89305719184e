package iyagi.motion.sim;

import iyagi.motion.OutputGate;
import iyagi.motion.OutputGateContract;

final class SimOutputGateTest extends OutputGateContract {
  private final SimOutputGate gate = new SimOutputGate();

  @Override
  protected OutputGate gate() {
    return gate;
  }

  @Override
  protected boolean through() {
    return gate.lifted();
  }

  @Override
  protected void stick() {
    gate.stuck(true);
  }
}
