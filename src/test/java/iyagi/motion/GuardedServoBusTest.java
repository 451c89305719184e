package iyagi.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.motion.sim.SimOutputGate;
import iyagi.motion.sim.SimServoBus;
import iyagi.time.ManualClock;
import iyagi.words.Sentence;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GuardedServoBusTest extends ServoBusContract {
  private static final double[] POSE = {1000, 1500, 2000};

  private final SimServoBus servos = new SimServoBus(Owl.joints().subList(0, 3), new ManualClock());
  private final SimOutputGate gate = new SimOutputGate();
  private final GuardedServoBus bus = new GuardedServoBus(servos, gate);

  @Override
  protected ServoBus bus() {
    return bus;
  }

  /** What the board sends, and the line lets through. */
  @Override
  protected double sent(int channel) {
    List<SimServoBus.Told> told = servos.told();
    return gate.lifted() && !told.isEmpty() ? told.getLast().pulses()[channel] : 0;
  }

  @Override
  protected double stepMicros() {
    return 0.001;
  }

  @Override
  protected void unplug() {
    servos.unplug();
  }

  @Override
  protected void plug() {
    servos.plug();
  }

  @Test
  void theLineIsLiftedOnlyAfterThePoseHasReachedTheBoard() {
    assertFalse(gate.lifted());
    servos.unplug();
    assertThrows(ServoFault.class, () -> bus.write(POSE));
    assertFalse(gate.lifted());
    servos.plug();
    bus.write(POSE);
    assertTrue(gate.lifted());
  }

  @Test
  void theLineIsShutWhenTheBoardIsLostAlsoWhenItCannotBeLetGo() {
    bus.write(POSE);
    servos.unplug();
    assertThrows(ServoFault.class, () -> bus.write(POSE));
    assertFalse(gate.lifted());
    servos.plug();
    bus.write(POSE);
    servos.unplug();
    assertThrows(ServoFault.class, bus::release);
    assertFalse(gate.lifted());
  }

  @Test
  void aCutShutsTheLineLetsGoOfTheServosAndIsToldToTheNextPose() {
    bus.write(POSE);
    assertTrue(bus.cut(Sentence.plain("test")));
    assertFalse(gate.lifted());
    assertTrue(servos.limp());
    assertFalse(bus.cut(Sentence.plain("again")), "it has been cut already");
    int told = servos.told().size();
    assertThrows(ServosCut.class, () -> bus.write(POSE));
    assertFalse(gate.lifted());
    assertTrue(servos.limp());
    assertEquals(told + 1, servos.told().size(), "nothing but one more release");
    bus.write(POSE);
    assertTrue(gate.lifted());
  }

  @Test
  void whoHasLetGoAfterACutNeedNotBeTold() {
    bus.write(POSE);
    boolean _ = bus.cut(Sentence.plain("test"));
    bus.release();
    bus.write(POSE);
    assertTrue(gate.lifted());
  }

  @Test
  void aCutWhileAPoseIsBeingSentHoldsTheLineAndDoesNotWaitForTheBus() throws InterruptedException {
    SimOutputGate line = new SimOutputGate();
    GuardedServoBus[] guarded = new GuardedServoBus[1];
    StuckBus stuck = new StuckBus(() -> guarded[0].cut(Sentence.plain("halt")));
    guarded[0] = new GuardedServoBus(stuck, line);
    guarded[0].write(POSE);
    assertFalse(line.lifted(), "a pose that was on its way must not lift it");
    assertEquals(0, stuck.releases, "the bus was busy");
    assertThrows(ServosCut.class, () -> guarded[0].write(POSE));
    assertEquals(1, stuck.releases);
    assertFalse(line.lifted());
  }

  /** A bus during whose first write another thread does something. */
  private static final class StuckBus implements ServoBus {
    private final Runnable meanwhile;
    private boolean done;
    private int releases;

    StuckBus(Runnable meanwhile) {
      this.meanwhile = meanwhile;
    }

    @Override
    public Sentence name() {
      return Sentence.plain("stuck bus");
    }

    @Override
    public void write(double[] pulses) {
      if (!done) {
        done = true;
        Thread other = Thread.ofPlatform().start(meanwhile);
        try {
          other.join();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }

    @Override
    public void release() {
      releases++;
    }

    @Override
    public void close() {}
  }

  @Test
  void servosWhoseLineCannotBeLiftedAreLetGo() {
    gate.stuck(true);
    assertThrows(ServoFault.class, () -> bus.write(POSE));
    assertTrue(servos.limp());
    gate.stuck(false);
    bus.write(POSE);
    assertFalse(servos.limp());
  }

  @Test
  void withoutALineACutStillLetsGo() {
    GuardedServoBus plain = new GuardedServoBus(servos, OutputGate.none());
    plain.write(POSE);
    assertTrue(plain.cut(Sentence.plain("test")));
    assertTrue(servos.limp());
    assertThrows(ServosCut.class, () -> plain.write(POSE));
  }

  @Test
  void theLineIsShutBeforeTheBoardIsGivenBackAndGivenBackAfterIt() {
    bus.write(POSE);
    bus.close();
    assertFalse(gate.lifted());
    assertTrue(gate.closed());
    assertTrue(servos.limp());
  }
}
