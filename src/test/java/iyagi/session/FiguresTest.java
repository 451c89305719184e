package iyagi.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iyagi.session.Remembered.Dating;
import iyagi.time.ClockQuality;
import iyagi.time.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class FiguresTest {
  private static final Moment TEN =
      new Moment(
          "b1", Duration.ofMinutes(9), Instant.parse("2026-11-25T10:00:00Z"), ClockQuality.NTP);

  private static Remembered remembered(Session session, Attendance... attendance) {
    return new Remembered(
        session, TEN.wall(), Dating.KNOWN, List.of(attendance).stream().findAny());
  }

  private static Session read(Kind kind, int pages, Result result) {
    return Sessions.onPage(Sessions.begun(kind, TEN), pages).end(result, TEN);
  }

  @Test
  void aProgrammeThatWasCutOffAndGoneOnWithCountsOnceWithBothItsParts() {
    Session first = read(Kind.PROGRAMME, 6, Result.POWER_LOSS);
    Session second = Sessions.resuming(read(Kind.PROGRAMME, 12, Result.COMPLETED), first);
    Figures figures =
        Figures.of(List.of(remembered(first), remembered(second, new Attendance(12, 5))));
    // 6 and 12 pages of 40 s each are 12 minutes.
    assertEquals(new Figures(1, 1, 12, 12, 5, 1, 0, 0), figures);
  }

  @Test
  void trialsAndOpenSessionsAreNoReadings() {
    Session trial = Sessions.begun(Kind.FREE, TEN).end(Result.STOPPED, TEN);
    Figures figures =
        Figures.of(List.of(remembered(trial), remembered(Sessions.begun(Kind.FREE, TEN))));
    assertEquals(new Figures(0, 0, 0, 0, 0, 0, 1, 0), figures);
  }

  @Test
  void theyAreToldApart() {
    List<Remembered> all =
        List.of(
            remembered(read(Kind.FREE, 3, Result.STOPPED)),
            remembered(read(Kind.FREE, 12, Result.COMPLETED)),
            remembered(read(Kind.PROGRAMME, 12, Result.COMPLETED)));
    assertEquals(2, Figures.of(all, Figures.By.KIND).get("free").sessions());
    assertEquals(Set.of("completed", "stopped"), Figures.of(all, Figures.By.RESULT).keySet());
    assertEquals(3, Figures.of(all, Figures.By.AGES).get("2-4").sessions());
    assertEquals(Optional.empty(), Optional.ofNullable(Figures.of(all, Figures.By.STORY).get("x")));
  }

  @Test
  void aProgrammeOfTwoStoriesCountsOnceAndEachStoryInItsOwnFigures() {
    Session bear = read(Kind.PROGRAMME, 12, Result.COMPLETED);
    Session fox = Sessions.resuming(of("fox", read(Kind.PROGRAMME, 6, Result.STOPPED)), bear);
    List<Remembered> both = List.of(remembered(bear, new Attendance(12, 5)), remembered(fox));
    // 12 and 6 pages of 40 s each; its last story was not read to the end.
    assertEquals(new Figures(1, 0, 12, 12, 5, 1, 0, 0), Figures.of(both));
    assertEquals(
        new Figures(1, 1, 8, 12, 5, 1, 0, 0), Figures.of(both, Figures.By.STORY).get("bear"));
    assertEquals(
        new Figures(1, 0, 4, 0, 0, 0, 0, 0), Figures.of(both, Figures.By.STORY).get("fox"));
    assertEquals(1, Figures.of(both, Figures.By.KIND).get("programme").sessions());
  }

  private static Session of(String story, Session session) {
    Title title = new Title(story, "en", "ab12", story, "2-4", 12);
    return new Session(
        session.id(),
        session.kind(),
        title,
        session.began(),
        session.resumes(),
        session.tally(),
        session.ended());
  }
}
