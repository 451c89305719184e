package iyagi.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.time.ClockQuality;
import iyagi.time.ManualClock;
import iyagi.time.ManualWatch;
import iyagi.time.Moment;
import iyagi.words.Sentence;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class KeepingTest {
  private static final Instant TEN = Instant.parse("2026-11-25T10:00:00Z");

  /** A log on a disk that may be full. */
  private static final class Disk implements SessionLog {
    final List<String> kept = new ArrayList<>();
    boolean full;

    private void keep(String what) {
      if (full) {
        throw new Unkept(Sentence.plain("the disk is full"), null);
      }
      kept.add(what);
    }

    @Override
    public void opened(Session session) {
      keep("opened");
    }

    @Override
    public void reached(Session session) {
      keep("reached " + session.tally().page());
    }

    @Override
    public void closed(Session session) {
      keep("closed");
    }

    @Override
    public List<Session> closeAbandoned(Moment now) {
      return List.of();
    }

    @Override
    public boolean attended(String id, Attendance attendance, Moment at) {
      return false;
    }

    @Override
    public void clockFixed(Moment now) {
      keep("fixed " + now.wall());
    }

    @Override
    public void closeDays(LocalDate today) {
      keep("days before " + today);
    }

    @Override
    public void noted(Note note, Moment at) {
      keep("noted");
    }

    @Override
    public List<Remembered> latest(int most) {
      return List.of();
    }

    @Override
    public List<Remembered> between(LocalDate from, LocalDate before) {
      return List.of();
    }

    @Override
    public Optional<Session> resumable() {
      return Optional.empty();
    }
  }

  private final ManualClock clock = new ManualClock();
  private final ManualWatch watch =
      new ManualWatch(clock, new Moment("b1", Duration.ofMinutes(9), TEN, ClockQuality.UNSYNCED));
  private final Disk disk = new Disk();
  private final List<String> told = new ArrayList<>();
  private final Keeping keeping =
      new Keeping(disk, watch, ZoneOffset.UTC, sentence -> told.add(sentence.toString()));

  @Test
  void aFullDiskLosesNothingAndIsToldOnce() {
    Session session = Sessions.begun(Kind.FREE, watch.now());
    disk.full = true;
    keeping.opened(session);
    keeping.reached(Sessions.onPage(session, 3));
    for (int i = 0; i < 20; i++) {
      keeping.step();
      clock.advance(Duration.ofSeconds(5));
    }
    assertEquals(1, told.size(), told::toString);
    assertTrue(told.getFirst().contains("the disk is full. Readings go on"), told::toString);
    disk.full = false;
    clock.advance(Duration.ofSeconds(10));
    keeping.step();
    assertEquals(List.of("opened", "reached 3"), disk.kept);
    assertEquals("Sessions are written down again; nothing was lost.", told.getLast());
  }

  @Test
  void theClockIsFixedWhenItBecomesRightAndWheneverItIsSet() {
    keeping.step();
    assertEquals(List.of(), disk.kept);
    watch.synchronise(TEN.plusSeconds(3600));
    keeping.step();
    clock.advance(Duration.ofMinutes(30));
    keeping.step();
    assertEquals(List.of("fixed 2026-11-25T11:00:00Z", "days before 2026-11-25"), disk.kept);
    watch.synchronise(watch.now().wall().plusSeconds(3));
    keeping.step();
    assertEquals("fixed 2026-11-25T11:30:03Z", disk.kept.getLast());
  }

  @Test
  void aDayIsClosedWhenItIsOver() {
    watch.synchronise(TEN);
    keeping.step();
    clock.advance(Duration.ofHours(15));
    keeping.step();
    assertEquals("days before 2026-11-26", disk.kept.getLast());
  }
}
