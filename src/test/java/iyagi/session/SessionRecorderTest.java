package iyagi.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.audio.Pcm;
import iyagi.performance.PassageSource;
import iyagi.performance.PerformanceEvent;
import iyagi.performance.PerformanceEvent.Ending;
import iyagi.score.Passage;
import iyagi.time.ClockQuality;
import iyagi.time.ManualClock;
import iyagi.time.ManualWatch;
import iyagi.time.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SessionRecorderTest {
  private static final Title BEAR = new Title("bear", "en", "ab12", "The Bear", "2-4", 3);

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
  private final List<Session> reached = new ArrayList<>();
  private final List<Session> closed = new ArrayList<>();
  private final SessionRecorder recorder =
      new SessionRecorder(
          watch,
          new SessionRecorder.Keeper() {
            @Override
            public void opened(Session session) {
              opened.add(session);
            }

            @Override
            public void reached(Session session) {
              reached.add(session);
            }

            @Override
            public void closed(Session session) {
              closed.add(session);
            }
          });
  private final PassageSource source = new Nothing();

  /** A story that is never played. */
  private static final class Nothing implements PassageSource {
    @Override
    public String title() {
      return "The Bear";
    }

    @Override
    public int count() {
      return 1;
    }

    @Override
    public int page(int passage) {
      return 1;
    }

    @Override
    public Optional<Passage> passage(int number) {
      return Optional.empty();
    }

    @Override
    public Pcm speech(String clip) {
      throw new IllegalStateException();
    }

    @Override
    public Pcm sound(String name) {
      throw new IllegalStateException();
    }
  }

  private void start() {
    recorder.expect(source, Kind.FREE, BEAR, Optional.empty());
    recorder.heard(new PerformanceEvent.Started(source));
  }

  private void after(int seconds, PerformanceEvent event) {
    clock.advance(Duration.ofSeconds(seconds));
    recorder.heard(event);
  }

  @Test
  void countsAReadingWithoutItsPauses() {
    start();
    after(1, new PerformanceEvent.PageReached(1));
    after(10, new PerformanceEvent.QuestionAsked(4));
    after(2, new PerformanceEvent.QuestionAnswered(4));
    after(3, new PerformanceEvent.Paused());
    after(600, new PerformanceEvent.Resumed());
    after(4, new PerformanceEvent.PageReached(2));
    after(1, new PerformanceEvent.PageReached(1));
    after(9, new PerformanceEvent.ChoiceOffered(2, 3));
    after(9, new PerformanceEvent.Chosen(2, false));
    after(1, new PerformanceEvent.Ended(Ending.COMPLETED));

    assertEquals(new Tally(1, 2, 2, 1, 1, Duration.ofSeconds(40)), closed.getFirst().tally());
    assertEquals(Result.COMPLETED, closed.getFirst().ended().orElseThrow().result());
    assertEquals(Duration.ofSeconds(20), reached.get(1).tally().active());
    assertTrue(recorder.open().isEmpty());
  }

  @Test
  void aStoryThatIsEndedWhilePausedIsNotReadInThePause() {
    start();
    after(40, new PerformanceEvent.Paused());
    after(600, new PerformanceEvent.Ended(Ending.STOPPED));
    assertEquals(Duration.ofSeconds(40), closed.getFirst().tally().active());
    assertFalse(closed.getFirst().trial());
  }

  @Test
  void whoeverStopsAFreeStoryWithinHalfAMinuteWasTryingTheRobot() {
    start();
    after(29, new PerformanceEvent.Ended(Ending.STOPPED));
    assertTrue(closed.getFirst().trial());
    start();
    after(29, new PerformanceEvent.Ended(Ending.COMPLETED));
    assertFalse(closed.get(1).trial(), "a very short story, read to its end");
  }

  @Test
  void everySessionHasAnIdOfItsOwn() {
    start();
    after(1, new PerformanceEvent.Ended(Ending.STOPPED));
    start();
    assertFalse(opened.get(0).id().equals(opened.get(1).id()));
  }

  @Test
  void aStoryThatNothingWasSaidOfIsNotRemembered() {
    recorder.expect(source, Kind.FREE, BEAR, Optional.empty());
    recorder.heard(new PerformanceEvent.Started(new Nothing()));
    after(9, new PerformanceEvent.PageReached(1));
    after(1, new PerformanceEvent.Ended(Ending.COMPLETED));
    assertEquals(List.of(), opened);
    assertEquals(List.of(), closed);
  }

  @Test
  void aCardLiftedToTurnAPageIsNoInterruptionAndOneLiftedDuringALineIs() {
    recorder.expect(source, Kind.FREE, BEAR, Optional.empty());
    recorder.heard(new PerformanceEvent.Started(source));
    recorder.heard(new PerformanceEvent.PageReached(1));
    recorder.heard(new PerformanceEvent.PageEnded(1));
    clock.advance(Duration.ofSeconds(4));
    recorder.heard(new PerformanceEvent.Paused());
    assertEquals(0, recorder.open().orElseThrow().tally().interruptions());
    clock.advance(Duration.ofSeconds(30));
    recorder.heard(new PerformanceEvent.Resumed());
    recorder.heard(new PerformanceEvent.PageReached(2));
    recorder.heard(new PerformanceEvent.LineReached(3, "", "two"));
    clock.advance(Duration.ofSeconds(5));
    recorder.heard(new PerformanceEvent.Paused());
    recorder.heard(new PerformanceEvent.Resumed());
    recorder.heard(new PerformanceEvent.Ended(Ending.COMPLETED));
    Tally tally = closed.getFirst().tally();
    assertEquals(1, tally.interruptions());
    assertEquals(2, tally.pagesRead());
    assertEquals(0, tally.asked());
    assertEquals(Duration.ofSeconds(9), tally.active());
  }
}
