package iyagi.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class WatchTest {
  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

  @Test
  void oneSetByHandGoesOnWithItsClock() {
    ManualClock clock = new ManualClock();
    ManualWatch watch =
        new ManualWatch(
            clock, new Moment("b1", Duration.ofSeconds(5), NOON, ClockQuality.UNSYNCED));
    clock.advance(Duration.ofSeconds(2));
    assertEquals(
        new Moment("b1", Duration.ofSeconds(7), NOON.plusSeconds(2), ClockQuality.UNSYNCED),
        watch.now());
    watch.synchronise(NOON.plusSeconds(86_400));
    assertEquals(Duration.ofSeconds(7), watch.now().sinceBoot());
    assertTrue(watch.now().quality().good());
    assertEquals(NOON.plusSeconds(86_393), watch.now().bootWall());
  }

  @Test
  void theMachinesOwnNeverGoesBackAndKnowsItsBoot() {
    Watch watch = Watch.system(false);
    Moment first = watch.now();
    Moment second = watch.now();
    assertFalse(first.boot().isBlank());
    assertEquals(first.boot(), second.boot());
    assertTrue(first.sinceBoot().compareTo(second.sinceBoot()) <= 0);
    assertEquals(first.boot(), Watch.system(true).now().boot());
  }

  @Test
  void aClockThatSomebodyVouchesForIsGood() {
    assertTrue(Watch.system(true).now().quality().good());
  }

  @Test
  void qualitiesHaveWordsThatLeadBack() {
    for (ClockQuality quality : ClockQuality.values()) {
      assertEquals(quality, ClockQuality.of(quality.word()));
    }
  }
}
