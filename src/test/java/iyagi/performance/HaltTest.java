package iyagi.performance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/**
 * A halt always wins: whatever was asked for before, at any moment between the steps of the three
 * threads, there is silence and no pulse within 50 ms, and it stays so. A millisecond at a time.
 */
final class HaltTest {
  private static final int PLAYER_MILLIS = 8;
  private static final int LOOP_MILLIS = 20;
  private static final int WATCH_MILLIS = 10;

  private final RandomGenerator random = new SplittableRandom(31);
  private SafetyRig rig;
  private int millis;
  private int playerPhase;
  private int loopPhase;
  private int watchPhase;
  private boolean loopHangs;
  private boolean lineIsWired = true;

  private void begin() {
    rig = new SafetyRig(0);
    millis = 0;
    playerPhase = random.nextInt(PLAYER_MILLIS);
    loopPhase = random.nextInt(LOOP_MILLIS);
    watchPhase = random.nextInt(WATCH_MILLIS);
    rig.player.command(new Command.Start(SafetyRig.wild(random), random.nextInt(3)));
  }

  private void pass(int time) {
    for (int i = 0; i < time; i++) {
      millis++;
      rig.clock.pass(0.001);
      if (millis % PLAYER_MILLIS == playerPhase) {
        rig.player.step();
      }
      if (millis % LOOP_MILLIS == loopPhase && !loopHangs) {
        rig.loop.tick();
      }
      if (millis % WATCH_MILLIS == watchPhase && lineIsWired) {
        rig.watch.step();
      }
    }
  }

  private Command any() {
    List<Command> commands =
        List.of(
            new Command.Pause(),
            new Command.Resume(),
            new Command.Next(),
            new Command.Previous(),
            new Command.Again(),
            new Command.Stop(),
            new Command.Choose(random.nextBoolean()),
            new Command.Volume(random.nextInt(101)),
            new Command.Start(SafetyRig.wild(random), 0));
    return commands.get(random.nextInt(commands.size()));
  }

  /** Milliseconds from a halt at a random moment to silence and no pulse. */
  private int halted() {
    pass(random.nextInt(6000));
    for (int i = random.nextInt(5); i > 0; i--) {
      rig.player.command(any());
      pass(random.nextInt(40));
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      rig.player.command(any());
    }
    rig.player.command(new Command.Halt());
    int took = 0;
    while (took <= 50 && (!rig.sink.silent() || rig.pulses())) {
      pass(1);
      took++;
    }
    return took;
  }

  private void staysHalted() {
    for (int i = 0; i < 2000; i++) {
      pass(1);
      assertTrue(rig.sink.silent(), "sound came back");
      assertFalse(rig.pulses(), "a servo was powered again");
    }
    assertEquals(PlayerState.Phase.HALTED, rig.player.state().phase());
  }

  @Test
  void thereIsSilenceAndNoPulseWithinFiftyMilliseconds() {
    int worst = 0;
    for (int run = 0; run < 150; run++) {
      begin();
      worst = Math.max(worst, halted());
      staysHalted();
    }
    assertTrue(worst > 0 && worst <= 20, worst + " ms");
  }

  @Test
  void alsoWhereNoSafetyLineIsWired() {
    lineIsWired = false;
    int worst = 0;
    for (int run = 0; run < 100; run++) {
      begin();
      worst = Math.max(worst, halted());
    }
    assertTrue(worst > 0 && worst <= 50, worst + " ms");
  }

  @Test
  void alsoWhenTheLoopHangsAtThatMoment() {
    int worst = 0;
    for (int run = 0; run < 100; run++) {
      begin();
      pass(random.nextInt(6000));
      loopHangs = true;
      worst = Math.max(worst, halted());
      staysHalted();
      loopHangs = false;
    }
    assertTrue(worst <= 20, worst + " ms");
  }

  @Test
  void alsoWhenTheBusIsLostAtThatMoment() {
    for (int run = 0; run < 100; run++) {
      begin();
      pass(random.nextInt(6000));
      rig.servos.unplugged = true;
      int took = halted();
      assertTrue(took <= 20, took + " ms");
      rig.servos.unplugged = false;
      staysHalted();
      assertTrue(rig.servos.limp(), "the board is let go as soon as it is back");
    }
  }

  @Test
  void aStoryThatIsStartedAfterwardsMovesAgain() {
    begin();
    int took = halted();
    assertTrue(took <= 50);
    rig.player.command(new Command.Start(SafetyRig.wild(random), 0));
    pass(500);
    assertTrue(rig.pulses());
  }
}
