package iyagi.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.audio.sim.SilentSink;
import iyagi.library.Library;
import iyagi.light.FlashLimit;
import iyagi.light.sim.SimLamps;
import iyagi.motion.Body;
import iyagi.motion.GuardedServoBus;
import iyagi.motion.Joint;
import iyagi.motion.JointProfile;
import iyagi.motion.ServoBus;
import iyagi.motion.pi4j.FakeBoard;
import iyagi.motion.pi4j.FakePca9685;
import iyagi.motion.sim.SimOutputGate;
import iyagi.motion.sim.SimServoBus;
import iyagi.performance.PassageSource;
import iyagi.performance.Rehearsal;
import iyagi.score.Manner;
import iyagi.settings.ProfileResult;
import iyagi.settings.RobotProfile;
import iyagi.settings.RobotProfiles;
import iyagi.speech.BabblingEngine;
import iyagi.time.ManualClock;
import iyagi.words.Sentence;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole bundled story on simulated servos and on the board's driver: pulse by pulse the same. */
final class SamePulsesIT {
  /** A tick of the chip's counter is 4.88 µs: 20 ms in 4096 (nominal oscillator). */
  private static final double HALF_STEP_MICROS = 2.5;

  private final RobotProfile owl =
      ((ProfileResult.Read) RobotProfiles.read(Path.of("firmware-config/robots/owl.yaml")))
          .profile();

  @TempDir private Path folder;

  private Preparation bear() throws InterruptedException {
    Places places =
        new Places(
            Path.of("stories"),
            Path.of("firmware-config/robots"),
            folder,
            folder.resolve("iyagi.yaml"));
    Desk desk =
        new Desk(
            places,
            new Library(places.stories()),
            new BabblingEngine(),
            new FailingParts(),
            new ManualClock(),
            new TestPost());
    StoryAtHand story = StoryAtHand.find(desk, "bear.en", System.err::println).orElseThrow();
    Preparation preparation =
        Preparation.of(desk, story, () -> Manner.USUAL, System.err::println, Headway.UNSEEN)
            .orElseThrow();
    preparation.start();
    preparation.finish();
    return preparation;
  }

  private interface Servos {
    ServoBus bus(ManualClock clock);
  }

  /** The pulses of all channels after every tick, and what was told on the way. */
  private List<double[]> pulses(
      PassageSource story, Servos servos, IntToDoubleFunction pulse, Set<Joint> tired) {
    ManualClock clock = new ManualClock();
    SimOutputGate gate = new SimOutputGate();
    Body body = new Body(owl.joints(), new GuardedServoBus(servos.bus(clock), gate));
    List<double[]> pulses = new ArrayList<>();
    Rehearsal.play(
        story,
        new SilentSink(clock, Sentence.plain("test")),
        0,
        clock,
        new Rehearsal.Stand(body, new FlashLimit(new SimLamps())),
        (_, _) -> {
          double[] now = new double[owl.joints().size()];
          for (JointProfile joint : owl.joints()) {
            now[joint.channel()] = gate.lifted() ? pulse.applyAsDouble(joint.channel()) : 0;
          }
          pulses.add(now);
          tired.addAll(body.tired());
        });
    return pulses;
  }

  @Test
  void aStoryGivesTheSamePulsesOnTheSimulationAndOnTheBoard() throws InterruptedException {
    Set<Joint> tired = EnumSet.noneOf(Joint.class);
    try (Preparation story = bear()) {
      SimServoBus[] simulated = new SimServoBus[1];
      List<double[]> inMemory =
          pulses(
              story.forPlayer(),
              clock -> {
                simulated[0] = new SimServoBus(owl.joints(), clock);
                return simulated[0];
              },
              channel -> simulated[0].told().getLast().pulses()[channel],
              tired);
      FakePca9685 chip = new FakePca9685(25e6);
      List<double[]> onTheChip =
          pulses(story.forPlayer(), _ -> FakeBoard.on(chip), chip::pulse, tired);
      assertEquals(inMemory.size(), onTheChip.size());
      for (int tick = 0; tick < inMemory.size(); tick++) {
        for (int channel = 0; channel < 8; channel++) {
          double wanted = inMemory.get(tick)[channel];
          double sent = onTheChip.get(tick)[channel];
          assertEquals(wanted, sent, HALF_STEP_MICROS, "tick " + tick + ", channel " + channel);
          assertEquals(wanted == 0, sent == 0, "tick " + tick + ", channel " + channel);
        }
      }
      for (JointProfile joint : owl.joints()) {
        assertTrue(
            onTheChip.stream()
                    .mapToDouble(p -> p[joint.channel()])
                    .filter(p -> p > 0)
                    .distinct()
                    .count()
                > 10,
            joint.joint() + " hardly moved");
      }
    }
    assertEquals(Set.of(), tired, "no joint works too long in an ordinary story");
  }
}
