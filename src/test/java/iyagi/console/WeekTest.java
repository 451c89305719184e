package iyagi.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iyagi.program.Arc;
import iyagi.program.Entry;
import iyagi.program.Item;
import iyagi.program.Plan;
import iyagi.program.Programme;
import iyagi.program.Reason;
import iyagi.program.When;
import iyagi.score.Manner;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class WeekTest {
  private static final LocalDate MONDAY = LocalDate.of(2031, 3, 3);
  private static final Plan OWLS =
      new Plan(
          "owls",
          "Owls",
          "en",
          new When.Once(MONDAY),
          LocalTime.of(10, 30),
          Plan.USUAL_CAP,
          Plan.USUAL_GRACE,
          Arc.usual(List.of(new Item.Story("owl"))),
          List.of(),
          Optional.of(Manner.CALM));

  private static Entry missed(String plan, LocalDateTime when) {
    return new Entry(
        plan,
        when,
        when.toInstant(ZoneOffset.UTC),
        Entry.State.MISSED,
        Optional.of(Reason.CUT_OFF),
        Optional.empty());
  }

  @Test
  void whatBecameOfAnOccasionIsToldOnceAndAlsoOfAPlanThatIsGone() {
    Week week =
        new Week(
            Programme.NOTHING.with(OWLS),
            ZoneOffset.UTC,
            List.of(missed("owls", MONDAY.atTime(10, 30)), missed("gone", MONDAY.atTime(9, 5, 7))));
    List<Week.Day> days = week.from(MONDAY);
    assertEquals(7, days.size());
    assertEquals(
        List.of(
            new Week.Meeting("gone", "gone", "09:05", "missed", "cut-off", ""),
            new Week.Meeting("owls", "Owls", "10:30", "missed", "cut-off", "calm")),
        days.getFirst().meetings());
    assertEquals(List.of(), days.get(1).meetings());
  }
}
