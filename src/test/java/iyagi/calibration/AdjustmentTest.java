package iyagi.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.audio.sim.SilentSink;
import iyagi.calibration.Act.Place;
import iyagi.calibration.Adjustment.Ending;
import iyagi.motion.GuardedServoBus;
import iyagi.motion.Joint;
import iyagi.motion.sim.SimOutputGate;
import iyagi.settings.JointCalibration;
import iyagi.settings.RobotCalibration;
import iyagi.time.ManualClock;
import iyagi.words.Sentence;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;

/** A calibration by somebody at a page, with every step called by hand, on the simulated owl. */
final class AdjustmentTest {
  private static final int YAW = Rig.joint(Joint.HEAD_YAW).channel();
  private static final int YAW_AT = 4;

  private final ManualClock clock = new ManualClock();
  private final RecordedBus bus = new RecordedBus(clock);
  private final SimOutputGate gate = new SimOutputGate();
  private final Bench bench =
      new Bench(Rig.OWL, new GuardedServoBus(bus, gate), Rig.rest(), clock, this::clicked);
  private final List<RobotCalibration> kept = new ArrayList<>();
  private final AtomicInteger halted = new AtomicInteger();
  private IntSupplier halts = halted::get;
  private final AtomicInteger back = new AtomicInteger();
  private final Clicker clicker =
      new Speakers(() -> new SilentSink(clock, Sentence.plain("test")), -6);
  private boolean needed;
  private Adjustment adjustment = begun();

  private double clicked() {
    return clicker.getAsDouble();
  }

  private Adjustment begun() {
    JointSteps steps =
        new JointSteps(Rig.OWL, RobotCalibration.NONE, Rig.rest(), Reach::of, this::keep);
    return new Adjustment(
        steps,
        bench,
        clicker,
        clock,
        new Adjustment.Around(() -> halts.getAsInt(), () -> needed, back::incrementAndGet));
  }

  private String keep(RobotCalibration all) throws IOException {
    kept.add(all);
    return "here";
  }

  private void run(Duration time) {
    for (long i = time.dividedBy(Rig.TICK); i > 0; i--) {
      clock.advance(Rig.TICK);
      adjustment.step();
      bench.tick();
    }
  }

  /** Does something, and lets everything come to a stand. */
  private void act(Act... acts) {
    for (Act act : acts) {
      adjustment.act(act);
      run(Duration.ofMillis(40));
      for (int i = 0; i < 1000 && !adjustment.state().situation().ready(); i++) {
        run(Rig.TICK);
      }
    }
  }

  private void powerTheHead() {
    act(new Act.Go(YAW_AT), new Act.Power());
    assertEquals(1500, bus.pulse(YAW), 0.01);
  }

  private Optional<Ending> ending() {
    return adjustment.state().ending();
  }

  @Test
  void whatIsShownIsKeptOnlyWhenItIsSaved() {
    powerTheHead();
    act(new Act.Turn(40), new Act.Turn(40), new Act.Mark(Place.HIGHEST));
    act(new Act.Turn(-50), new Act.Turn(-40), new Act.Mark(Place.LOWEST));
    act(new Act.Turn(10), new Act.Mark(Place.MIDDLE));
    assertEquals(
        Set.of(Place.HIGHEST, Place.LOWEST, Place.MIDDLE), adjustment.state().situation().marked());
    assertTrue(kept.isEmpty());
    act(new Act.Save());
    JointCalibration head = kept.getFirst().joints().get(Joint.HEAD_YAW);
    assertEquals(1490, head.pulses().minPulseMicros());
    assertEquals(1580, head.pulses().maxPulseMicros());
    assertEquals(1500, head.restPulseMicros());
    assertEquals(-35, head.pulses().trimMicros(), "the middle of 1490 and 1580 is 1535");
    act(new Act.Leave());
    run(Duration.ofMillis(100));
    assertEquals(Optional.of(Ending.LEFT), ending());
    assertEquals(1, back.get());
    assertTrue(bus.limp());
    assertFalse(gate.lifted());
  }

