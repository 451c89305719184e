package iyagi.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FiguresTest {
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private final FakeLedger ledger = new FakeLedger();

  private Figures november() {
    ledger.tallies =
        List.of(
            tally("owl", "bear", "completed", false, false, 10, 4_800, 2, 30, 6),
            tally("owl", "fox, the \"red\"", "stopped", false, false, 2, 90, 0, 0, 0),
            tally("owl", "bear", "completed", false, true, 1, 120, 0, 0, 0),
            tally("elk", "=bear", "stopped", true, false, 5, 50, 0, 0, 0));
    return Figures.of(ledger, YearMonth.of(2026, 11), SEOUL);
  }

  private static Tally tally(
      String robot,
      String story,
      String result,
      boolean trial,
      boolean resumed,
      long sessions,
      long seconds,
      long counted,
      long children,
      long grownUps) {
    return new Tally(
        robot, "free", "en", "3-6", story, result, trial, resumed, sessions, seconds, counted,
        children, grownUps);
  }

  @Test
  void trialsStandApartAndResumptionsAddMinutesButNoSessions() {
    // (4800 + 90 + 120) s = 83.5 min
    assertEquals(new Figures.Sum(12, 11, 84, 2, 30, 6, 5), november().total());
  }

  @Test
  void sumsAreMadeByEverything() {
    assertEquals(
        List.of("completed", "stopped"), List.copyOf(november().by(Figures.By.RESULT).keySet()));
    assertEquals(0, november().by(Figures.By.ROBOT).get("elk").sessions());
    assertEquals(5, november().by(Figures.By.ROBOT).get("elk").trials());
  }

  @Test
  void aSpreadsheetTakesWordsAsTheyAre() {
    String csv = november().csv();
    assertTrue(csv.contains(",\"fox, the \"\"red\"\"\",stopped,"), csv);
    assertTrue(csv.contains(",'=bear,"), csv);
    assertEquals(5, csv.lines().count());
  }

  @Test
  void aYearIsTwelveMonths() {
    ledger.tallies = List.of(tally("owl", "bear", "completed", false, false, 1, 60, 0, 0, 0));
    Figures year = Figures.of(ledger, Year.of(2026), SEOUL);
    assertEquals(12, year.total().sessions());
    assertEquals(12, year.by(Figures.By.MONTH).size());
    assertTrue(year.json().contains("\"2026-07\""), year.json());
  }
}
