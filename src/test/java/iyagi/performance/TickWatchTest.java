package iyagi.performance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class TickWatchTest {
  private final SafetyRig rig = new SafetyRig(0);

  /** Player, loop and watch go on, ten milliseconds at a time. */
  private void run(int millis, boolean loop) {
    for (int t = 0; t < millis; t += 10) {
      rig.clock.pass(0.01);
      rig.player.step();
      if (loop && t % 20 == 0) {
        rig.loop.tick();
      }
      rig.watch.step();
    }
  }

  private void start() {
    rig.player.command(new Command.Start(SafetyRig.wild(new SplittableRandom(5)), 0));
    run(4000, true);
    assertTrue(rig.pulses());
  }

  @Test
  void aLoopThatTicksIsLeftAlone() {
    start();
    run(20_000, true);
    assertTrue(rig.pulses());
  }

  @Test
  void aLoopThatDoesNotTickForAHundredAndFiftyMillisecondsIsCutOff() {
    start();
    run(140, false);
    assertTrue(rig.pulses());
    run(30, false);
    assertFalse(rig.pulses());
    assertFalse(rig.gate.lifted());
    assertTrue(rig.servos.limp(), "the board has been let go, too");
  }

  @Test
  void whenItTicksAgainTheServosArePoweredOneAfterTheOtherAndNobodyIsAlarmed() {
    start();
    run(400, false);
    long before = rig.servos.poses;
    run(40, true);
    assertTrue(rig.gate.lifted());
    assertTrue(rig.servos.poses > before);
    assertEquals(1, rig.servos.powered(), "softly: one joint, then the next after 200 ms");
    run(400, true);
    assertTrue(
        rig.servos.powered() >= 2 && rig.servos.powered() <= 4, rig.servos.powered() + " powered");
    assertTrue(rig.events.stream().noneMatch(PerformanceEvent.MotionLost.class::isInstance));
  }

  @Test
  void aHaltIsDoneAtTheLineEvenIfTheLoopHangs() {
    start();
    rig.player.command(new Command.Halt());
    rig.watch.step();
    assertFalse(rig.pulses());
    assertFalse(rig.gate.lifted());
  }

  @Test
  void aClockThatStandsOrRunsBackDoesNotKeepItFromBarking() {
    start();
    for (int step = 0; step < 17; step++) {
      rig.clock.pass(step % 2 == 0 ? 0 : -5);
      rig.watch.step();
    }
    assertFalse(rig.gate.lifted());
  }

  @Test
  void aLineThatCannotBeShutStillLeavesTheBoardLetGo() {
    start();
    rig.gate.stuck(true);
    run(200, false);
    assertTrue(rig.servos.limp());
  }
}
