package iyagi.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.fleet.PretendPlayer.Wish;
import iyagi.performance.PerformanceEvent.Ending;
import iyagi.session.Kind;
import iyagi.session.Result;
import iyagi.session.Session;
import iyagi.session.SessionRecorder;
import iyagi.time.ClockQuality;
import iyagi.time.ManualClock;
import iyagi.time.ManualWatch;
import iyagi.time.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class PretendPlayerTest {
  private final ManualClock clock = new ManualClock();
  private final ManualWatch watch =
      new ManualWatch(
          clock,
          new Moment(
              "b1",
              Duration.ofMinutes(9),
              Instant.parse("2026-11-25T10:00:00Z"),
              ClockQuality.NTP));
  private final List<Session> opened = new ArrayList<>();
  private final List<Session> closed = new ArrayList<>();
  private int mostOpen;
  private final SessionRecorder recorder =
      new SessionRecorder(
          watch,
          new SessionRecorder.Keeper() {
            @Override
            public void opened(Session session) {
              opened.add(session);
              mostOpen = Math.max(mostOpen, opened.size() - closed.size());
            }

            @Override
            public void reached(Session session) {}

            @Override
            public void closed(Session session) {
              closed.add(session);
            }
          });

  private PretendPlayer player(double sessionsAnHour) {
    return new PretendPlayer(Habits.of(sessionsAnHour), clock, new SplittableRandom(7), recorder);
  }

  /** Goes on, always to the moment when something is due. */
  private void play(PretendPlayer player, Duration length) {
    long end = clock.nanos() + length.toNanos();
    while (clock.nanos() < end) {
      clock.advance(player.idle(Duration.ofNanos(end - clock.nanos())));
      player.step();
    }
  }

  @Test
  void readsAsOftenAsItIsAskedTo() {
    play(player(12), Duration.ofHours(10));
    assertEquals(120.0, closed.size(), 12.0);
    assertEquals(1, mostOpen);
  }

  @Test
  void readsWholeStoriesAndPartsOfThem() {
    play(player(12), Duration.ofHours(10));
    long whole = closed.stream().filter(s -> s.ended().get().result() == Result.COMPLETED).count();
    assertTrue(whole > closed.size() / 2 && whole < closed.size(), whole + " of " + closed.size());
    for (Session each : closed) {
      assertTrue(each.tally().pagesRead() >= 1, each::toString);
      assertTrue(each.tally().pagesRead() <= each.title().pages(), each::toString);
      assertFalse(each.tally().active().isZero(), each::toString);
      assertTrue(each.tally().active().compareTo(Duration.ofMinutes(5)) < 0, each::toString);
    }
    assertTrue(closed.stream().anyMatch(s -> s.kind() == Kind.PROGRAMME));
    assertTrue(closed.stream().anyMatch(s -> s.kind() == Kind.FREE));
    assertTrue(closed.stream().anyMatch(s -> s.tally().answered() > 0));
    assertTrue(closed.stream().anyMatch(s -> s.tally().interruptions() > 0));
  }

  @Test
  void readsFasterWhereThereIsLittleTime() {
    play(player(Habits.MOST_AN_HOUR), Duration.ofMinutes(10));
    assertEquals(600.0, closed.size(), 30.0);
    assertEquals(1, mostOpen);
  }

  @Test
  void refusesARateThatNoRobotHas() {
    assertThrows(IllegalArgumentException.class, () -> Habits.of(0));
    assertThrows(IllegalArgumentException.class, () -> Habits.of(3_601));
    assertThrows(IllegalArgumentException.class, () -> Habits.of(Double.NaN));
  }

  @Test
  void standsStillWhileItIsPausedAndThenGoesOn() {
    PretendPlayer player = player(12);
    player.ask(new Wish.Start(Repertoire.TITLES.getFirst(), Kind.FREE));
    player.step();
    player.ask(new Wish.Pause());
    for (int i = 0; i < 60; i++) {
      player.step();
      clock.advance(Duration.ofMinutes(1));
    }
    assertTrue(player.reading());
    assertEquals(1, opened.size());
    player.ask(new Wish.Resume());
    play(player, Duration.ofMinutes(4));
    assertEquals(1, closed.getFirst().tally().interruptions());
    assertTrue(closed.getFirst().tally().active().compareTo(Duration.ofMinutes(4)) < 0);
  }

  @Test
  void aHaltEndsTheSession() {
    PretendPlayer player = player(12);
    player.ask(new Wish.Start(Repertoire.TITLES.getFirst(), Kind.FREE));
    player.step();
    player.ask(new Wish.End(Ending.HALTED));
    player.step();
    assertFalse(player.reading());
    assertEquals(Result.HALTED, closed.getFirst().ended().get().result());
  }

  @Test
  void anotherStoryStopsTheOneBefore() {
    PretendPlayer player = player(12);
    player.ask(new Wish.Start(Repertoire.TITLES.getFirst(), Kind.FREE));
    player.ask(new Wish.Start(Repertoire.TITLES.getLast(), Kind.PROGRAMME));
    player.step();
    assertEquals(Result.STOPPED, closed.getFirst().ended().get().result());
    assertEquals(Repertoire.TITLES.getLast(), opened.getLast().title());
  }

  @Test
  void beginsNothingMoreWhenItIsToFinish() {
    PretendPlayer player = player(60);
    play(player, Duration.ofMinutes(5));
    player.ask(new Wish.Finish());
    player.step();
    int before = opened.size();
    play(player, Duration.ofHours(1));
    assertEquals(before, opened.size());
    assertEquals(before, closed.size());
  }
}
