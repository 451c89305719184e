package iyagi.performance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.light.Colour;
import iyagi.light.Flashes;
import iyagi.light.Flashes.Shown;
import iyagi.light.LightPattern;
import iyagi.score.Cue;
import iyagi.score.Passage;
import iyagi.words.Sentence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/**
 * Whatever is commanded, however late the loop and however odd the clock: what arrives at the
 * servos and lamps is measured, by the time at which it arrives.
 */
final class MotionSafetyTest {
  private static void disturb(SafetyRig rig, RandomGenerator random) {
    switch (random.nextInt(400)) {
      case 0 -> rig.player.command(new Command.Halt());
      case 1 -> rig.player.command(new Command.Pause());
      case 2 -> rig.player.command(new Command.Resume());
      case 3, 4 -> rig.player.command(new Command.Next());
      case 5 -> rig.player.command(new Command.Stop());
      case 6 -> rig.servos.unplugged = true;
      case 7, 8, 9 -> rig.servos.unplugged = false;
      case 10 -> {
        boolean _ = rig.guarded.cut(Sentence.plain("test"));
      }
      case 11, 12, 13, 14 ->
          rig.player.command(new Command.Start(SafetyRig.wild(random), random.nextInt(6)));
      default -> {}
    }
  }

  private static double lateness(RandomGenerator random) {
    return switch (random.nextInt(60)) {
      case 0 -> 0;
      case 1 -> random.nextDouble(0.04, 0.2);
      case 2 -> random.nextDouble(3);
      case 3 -> -random.nextDouble(3);
      case 4 -> random.nextInt(40) == 0 ? 86_400 : 0.02;
      case 5 -> random.nextInt(40) == 0 ? -86_400 : 0.02;
      case 6, 7, 8 -> random.nextDouble(0.002, 0.04);
      default -> 0.02;
    };
  }

  private static void play(SafetyRig rig, RandomGenerator random, int ticks) {
    rig.player.command(new Command.Start(SafetyRig.wild(random), 0));
    for (int tick = 0; tick < ticks; tick++) {
      disturb(rig, random);
      rig.clock.pass(lateness(random));
      if (random.nextInt(20) > 0) {
        rig.player.step();
      }
      if (random.nextInt(50) > 0) {
        rig.loop.tick();
      }
      rig.watch.step();
    }
  }

  @Test
  void noServoLeavesItsRangeItsSpeedOrItsAcceleration() {
    RandomGenerator random = new SplittableRandom(41);
    double fastest = 0;
    long poses = 0;
    for (int run = 0; run < 60; run++) {
      SafetyRig rig = new SafetyRig(0);
      play(rig, random, 4000);
      fastest = Math.max(fastest, rig.servos.fastestShare);
      poses += rig.servos.poses;
    }
    assertTrue(fastest > 0.98, "the limits were never reached: " + fastest);
    assertTrue(poses > 60 * 1000, "hardly anything was sent: " + poses);
  }

  @Test
  void aPoseThatIsLateOnTheBusIsNotMadeUpForByTheNext() {
    RandomGenerator random = new SplittableRandom(42);
    for (int run = 0; run < 40; run++) {
      SafetyRig rig = new SafetyRig(0.003);
      rig.servos.measuresAcceleration = false;
      rig.servos.sending =
          () -> rig.clock.pass(random.nextInt(5) == 0 ? random.nextDouble(0.12) : 0.001);
      play(rig, random, 3000);
    }
  }

  private static Stories strobe(RandomGenerator random) {
    Stories story = new Stories();
    for (int page = 1; page <= 10; page++) {
      Cue[] cues = new Cue[40];
      for (int i = 0; i < cues.length; i++) {
        Colour colour = new Colour(random.nextInt(2), random.nextInt(2), random.nextInt(2));
        cues[i] =
            new Cue.Glow(
                Duration.ofMillis(random.nextInt(5000)),
                Cue.Layer.values()[random.nextInt(Cue.Layer.values().length)],
                "any",
                new LightPattern(
                    colour,
                    Duration.ofMillis(random.nextInt(60)),
                    Duration.ofMillis(random.nextInt(300)),
                    Duration.ofMillis(random.nextInt(60))));
      }
      story.add(page, new Passage.Kind.Silence(), 5000, cues);
    }
    return story;
  }

  @Test
  void noStoryAndNoCommandMakesTheLampsFlashMoreThanThreeTimesASecond() {
    RandomGenerator random = new SplittableRandom(43);
    int most = 0;
    for (int run = 0; run < 20; run++) {
      SafetyRig rig = new SafetyRig(0);
      rig.player.command(new Command.Start(strobe(random), 0));
      List<Shown> shown = new ArrayList<>();
      for (int tick = 0; tick < 2500; tick++) {
        if (random.nextInt(40) == 0) {
          rig.player.command(
              random.nextBoolean()
                  ? new Command.Halt()
                  : new Command.Start(strobe(random), random.nextInt(10)));
        }
        rig.clock.pass(0.02);
        rig.player.step();
        rig.loop.tick();
        shown.add(new Shown(tick * 0.02, rig.lamps.shown()));
      }
      assertTrue(Flashes.light(shown) <= 3 && Flashes.red(shown) <= 3, "run " + run);
      most = Math.max(most, Flashes.light(shown));
    }
    assertEquals(3, most, "the limit was never reached");
  }
}