  @Test
  void anEndThatIsShownAnewAsksForTheMiddleAnew() {
    powerTheHead();
    act(new Act.Mark(Place.MIDDLE), new Act.Turn(40), new Act.Mark(Place.HIGHEST));
    assertEquals(Set.of(Place.HIGHEST), adjustment.state().situation().marked());
  }

  @Test
  void aReversedServoTurnsTheOtherWayAndItsEndsAreTheOtherOnes() {
    powerTheHead();
    act(new Act.Reverse(), new Act.Turn(40));
    assertEquals(1460, bus.pulse(YAW), 0.5);
    act(new Act.Mark(Place.HIGHEST), new Act.Save());
    assertEquals(1460, kept.getLast().joints().get(Joint.HEAD_YAW).pulses().minPulseMicros());
  }

  @Test
  void nothingIsPoweredWithoutAWarningBefore() {
    act(new Act.Off(), new Act.Power(), new Act.Turn(40), new Act.Mark(Place.MIDDLE));
    assertTrue(bus.told.stream().allMatch(told -> told.powered() == 0));
    act(new Act.Warn(), new Act.Power());
    assertFalse(bus.limp());
  }

  @Test
  void whoIsNotHeardForThirtySecondsHasGoneAndNothingIsKept() {
    powerTheHead();
    act(new Act.Turn(40), new Act.Mark(Place.HIGHEST));
    run(Duration.ofSeconds(29));
    assertFalse(bus.limp());
    run(Duration.ofSeconds(2));
    assertEquals(Optional.of(Ending.SILENT), ending());
    assertTrue(bus.limp());
    assertFalse(gate.lifted());
    assertEquals(1, back.get());
    act(new Act.Save(), new Act.Warn(), new Act.Power());
    assertTrue(kept.isEmpty(), "it is over");
    assertTrue(bus.limp());
    assertEquals(1, back.get());
  }

  @Test
  void whoIsThereButDoesNothingLosesTheJointAfterAMinuteAndTheRobotAfterFive() {
    powerTheHead();
    stay(Duration.ofSeconds(61));
    assertTrue(bus.limp());
    assertEquals(Optional.empty(), ending());
    stay(Duration.ofMinutes(4));
    assertEquals(Optional.of(Ending.IDLE), ending());
    assertEquals(1, back.get());
  }

  private void stay(Duration time) {
    for (long i = time.toSeconds(); i > 0; i--) {
      adjustment.alive();
      run(Duration.ofSeconds(1));
    }
  }

  @Test
  void aHaltEndsIt() {
    powerTheHead();
    halted.incrementAndGet();
    run(Duration.ofMillis(60));
    assertEquals(Optional.of(Ending.HALTED), ending());
    assertTrue(bus.limp());
    assertEquals(1, back.get());
  }

  @Test
  void theRobotIsGivenBackWithinASecondWhenItIsNeeded() {
    powerTheHead();
    needed = true;
    run(Duration.ofMillis(1100));
    assertEquals(Optional.of(Ending.NEEDED), ending());
    assertTrue(bus.limp());
    assertEquals(1, back.get());
  }

  @Test
  void whateverFailsInItTheRobotIsGivenBack() {
    powerTheHead();
    halts =
        () -> {
          throw new IllegalStateException("a mistake of ours");
        };
    run(Duration.ofMillis(40));
    assertEquals(Optional.of(Ending.FAILED), ending());
    assertTrue(bus.limp());
    assertFalse(gate.lifted());
    assertEquals(1, back.get());
    adjustment.fail();
    assertEquals(1, back.get(), "once");
  }

  @Test
  void itTapsToTheClicksAndTheLeadThatWasFoundIsKept() {
    powerTheHead();
    adjustment.act(new Act.Tap());
    run(Duration.ofSeconds(2));
    assertEquals(1550, bus.pulse(YAW), 1, "out at the first click");
    adjustment.act(new Act.Earlier(10));
    assertEquals("wait", adjustment.state().said().getFirst().key(), "one thing at a time");
    run(Duration.ofMillis(6100));
    assertEquals("tap.ask", adjustment.state().said().getLast().key());
    assertEquals(1500, bus.pulse(YAW), 1);
    long before = adjustment.state().situation().measured().lead().toMillis();
    act(new Act.Earlier(30), new Act.Earlier(-10), new Act.Save());
    assertEquals(
        Duration.ofMillis(before + 20), kept.getLast().joints().get(Joint.HEAD_YAW).lead());
    act(new Act.Earlier(-1000));
    assertEquals("lead.outside", adjustment.state().said().getFirst().key());
  }

