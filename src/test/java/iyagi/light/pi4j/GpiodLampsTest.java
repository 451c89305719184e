package iyagi.light.pi4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.light.Colour;
import iyagi.light.Colours;
import iyagi.light.Lamps;
import iyagi.light.LampsContract;
import iyagi.light.PlainLamp;
import iyagi.time.ManualClock;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class GpiodLampsTest extends LampsContract {
  /** Pins in memory; what is not given power is low. */
  private static final class FakePins implements GpiodLamps.Pins {
    private final boolean[] high = new boolean[3];
    private boolean gone;
    private boolean held;

    GpiodLamps.Pins take() throws IOException {
      if (gone) {
        throw new IOException("no such chip");
      }
      assertFalse(held, "taken twice");
      held = true;
      high[2] = true;
      return this;
    }

    @Override
    public void set(int lamp, boolean value) throws IOException {
      if (gone) {
        throw new IOException("no such chip");
      }
      high[lamp] = value;
    }

    @Override
    public void close() {
      held = false;
    }
  }

  private final FakePins pins = new FakePins();
  private final ManualClock clock = new ManualClock();
  private final GpiodLamps lamps =
      new GpiodLamps(
          "",
          List.of(
              new PlainLamp("one", 5, new Colour(1, 0, 0), false),
              new PlainLamp("two", 6, new Colour(0, 1, 0), false),
              new PlainLamp("three", 7, new Colour(0, 0, 1), true)),
          pins::take,
          clock);

  GpiodLampsTest() {
    lamps.show(Colour.DARK);
  }

  @Override
  protected Lamps lamps() {
    return lamps;
  }

  @Override
  protected Colour seen() {
    return new Colour(pins.high[0] ? 1 : 0, pins.high[1] ? 1 : 0, pins.high[2] ? 0 : 1);
  }

  /** A lamp that is on or off is at most as far from what was wanted as it takes to come on. */
  @Override
  protected double tolerance() {
    return 0.85;
  }

  @Override
  protected void unplug() {
    pins.gone = true;
  }

  @Override
  protected void plug() {
    pins.gone = false;
  }

  @Override
  protected void rest() {
    clock.advance(Duration.ofMillis(300));
  }

  @Test
  void aLampShinesWhenItsColourIsInTheLight() {
    rest();
    lamps.show(new Colour(0.1, 0.9, 0.29));
    assertEquals(new Colour(0, 1, 0), seen());
  }

  @Test
  void aWarmLampStaysDarkInABlueLightAndShinesInAYellowOne() {
    PlainLamp warm = new PlainLamp("warm", 5, Colours.named("warm").orElseThrow(), false);
    Switching switching = new Switching(List.of(warm), clock);
    assertFalse(switching.at(Colours.named("blue").orElseThrow())[0]);
    assertTrue(switching.at(Colours.named("yellow").orElseThrow())[0]);
  }

  @Test
  void whateverIsShownTheyChangeAtMostFiveTimesInAnySecond() {
    SplittableRandom random = new SplittableRandom(3);
    for (int run = 0; run < 40; run++) {
      double likely = random.nextDouble();
      Colour wanted = Colour.DARK;
      Colour before = seen();
      List<Long> changes = new ArrayList<>();
      for (int tick = 0; tick < 1000; tick++) {
        if (random.nextDouble() < likely) {
          wanted = new Colour(random.nextInt(2), random.nextInt(2), random.nextDouble());
        }
        clock.advance(Duration.ofMillis(20));
        lamps.show(wanted);
        if (!seen().equals(before)) {
          before = seen();
          changes.add(clock.nanos());
        }
      }
      for (int i = 5; i < changes.size(); i++) {
        assertTrue(changes.get(i) - changes.get(i - 5) > 1e9, "six changes in a second");
      }
    }
  }

  @Test
  void aRippleThatPassesTheFlashLimitDoesNotSwitchALamp() {
    rest();
    lamps.show(new Colour(0.32, 0, 0));
    assertEquals(new Colour(1, 0, 0), seen());
    for (int i = 0; i < 100; i++) {
      rest();
      lamps.show(new Colour(i % 2 == 0 ? 0.25 : 0.32, 0, 0));
      assertEquals(new Colour(1, 0, 0), seen());
    }
  }
}
