package iyagi.collect.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.collect.Ledger;
import iyagi.collect.Ledger.Watermark;
import iyagi.collect.Letter;
import iyagi.collect.Robot;
import iyagi.collect.Tally;
import iyagi.report.Fact;
import iyagi.report.Message;
import iyagi.time.ClockQuality;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every database has to do. */
abstract class LedgerContract {
  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
  private static final Instant DECEMBER = Instant.parse("2026-12-01T00:00:00Z");
  private static final Instant NOVEMBER = Instant.parse("2026-11-01T00:00:00Z");

  private final Robot owl = new Robot("owl", ClockQuality.NTP);
  private final Robot lost = new Robot("lost", ClockQuality.UNSYNCED);
  private String url;
  private Ledger ledger;

  /** The address of an empty database. */
  abstract String empty() throws Exception;

  @BeforeEach
  void open() throws Exception {
    url = empty();
    ledger = new JdbcLedger(url);
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  private Ledger.Kept store(Message... messages) {
    return ledger.store(Robot.read(NOON, messages));
  }

  private long upTo(Message... messages) {
    return store(messages).watermarks().getFirst().upTo();
  }

  private String dating(String id) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT dated_ms, dating FROM event WHERE id = '" + id + "'")) {
      assertTrue(row.next());
      return row.getString(2) + " " + Instant.ofEpochMilli(row.getLong(1));
    }
  }

  private List<Tally> november() {
    return ledger.tallies(NOVEMBER, DECEMBER);
  }

  @Test
  void theWatermarkStandsAtTheFirstHoleAndMovesOnWhenItIsFilled() {
    assertEquals(2, upTo(owl.fault(1), owl.fault(2), owl.fault(5)));
    assertEquals(2, upTo(owl.fault(4)));
    assertEquals(5, upTo(owl.fault(3)));
    assertEquals(5, upTo(owl.fault(2)));
  }

  @Test
  void everyRobotAndEpochHasAWatermarkOfItsOwn() {
    store(owl.fault(1));
    List<Watermark> marks =
        store(
                owl.fault(2),
                new Robot("bear", ClockQuality.NTP).fault(1),
                new Robot("owl", ClockQuality.NTP)
                    .epoch("e0")
                    .event("other", 1, Duration.ZERO, new Fact.FaultRaised("servos")))
            .watermarks();
    assertEquals(
        List.of(
            new Watermark("bear", "e1", 1, true),
            new Watermark("owl", "e0", 1, true),
            new Watermark("owl", "e1", 2, true)),
        marks);
  }

  @Test
  void whatLiesBelowTheFirstOfTheRobotWillNeverCome() {
    assertEquals(0, upTo(owl.fault(8)));
    assertEquals(8, upTo(owl.info(8)));
    assertEquals(8, upTo(owl.info(1)));
    assertEquals(9, upTo(owl.fault(9)));
  }

  @Test
  void whatCannotBeReadIsKeptOnceAsItIsAndCountsAsReceived() throws SQLException {
    assertEquals(0, upTo(owl.garbled(2, "\u0000{not JSON"), owl.later(3)));
    assertEquals(3, upTo(owl.fault(1), owl.garbled(2, "\u0000{not JSON")));
    store(Robot.message("iyagi/v1/r/owl/ev", "{"), Robot.message("iyagi/v1/r/not one/ev", "{"));
    assertEquals(
        List.of(
            " null null ew==", "owl null null ew==", "owl e1 2 AHtub3QgSlNPTg==", "owl e1 3 eyJz"),
        asides());
    assertEquals(4, upTo(owl.fault(4)));
  }

  /** Robot, epoch, sequence and the beginning of the body. */
  private List<String> asides() throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT robot, epoch, seq, body_base64 FROM set_aside"
                    + " ORDER BY robot, coalesce(seq, 0)")) {
      while (row.next()) {
        String body = row.getString(4);
        rows.add(
            String.join(
                " ",
                row.getString(1),
                row.getString(2),
                row.getString(3),
                body.substring(0, Math.min(16, body.startsWith("AHt") ? 16 : 4))));
      }
    }
    return rows;
  }

  @Test
  void whatARobotHadToGiveUpIsNotWaitedFor() {
    store(owl.fault(1));
    assertEquals(11, upTo(owl.event(11, Duration.ofHours(1), new Fact.OutboxGap(2, 10))));
  }

  @Test
  void reportsThatComeAgainInANewEpochAreConfirmedAndNotCountedTwice() {
    store(owl.event("x", 7, Duration.ofHours(1), Robot.completed("s1", 60)), owl.info(7));
    owl.epoch("e2");
    Ledger.Kept kept =
        store(owl.info(1), owl.event("x", 1, Duration.ofHours(1), Robot.completed("s1", 60)));
    assertEquals(List.of(), kept.fresh());
    assertEquals(List.of(new Watermark("owl", "e2", 1, true)), kept.watermarks());
    assertEquals(1, november().getFirst().sessions());
    owl.epoch("e1");
    assertEquals(List.of(new Watermark("owl", "e1", 8, false)), store(owl.fault(8)).watermarks());
  }

  @Test
  void aReportThatComesTwiceIsFreshOnce() {
    assertEquals(1, store(owl.fault(1), owl.fault(1)).fresh().size());
    assertEquals(0, store(owl.fault(1)).fresh().size());
  }

  @Test
  void aSessionCountsOnceAndTheLongerOneIsTheTrueOne() {
    store(
        owl.event("a", 1, Duration.ofHours(1), Robot.completed("s1", 60)),
        owl.event("b", 2, Duration.ofHours(1), Robot.completed("s1", 480)));
    store(owl.event("c", 3, Duration.ofHours(1), Robot.completed("s1", 100)));
    assertEquals(1, november().size());
    assertEquals(1, november().getFirst().sessions());
    assertEquals(480, november().getFirst().seconds());
  }

  @Test
  void theLastWordOnAttendanceCountsHoweverItComes() {
    store(owl.event(4, Duration.ofHours(1), new Fact.SessionAttended("s1", 12, 3)));
    store(owl.ended(1, "s1"), owl.ended(2, "s2"));
    store(owl.event(3, Duration.ofHours(1), new Fact.SessionAttended("s1", 99, 99)));
    assertEquals(
        List.of(
            new Tally(
                "owl", "free", "en", "3-6", "bear", "completed", false, false, 2, 960, 1, 12, 3)),
        november());
    assertEquals(List.of(), ledger.tallies(DECEMBER, DECEMBER.plusSeconds(1)));
  }

  @Test
  void aGoodClockDatesItsOwnReports() throws SQLException {
    store(owl.fault(1));
    assertEquals("robot 2026-11-25T09:00:00Z", dating("owl-1"));
  }

  @Test
  void withoutAnyClockTheTimeOfArrivalIsAnEstimate() throws SQLException {
    store(lost.fault(1));
    assertEquals("estimated 2026-11-25T12:00:00Z", dating("lost-1"));
  }

  @Test
  void theMomentOfSendingDatesReportsAndThatOfTheFastestMessageBest() throws SQLException {
    store(lost.sendsAt("b1", Duration.ofHours(3)).fault(1));
    assertEquals("sent 2026-11-25T10:00:00Z", dating("lost-1"));
    store(lost.sendsAt("b1", Duration.ofHours(4)).fault(2));
    assertEquals("sent 2026-11-25T09:00:00Z", dating("lost-1"));
    assertEquals("sent 2026-11-25T09:00:00Z", dating("lost-2"));
  }

  @Test
  void theMomentOfSendingSaysNothingOfAnotherBoot() throws SQLException {
    lost.boot("b0").sendsAt("b1", Duration.ofHours(3));
    store(lost.fault(1));
    assertEquals("estimated 2026-11-25T12:00:00Z", dating("lost-1"));
  }

  @Test
  void aClockThatBecomesRightDatesWhatWasReportedBeforeAndAfter() throws SQLException {
    store(lost.sendsAt("b1", Duration.ofHours(3)).fault(1));
    store(
        lost.event(
            2,
            Duration.ofHours(3),
            new Fact.ClockFixed("2026-11-24T11:00:00Z", Duration.ofHours(3).toMillis(), "ntp")));
    store(lost.fault(3), lost.boot("b2").fault(4));
    assertEquals("fixed 2026-11-24T09:00:00Z", dating("lost-1"));
    assertEquals("fixed 2026-11-24T09:00:00Z", dating("lost-3"));
    assertEquals("estimated 2026-11-25T12:00:00Z", dating("lost-4"));
  }

  @Test
  void aSessionMovesToItsTrueMonthWhenItsClockBecomesRight() {
    store(lost.ended(1, "s1"));
    assertEquals(1, november().size());
    store(lost.event(2, Duration.ZERO, new Fact.ClockFixed("2026-10-01T09:00:00Z", 0, "ntp")));
    assertEquals(List.of(), november());
    assertEquals(1, ledger.tallies(Instant.EPOCH, NOVEMBER).size());
  }

  @Test
  void whatRobotsSayOfThemselvesIsKeptAsTheyLastSaidIt() throws SQLException {
    store(
        owl.info(1),
        owl.health(),
        Robot.message("iyagi/v1/r/owl/state", "{\"s\":\"online\"}"),
        Robot.message("iyagi/v1/r/owl/library", "{\"hash\":\"h\"}"));
    store(Robot.message("iyagi/v1/r/owl/state", "{\"s\":\"lost\"}"));
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT state, health, library, epoch FROM robot")) {
      assertTrue(row.next());
      assertEquals("{\"s\":\"lost\"}", row.getString(1));
      assertEquals("{\"up\":1}", row.getString(2));
      assertEquals("{\"hash\":\"h\"}", row.getString(3));
      assertEquals("e1", row.getString(4));
    }
  }

  @Test
  void collectorsBesideEachOtherLoseAndDoubleNothing() throws Exception {
    List<Callable<Integer>> work = new ArrayList<>();
    List<Ledger> ledgers = List.of(new JdbcLedger(url), new JdbcLedger(url));
    for (int i = 0; i < ledgers.size(); i++) {
      Ledger mine = ledgers.get(i);
      List<Letter> letters = shuffled(i);
      work.add(() -> storeAll(mine, letters));
    }
    int fresh = 0;
    try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
      for (var done : pool.invokeAll(work)) {
        fresh += done.get();
      }
    }
    ledgers.forEach(Ledger::close);
    assertEquals(3 * 200, fresh);
    assertEquals(201, upTo(new Robot("r0", ClockQuality.UNSYNCED).fault(201)));
    assertEquals(201, upTo(new Robot("r1", ClockQuality.UNSYNCED).fault(201)));
    assertEquals(201, upTo(new Robot("r2", ClockQuality.UNSYNCED).fault(201)));
    assertEquals(600, november().stream().mapToLong(Tally::sessions).sum());
  }

  /** Every second half of the reports goes to both. */
  private static List<Letter> shuffled(int collector) {
    List<Letter> letters = new ArrayList<>();
    for (int robot = 0; robot < 3; robot++) {
      Robot sender = new Robot("r" + robot, ClockQuality.UNSYNCED);
      sender.sendsAt("b1", Duration.ofHours(3));
      for (int i = 1; i <= 200; i++) {
        if (i % 2 == 0 || i % 4 == 1 + 2 * collector) {
          letters.addAll(Robot.read(NOON, sender.ended(i, "s" + i)));
        }
      }
    }
    Collections.shuffle(letters, new Random(collector));
    return letters;
  }

  private static int storeAll(Ledger ledger, List<Letter> letters) {
    int fresh = 0;
    for (int from = 0; from < letters.size(); from += 20) {
      fresh +=
          ledger.store(letters.subList(from, Math.min(letters.size(), from + 20))).fresh().size();
    }
    return fresh;
  }

  @Test
  void aDatabaseThatCannotBeOpenedIsNamedInPlainWords() {
    try (Ledger nowhere = new JdbcLedger(nowhere())) {
      Ledger.Unkept unkept = assertThrows(Ledger.Unkept.class, nowhere::open);
      assertTrue(unkept.getMessage().startsWith("The database "), unkept.getMessage());
      assertTrue(
          unkept.getMessage().endsWith(" cannot be used: " + whyNowhere()), unkept.getMessage());
    }
  }

  /** The address of a database that is not there. */
  abstract String nowhere();

  /** Why it cannot be used. */
  abstract String whyNowhere();
}
