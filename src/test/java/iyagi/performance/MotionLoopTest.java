package iyagi.performance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.audio.sim.SilentSink;
import iyagi.light.Colour;
import iyagi.light.FlashLimit;
import iyagi.light.LampFault;
import iyagi.light.Lamps;
import iyagi.light.sim.SimLamps;
import iyagi.motion.Body;
import iyagi.motion.Joint;
import iyagi.motion.JointProfile;
import iyagi.motion.Keyframes;
import iyagi.motion.Keyframes.Knot;
import iyagi.motion.Pose;
import iyagi.motion.ServoBus;
import iyagi.motion.sim.SimServoBus;
import iyagi.score.Cue;
import iyagi.score.Passage;
import iyagi.settings.ProfileResult;
import iyagi.settings.RobotProfiles;
import iyagi.time.ManualClock;
import iyagi.words.Sentence;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class MotionLoopTest {
  private static final List<JointProfile> OWL =
      ((ProfileResult.Read) RobotProfiles.read(Path.of("firmware-config/robots/simulated.yaml")))
          .profile()
          .joints();

  private final ManualClock clock = new ManualClock();
  private final List<PerformanceEvent> events = new ArrayList<>();
  private final Player player =
      new Player(new SilentSink(clock, Sentence.plain("test")), 0, clock, events::add);
  private final SimServoBus servos = new SimServoBus(OWL, clock);
  private final Body body = new Body(OWL, servos);
  private final MotionLoop loop =
      new MotionLoop(player, body, new FlashLimit(new SimLamps()), clock, events::add);

  private static Stories turning() {
    Keyframes turn =
        new Keyframes(
            Map.of(Joint.HEAD_YAW, List.of(new Knot(0, 0), new Knot(2, 40), new Knot(9, 40))));
    Cue move = new Cue.Move(Duration.ofSeconds(3), Cue.Layer.GESTURE, "turn", turn);
    return new Stories().add(1, new Passage.Kind.Silence(), 12_000, move);
  }

  private void play(int millis) {
    for (int t = 0; t < millis; t += 20) {
      player.step();
      loop.tick();
      clock.advance(Duration.ofMillis(20));
    }
  }

  private double yaw() {
    return body.commanded().degrees(Joint.HEAD_YAW, Double.NaN);
  }

  @Test
  void movesWhenTheSoundReachesTheMovementAndNotBefore() {
    player.command(new Command.Start(turning(), 0));
    play(2800);
    assertEquals(0, yaw(), 0.1);
    play(1200);
    assertTrue(yaw() > 10 && yaw() < 35, "half way: " + yaw());
    play(1500);
    assertEquals(40, yaw(), 0.5);
  }

  @Test
  void theServoIsThereWhenTheSoundIsBecauseItIsToldEarlier() {
    player.command(new Command.Start(turning(), 0));
    double lead = body.leadSeconds(Joint.HEAD_YAW);
    assertTrue(lead > 0);
    play(4000);
    double wanted = 40 * Keyframes.step((4.0 + lead + 0.010 - 0.020 - 3) / 2);
    assertEquals(wanted, yaw(), 1);
  }

  @Test
  void goesToRestWhilePausedAndBackIntoTheMovementAfterwards() {
    player.command(new Command.Start(turning(), 0));
    play(6000);
    player.command(new Command.Pause());
    play(3000);
    assertEquals(0, yaw(), 0.1);
    assertFalse(body.limp());
    player.command(new Command.Resume());
    play(2500);
    assertEquals(40, yaw(), 0.5);
  }

  @Test
  void isLimpAtTheFirstTickAfterAHalt() {
    player.command(new Command.Start(turning(), 0));
    play(4000);
    assertFalse(servos.limp());
    player.command(new Command.Halt());
    player.step();
    loop.tick();
    assertTrue(servos.limp());
    play(2000);
    assertTrue(servos.limp());
  }

  /** Holds the head at a pulse of its own. */
  private final class Visitor implements Guest {
    private int ticks;

    @Override
    public void tick() {
      ticks++;
      double[] pulses = new double[8];
      pulses[1] = 1600;
      servos.write(pulses);
    }

    @Override
    public Pose shown() {
      return Pose.NONE.with(Joint.HEAD_YAW, 9.5);
    }
  }

  @Test
  void aGuestMovesTheServosOnlyWhenNothingIsPlayedAnyMoreAndEveryJointIsLimp() {
    Visitor guest = new Visitor();
    player.command(new Command.Start(turning(), 0));
    play(6000);
    player.command(new Command.Stop());
    play(100);
    assertFalse(loop.still());
    assertTrue(loop.lend(guest));
    assertFalse(loop.lend(new Visitor()), "one at a time");
    play(400);
    assertEquals(0, guest.ticks, "it is still on its way to rest");
    play(4000);
    assertTrue(guest.ticks > 50);
    assertEquals(9.5, loop.shown().degrees(Joint.HEAD_YAW, 0));
    assertFalse(loop.still());
  }

  @Test
  void afterAGuestTheJointsBeginWhereItHasLeftThem() {
    assertTrue(loop.lend(new Visitor()));
    play(100);
    Body left = new Body(OWL, servos, Pose.NONE.with(Joint.HEAD_YAW, 9.5));
    loop.takeBack(left);
    play(40);
    assertTrue(servos.limp());
    assertTrue(loop.still());
    assertEquals(9.5, loop.parked().orElseThrow().degrees(Joint.HEAD_YAW, 0), 1e-9);
    player.command(new Command.Start(turning(), 0));
    play(1500);
    assertEquals(
        1600,
        servos.told().stream()
            .skip(10)
            .mapToDouble(told -> told.pulses()[1])
            .filter(pulse -> pulse > 0)
            .findFirst()
            .orElse(0),
        1);
  }

  @Test
  void aStoryThatBeginsAllTheSameLetsGoOfTheGuestsJointFirst() {
    Visitor guest = new Visitor();
    assertTrue(loop.lend(guest));
    play(100);
    int before = guest.ticks;
    player.command(new Command.Start(turning(), 0));
    player.step();
    int told = servos.told().size();
    loop.tick();
    assertEquals(0, servos.told().get(told).pulses()[1], "let go before anything else");
    play(200);
    assertEquals(before, guest.ticks);
    assertFalse(loop.lent());
  }

  @Test
  void bringsTheJointsToRestBeforeItLetsGoOfThem() {
    player.command(new Command.Start(turning(), 0));
    play(6000);
    player.command(new Command.Stop());
    play(200);
    assertFalse(servos.limp());
    play(4000);
    assertTrue(servos.limp());
    assertEquals(0, yaw(), 0.1);
  }

  @Test
  void letsGoWhenThePlayerTakesNoMoreSteps() {
    player.command(new Command.Start(turning(), 0));
    play(4000);
    for (int t = 0; t < 600; t += 20) {
      loop.tick();
      clock.advance(Duration.ofMillis(20));
    }
    assertTrue(servos.limp());
  }

  @Test
  void readsOnWhenTheBusIsLostSaysSoOnceAndMovesAgainWhenItIsBack() {
    player.command(new Command.Start(turning(), 0));
    play(2000);
    servos.unplug();
    play(3000);
    servos.plug();
    play(3000);
    assertEquals(1, events.stream().filter(PerformanceEvent.MotionLost.class::isInstance).count());
    assertEquals(1, events.stream().filter(PerformanceEvent.MotionBack.class::isInstance).count());
    assertEquals(PlayerState.Phase.READING, player.state().phase());
    play(3000);
    assertEquals(40, yaw(), 0.5);
  }

  @Test
  void aHaltWhileTheBusIsLostIsDoneAsSoonAsTheBusIsBack() {
    player.command(new Command.Start(turning(), 0));
    play(4000);
    servos.unplug();
    player.command(new Command.Halt());
    play(100);
    servos.plug();
    loop.tick();
    assertTrue(servos.limp());
  }

  @Test
  void aHaltNeedsNoStepOfThePlayer() {
    player.command(new Command.Start(turning(), 0));
    play(4000);
    player.command(new Command.Halt());
    loop.tick();
    assertTrue(servos.limp());
  }

  /** Lamps that answer only while they are told to. */
  private static final class Candle implements Lamps {
    private boolean out;

    @Override
    public Sentence name() {
      return Sentence.plain("candle");
    }

    @Override
    public void show(Colour colour) {
      if (out) {
        throw new LampFault(Sentence.plain("the candle is out"), null);
      }
    }

    @Override
    public void close() {}
  }

  @Test
  void lostLampsNeitherStopTheBodyNorDelayAHalt() {
    Candle candle = new Candle();
    MotionLoop dark = new MotionLoop(player, body, new FlashLimit(candle), clock, events::add);
    player.command(new Command.Start(turning(), 0));
    for (int t = 0; t < 6000; t += 20) {
      candle.out = t > 1000;
      player.step();
      dark.tick();
      clock.advance(Duration.ofMillis(20));
    }
    assertEquals(40, yaw(), 0.5);
    assertTrue(
        events.contains(
            new PerformanceEvent.LightLost(
                Sentence.of(
                    "{0}; reading on without it, next try in 2 s",
                    Sentence.plain("the candle is out")))));
    player.command(new Command.Halt());
    dark.tick();
    assertTrue(servos.limp());
  }

  @Test
  void aBugInAMovementIsToldAndTheLoopCanStillLetGo() {
    FaultyDriver broken = new FaultyDriver();
    ServoBus bus = broken.bus(servos);
    Body fragile = new Body(OWL, bus);
    MotionLoop shaken =
        new MotionLoop(player, fragile, new FlashLimit(new SimLamps()), clock, events::add);
    player.command(new Command.Start(turning(), 0));
    player.step();
    shaken.tick();
    broken.failing = true;
    clock.advance(Duration.ofMillis(20));
    shaken.tick();
    assertTrue(
        events.stream()
            .anyMatch(
                e ->
                    e instanceof PerformanceEvent.MotionLost(Sentence reason)
                        && reason.toString().contains("loose wire")));
    broken.failing = false;
    player.command(new Command.Halt());
    shaken.tick();
    assertTrue(servos.limp());
  }

  /** A bus whose driver has a bug that can be switched on. */
  private static final class FaultyDriver {
    private boolean failing;

    ServoBus bus(ServoBus inside) {
      return new ServoBus() {
        @Override
        public Sentence name() {
          return inside.name();
        }

        @Override
        public void write(double[] pulses) {
          if (failing) {
            throw new IllegalStateException("loose wire");
          }
          inside.write(pulses);
        }

        @Override
        public void release() {
          inside.release();
        }

        @Override
        public void close() {
          inside.close();
        }
      };
    }
  }
}