  @Test
  void lettingGoAndTheEndSilenceTheClicks() {
    powerTheHead();
    adjustment.act(new Act.Tap());
    run(Duration.ofSeconds(2));
    assertFalse(Double.isNaN(clicked()));
    adjustment.act(new Act.Off());
    run(Duration.ofMillis(60));
    assertTrue(Double.isNaN(clicked()));
    act(new Act.Warn(), new Act.Power());
    adjustment.act(new Act.Tap());
    run(Duration.ofSeconds(2));
    adjustment.end(Ending.LEFT);
    run(Duration.ofMillis(60));
    assertTrue(Double.isNaN(clicked()));
  }

  @Test
  void aBoardThatDoesNotAnswerAnyMoreDoesNotHoldTheRobotForEver() {
    powerTheHead();
    bus.unplugged = true;
    adjustment.end(Ending.LEFT);
    assertFalse(gate.lifted());
    run(Duration.ofMillis(1900));
    assertEquals(0, back.get());
    run(Duration.ofMillis(200));
    assertEquals(1, back.get());
  }

  @Test
  void lettingGoIsAtOnceAlsoWhileItMoves() {
    powerTheHead();
    adjustment.act(new Act.Turn(50));
    run(Duration.ofMillis(60));
    assertFalse(adjustment.state().situation().ready());
    adjustment.act(new Act.Off());
    assertFalse(gate.lifted(), "before the next tick");
    run(Duration.ofSeconds(1));
    assertTrue(bus.limp());
    assertTrue(bus.told.stream().mapToDouble(told -> told.pulses()[YAW]).max().orElse(0) < 1549);
  }

  @Test
  void noJointGoesFurtherThanItsProfileAllows() {
    powerTheHead();
    for (int i = 0; i < 20; i++) {
      act(new Act.Turn(50));
    }
    assertEquals(2133, bus.pulse(YAW), 0.5);
    assertEquals("pulse.end", adjustment.state().said().getLast().key());
  }

  @Test
  void whateverIsDoneOneJointIsPoweredInsideOfItsReachAndSlowly() {
    SplittableRandom random = new SplittableRandom(20261125);
    int powered = 0;
    for (int i = 0; i < 4000; i++) {
      adjustment.act(
          switch (random.nextInt(16)) {
            case 0 -> new Act.Warn();
            case 1, 2, 3 -> new Act.Power();
            case 4 -> new Act.Off();
            case 5 -> new Act.Turn(random.nextDouble(-1e6, 1e6));
            case 6, 7, 8 -> new Act.Turn(random.nextDouble(-60, 60));
            case 9 -> new Act.Mark(Place.values()[random.nextInt(7)]);
            case 10 -> new Act.Reverse();
            case 11 -> new Act.Reset();
            case 12 -> new Act.Go(random.nextInt(-1, 9));
            case 13 -> new Act.Towards(random.nextDouble(0, 3000));
            case 14 -> new Act.Save();
            default -> random.nextInt(40) == 0 ? new Act.Leave() : new Act.Warn();
          });
      bus.unplugged = random.nextInt(100) == 0;
      run(Rig.TICK.multipliedBy(random.nextInt(30)));
      powered += bus.limp() ? 0 : 1;
      if (adjustment.over()) {
        bus.unplugged = false;
        run(Rig.TICK);
        adjustment = begun();
      }
    }
    assertTrue(powered > 400, powered + " times powered");
    CalibrationSafetyTest.check(bus);
    for (RecordedBus.Told told : bus.told) {
      double yaw = told.pulses()[YAW];
      assertTrue(yaw == 0 || (yaw >= 867 - 0.01 && yaw <= 2133.01), () -> yaw + " µs");
    }
  }
}
