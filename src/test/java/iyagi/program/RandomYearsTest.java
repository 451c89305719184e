package iyagi.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.time.ClockQuality;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Robots with random programmes to which everything happens. The hall fails at once if something
 * begins while another thing is on, or in quiet hours, or an occasion begins twice.
 */
final class RandomYearsTest {
  private static final int PLANS = 40;
  private static final List<String> ZONES =
      List.of("Europe/Berlin", "Asia/Seoul", "America/New_York", "Australia/Lord_Howe");

  @Test
  void neverTwiceNeverInQuietHoursNeverTwoAtATime() {
    int begun = 0;
    int missed = 0;
    for (int seed = 0; seed < 40; seed++) {
      Hall hall = live(new Random(seed), seed);
      begun += hall.occasions.size();
      missed += (int) hall.told.stream().filter(line -> line.contains("was missed")).count();
    }
    assertTrue(begun > 30, begun + " programmes have begun");
    assertTrue(missed > 30, missed + " were missed");
  }

  private static Hall live(Random random, int seed) {
    LocalDate day = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(365));
    Hall hall =
        new Hall(ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))), day.atTime(8, 0))
            .planned(programme(random))
            .boot();
    try {
      for (int i = 0; i < 60; i++) {
        happen(hall, random);
        hall.run(Duration.ofSeconds(random.nextInt(1500)));
      }
    } catch (AssertionError wrong) {
      throw new AssertionError("seed " + seed + ": " + wrong.getMessage(), wrong);
    }
    assertEquals(
        hall.keeper.latest().size(),
        hall.keeper.latest().stream().map(e -> e.plan() + e.when()).distinct().count());
    return hall;
  }

  private static Programme programme(Random random) {
    List<QuietHours> quiet = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      LocalTime from = LocalTime.of(random.nextInt(24), random.nextInt(60));
      quiet.add(new QuietHours(from, from.plusMinutes(10 + random.nextInt(300))));
    }
    Programme programme = Programme.NOTHING.withQuiet(quiet);
    for (int i = 0; i < PLANS; i++) {
      DayOfWeek weekday = DayOfWeek.of(1 + random.nextInt(7));
      String start = LocalTime.of(8 + random.nextInt(12), random.nextInt(60)).toString();
      programme =
          programme.with(
              Hall.plan(
                  "p" + i, Hall.weekly(weekday), start, Hall.story("bear"), Hall.story("fox")));
    }
    return programme;
  }

  private static void happen(Hall hall, Random random) {
    switch (random.nextInt(12)) {
      case 0 -> hall.unplug(Duration.ofSeconds(random.nextInt(3600)));
      case 1 -> hall.setClock(Duration.ofHours(1));
      case 2 -> hall.setClock(Duration.ofHours(-1));
      case 3 -> hall.setClock(Duration.ofMinutes(random.nextInt(3000) - 1500));
      case 4 -> hall.quality(ClockQuality.UNSYNCED);
      case 5, 6 -> hall.quality(ClockQuality.NTP);
      case 7 -> hall.halted = !hall.halted;
      case 8 -> hall.busy = !hall.busy && hall.situation() == Storyteller.Situation.FREE;
      case 9 -> hall.planned(programme(random));
      case 10 -> hall.keeper.startNow("p" + random.nextInt(PLANS));
      default -> {}
    }
  }
}
