package iyagi.light;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.light.Flashes.Shown;
import iyagi.light.sim.SimLamps;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class FlashLimitTest {
  private static Colour any(RandomGenerator random) {
    return switch (random.nextInt(4)) {
      case 0 -> Colour.DARK;
      case 1 -> new Colour(1, 1, 1);
      case 2 -> new Colour(random.nextInt(2), random.nextInt(2), random.nextInt(2));
      default -> new Colour(random.nextDouble(), random.nextDouble(), random.nextDouble());
    };
  }

  private static List<Shown> play(RandomGenerator random, double change, double tick) {
    SimLamps lamps = new SimLamps();
    FlashLimit limit = new FlashLimit(lamps);
    List<Shown> shown = new ArrayList<>();
    double now = 0;
    Colour wanted = Colour.DARK;
    for (int i = 0; i < 5000; i++) {
      if (random.nextDouble() < change) {
        wanted = any(random);
      }
      double seconds = tick > 0 ? tick : random.nextDouble(0.1);
      limit.show(wanted, seconds);
      now += seconds;
      shown.add(new Shown(now, lamps.shown()));
    }
    return shown;
  }

  @Test
  void neverFlashesMoreThanThreeTimesInAnySecond() {
    RandomGenerator random = new SplittableRandom(8);
    int most = 0;
    for (int run = 0; run < 60; run++) {
      List<Shown> shown = play(random, random.nextDouble(), run % 2 == 0 ? 0.02 : 0);
      int light = Flashes.light(shown);
      int red = Flashes.red(shown);
      assertTrue(light <= 3 && red <= 3, light + " and " + red + " flashes a second");
      most = Math.max(most, light);
    }
    assertEquals(3, most, "the limit was never reached");
  }

  @Test
  void aStrobeIsHeldBack() {
    SimLamps lamps = new SimLamps();
    FlashLimit limit = new FlashLimit(lamps);
    List<Shown> shown = new ArrayList<>();
    for (int tick = 0; tick < 500; tick++) {
      limit.show(tick / 3 % 2 == 0 ? new Colour(1, 1, 1) : Colour.DARK, 0.02);
      shown.add(new Shown(tick * 0.02, lamps.shown()));
    }
    assertEquals(3, Flashes.light(shown));
  }

  @Test
  void theLightWantedIsReachedAfterAStrobe() {
    SimLamps lamps = new SimLamps();
    FlashLimit limit = new FlashLimit(lamps);
    for (int tick = 0; tick < 500; tick++) {
      limit.show(tick / 2 % 2 == 0 ? new Colour(1, 0, 0) : new Colour(0, 1, 1), 0.02);
    }
    for (int tick = 0; tick < 100; tick++) {
      limit.show(new Colour(0, 1, 0), 0.02);
    }
    assertEquals(new Colour(0, 1, 0), lamps.shown());
  }

  @Test
  void brightnessNeverJumps() {
    RandomGenerator random = new SplittableRandom(9);
    Colour before = Colour.DARK;
    for (Shown s : play(random, 0.3, 0.02)) {
      Colour now = s.colour();
      assertEquals(before.red(), now.red(), 0.04 + 1e-12);
      assertEquals(before.green(), now.green(), 0.04 + 1e-12);
      assertEquals(before.blue(), now.blue(), 0.04 + 1e-12);
      before = now;
    }
  }

  @Test
  void aGlowPassesUnchangedAndTheLightWantedIsReached() {
    for (String name : Colours.names()) {
      SimLamps lamps = new SimLamps();
      FlashLimit limit = new FlashLimit(lamps);
      LightPattern glow =
          LightPattern.glow(Colours.named(name).orElseThrow(), Duration.ofSeconds(1));
      for (int tick = 1; tick <= 160; tick++) {
        Colour wanted = glow.at(tick * 0.02);
        limit.show(wanted, 0.02);
        assertEquals(wanted.red(), lamps.shown().red(), 1e-9, name);
        assertEquals(wanted.green(), lamps.shown().green(), 1e-9, name);
        assertEquals(wanted.blue(), lamps.shown().blue(), 1e-9, name);
      }
    }
  }

  @Test
  void timeThatIsNoTimeChangesNothing() {
    SimLamps lamps = new SimLamps();
    FlashLimit limit = new FlashLimit(lamps);
    for (double seconds : new double[] {0, -1, Double.NaN, Double.NEGATIVE_INFINITY}) {
      limit.show(new Colour(1, 1, 1), seconds);
      assertEquals(Colour.DARK, lamps.shown());
    }
    limit.show(new Colour(1, 1, 1), Double.POSITIVE_INFINITY);
    assertEquals(0.2, lamps.shown().red(), 1e-12);
  }
}
