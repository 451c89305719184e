package iyagi.sqlite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.report.Fact;
import iyagi.report.Json;
import iyagi.report.Report;
import iyagi.session.Attendance;
import iyagi.session.Kind;
import iyagi.session.Note;
import iyagi.session.Remembered.Dating;
import iyagi.session.Result;
import iyagi.session.Session;
import iyagi.session.SessionLog.Unkept;
import iyagi.session.Sessions;
import iyagi.time.ClockQuality;
import iyagi.time.ManualClock;
import iyagi.time.ManualWatch;
import iyagi.time.Moment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteMemoryIT {
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final Instant TEN = Instant.parse("2026-11-25T01:00:00Z");

  @TempDir private Path folder;
  private final ManualClock clock = new ManualClock();
  private final ManualWatch watch =
      new ManualWatch(clock, new Moment("b1", Duration.ofMinutes(9), TEN, ClockQuality.NTP));

  private SqliteMemory open() {
    return SqliteMemory.open(folder, watch, SEOUL);
  }

  private static List<String> types(SqliteMemory memory) {
    return memory.outbox().after(0, 100).stream().map(Report::type).toList();
  }

  private Session read(SqliteMemory memory, Kind kind) {
    Session session = Sessions.begun(kind, watch.now());
    memory.sessions().opened(session);
    clock.advance(Duration.ofMinutes(5));
    Session done = Sessions.onPage(session, 12).end(Result.COMPLETED, watch.now());
    memory.sessions().closed(done);
    return done;
  }

  @Test
  void aSessionAndItsReportsAreThereAfterAPowerCut() {
    Session done;
    try (SqliteMemory memory = open()) {
      done = read(memory, Kind.FREE);
    }
    try (SqliteMemory memory = open()) {
      assertEquals(done.tally(), memory.sessions().latest(9).getFirst().session().tally());
      assertEquals(List.of("iyagi.session.started", "iyagi.session.ended"), types(memory));
      Fact.SessionEnded told =
          Json.read(memory.outbox().after(1, 1).getFirst().data(), Fact.SessionEnded.class)
              .orElseThrow();
      assertEquals(Fact.ended(done), told);
      assertEquals(480, told.activeS());
    }
  }

  @Test
  void aSessionThatIsClosedTwiceCountsOnce() {
    try (SqliteMemory memory = open()) {
      Session done = read(memory, Kind.FREE);
      memory.sessions().closed(done);
      memory.sessions().closed(done.end(Result.STOPPED, watch.now()));
      assertEquals(2, types(memory).size());
      assertEquals(
          Result.COMPLETED,
          memory.sessions().latest(1).getFirst().session().ended().orElseThrow().result());
    }
  }

  @Test
  void aSessionWhoseBeginningCouldNotBeKeptIsReportedWholeAtItsEnd() {
    try (SqliteMemory memory = open()) {
      Session session = Sessions.begun(Kind.FREE, watch.now());
      memory.sessions().closed(session.end(Result.STOPPED, watch.now()));
      assertEquals(List.of("iyagi.session.started", "iyagi.session.ended"), types(memory));
    }
  }

  @Test
  void aSessionThatLostItsPowerIsClosedTruthfullyAtTheNextStartAndOnlyOnce() {
    Session session = Sessions.begun(Kind.PROGRAMME, watch.now());
    try (SqliteMemory memory = open()) {
      memory.sessions().opened(session);
      memory.sessions().reached(Sessions.onPage(session, 7));
    }
    watch.set(new Moment("b2", Duration.ofSeconds(40), TEN, ClockQuality.UNSYNCED));
    try (SqliteMemory memory = open()) {
      Session found = memory.sessions().closeAbandoned(watch.now()).getFirst();
      assertEquals(Result.POWER_LOSS, found.ended().orElseThrow().result());
      assertEquals(7, found.tally().page());
      assertEquals(List.of(), memory.sessions().closeAbandoned(watch.now()));
      assertEquals(2, types(memory).size());
      assertEquals(found.id(), memory.sessions().resumable().orElseThrow().id());

      Session next = Sessions.resuming(Sessions.begun(Kind.PROGRAMME, watch.now()), session);
      memory.sessions().opened(next);
      assertEquals(Optional.empty(), memory.sessions().resumable());
    }
  }

  @Test
  void aSessionOfAProgramThatStillRunsIsLeftAlone() {
    try (SqliteMemory memory = open();
        SqliteMemory other = open()) {
      memory.sessions().opened(Sessions.begun(Kind.FREE, watch.now()));
      assertEquals(List.of(), other.sessions().closeAbandoned(watch.now()));
    }
  }

  @Test
  void sessionsOfAProgramThatEndedWithoutAWordAreClosedAsRestarted() throws SQLException {
    try (SqliteMemory memory = open()) {
      memory.sessions().opened(Sessions.begun(Kind.FREE, watch.now()));
      sql("UPDATE session SET owner = '999999999:1'");
      Session found = memory.sessions().closeAbandoned(watch.now()).getFirst();
      assertEquals(Result.RESTARTED, found.ended().orElseThrow().result());
    }
  }

  @Test
  void aSessionWithoutAClockIsDatedWhenTheClockBecomesRight() {
    watch.set(
        new Moment(
            "b2",
            Duration.ofMinutes(1),
            Instant.parse("2024-01-01T00:00:00Z"),
            ClockQuality.UNSYNCED));
    try (SqliteMemory memory = open()) {
      read(memory, Kind.FREE);
      assertEquals(Dating.ESTIMATED, memory.sessions().latest(1).getFirst().dating());
      assertFalse(memory.outbox().after(0, 1).getFirst().quality().good());

      clock.advance(Duration.ofMinutes(4));
      watch.synchronise(TEN);
      memory.sessions().clockFixed(watch.now());
      var known = memory.sessions().latest(1).getFirst();
      assertEquals(Dating.CORRECTED, known.dating());
      assertEquals(TEN.minus(Duration.ofMinutes(9)), known.began());
      assertEquals("iyagi.clock.fixed", types(memory).getLast());
    }
  }

  @Test
  void aClockThatWakesInThePastIsNotBelieved() {
    try (SqliteMemory memory = open()) {
      read(memory, Kind.FREE);
      watch.set(new Moment("b2", Duration.ofMinutes(1), Instant.EPOCH, ClockQuality.UNSYNCED));
      memory.sessions().opened(Sessions.begun(Kind.FREE, watch.now()));
      assertTrue(
          memory.sessions().latest(1).getFirst().began().compareTo(TEN) >= 0,
          "the session before was at ten");
    }
  }

  @Test
  void timesLeaveTheRobotInStepsOfFiveMinutesByBothClocks() {
    watch.set(new Moment("b1", Duration.ofSeconds(451), TEN.plusSeconds(149), ClockQuality.NTP));
    try (SqliteMemory memory = open()) {
      memory.sessions().opened(Sessions.begun(Kind.FREE, watch.now()));
      Report report = memory.outbox().after(0, 1).getFirst();
      assertEquals(Duration.ofMinutes(10), report.sinceBoot());
      assertEquals(TEN, report.wall());
    }
  }

  @Test
  void attendanceIsReportedAndTheLastWordCounts() {
    try (SqliteMemory memory = open()) {
      Session done = read(memory, Kind.PROGRAMME);
      assertTrue(memory.sessions().attended(done.id(), new Attendance(12, 5), watch.now()));
      assertTrue(memory.sessions().attended(done.id(), new Attendance(13, 6), watch.now()));
      assertFalse(memory.sessions().attended("s-none", new Attendance(1, 1), watch.now()));
      assertEquals(
          new Attendance(13, 6), memory.sessions().latest(1).getFirst().attendance().orElseThrow());
      assertEquals(4, types(memory).size());
    }
  }

  @Test
  void aDayIsClosedOnceByTheDateWhereTheRobotStands() {
    try (SqliteMemory memory = open()) {
      memory.sessions().clockFixed(watch.now());
      read(memory, Kind.FREE);
      clock.advance(Duration.ofHours(15));
      read(memory, Kind.FREE);
      memory.sessions().closeDays(LocalDate.of(2026, 11, 26));
      memory.sessions().closeDays(LocalDate.of(2026, 11, 26));
      List<Report> days =
          memory.outbox().after(0, 99).stream()
              .filter(r -> r.type().equals("iyagi.day.closed"))
              .toList();
      assertEquals(1, days.size());
      assertEquals(
          new Fact.DayClosed("2026-11-25", 1, 1, 0, 480),
          Json.read(days.getFirst().data(), Fact.DayClosed.class).orElseThrow());
    }
  }

  @Test
  void confirmedReportsNoLongerWaitAndNoneIsConfirmedThatNeverWas() {
    try (SqliteMemory memory = open()) {
      read(memory, Kind.FREE);
      clock.advance(Duration.ofMinutes(30));
      assertEquals(2, memory.outbox().waiting().count());
      assertEquals(Duration.ofMinutes(34), memory.outbox().waiting().oldest());
      memory.outbox().confirm(1);
      memory.outbox().confirm(0);
      assertEquals(1, memory.outbox().waiting().count());
      assertThrows(IllegalArgumentException.class, () -> memory.outbox().confirm(3));
      assertEquals(2, memory.outbox().after(0, 9).size(), "kept, in case of being sent again");
    }
  }

  @Test
  void anOlderCopyBeginsANewEpochWithTheSameReports() {
    try (SqliteMemory memory = open()) {
      read(memory, Kind.FREE);
      read(memory, Kind.FREE);
      memory.outbox().confirm(1);
      String epoch = memory.outbox().epoch();
      List<String> ids = memory.outbox().after(1, 9).stream().map(Report::id).toList();
      memory.outbox().beginEpoch();
      assertFalse(memory.outbox().epoch().equals(epoch));
      assertEquals(ids, memory.outbox().after(0, 9).stream().map(Report::id).toList());
      assertEquals(
          List.of(1L, 2L, 3L), memory.outbox().after(0, 9).stream().map(Report::sequence).toList());
      memory.sessions().noted(new Note.Failed(Note.Part.SERVOS), watch.now());
      assertEquals(4, memory.outbox().last());
    }
  }

  @Test
  void aDamagedFileIsPutAsideAndToldAndNothingIsOverwritten() throws IOException {
    byte[] rubbish =
        "this is no database, but somebody's only copy".repeat(99).getBytes(StandardCharsets.UTF_8);
    Files.write(folder.resolve(SqliteMemory.FILE), rubbish);
    Files.writeString(folder.resolve("iyagi.db.damaged-1"), "an earlier one");
    try (SqliteMemory memory = open()) {
      Path aside = memory.aside().orElseThrow();
      assertEquals("iyagi.db.damaged-2", aside.getFileName().toString());
      assertEquals(rubbish.length, Files.size(aside));
      read(memory, Kind.FREE);
    }
    try (SqliteMemory memory = open()) {
      assertTrue(memory.aside().isEmpty());
      assertEquals(1, memory.sessions().latest(9).size());
    }
  }

  @Test
  void whoeverOnlyLooksInLeavesADamagedFileWhereItIs() throws IOException {
    Path file = folder.resolve(SqliteMemory.FILE);
    byte[] rubbish = "this is no database".repeat(99).getBytes(StandardCharsets.UTF_8);
    Files.write(file, rubbish);
    Unkept refused =
        assertThrows(Unkept.class, () -> SqliteMemory.visit(folder, watch, SEOUL).close());
    assertTrue(refused.getMessage().contains("is damaged"), refused.getMessage());
    assertArrayEquals(rubbish, Files.readAllBytes(file));
  }

  @Test
  void aPageInTheMiddleThatWasOverwrittenIsFoundAtTheStart() throws IOException {
    try (SqliteMemory memory = open()) {
      for (int i = 0; i < 50; i++) {
        read(memory, Kind.FREE);
      }
    }
    Path file = folder.resolve(SqliteMemory.FILE);
    byte[] bytes = Files.readAllBytes(file);
    for (int i = bytes.length / 2; i < bytes.length / 2 + 8192; i++) {
      bytes[i] = (byte) 0xA5;
    }
    Files.write(file, bytes);
    try (SqliteMemory memory = open()) {
      assertTrue(memory.aside().isPresent());
    }
  }

  @Test
  void programsThatMakeOneFileAtTheSameMomentAllGetIt() throws Exception {
    try (ExecutorService programs = Executors.newFixedThreadPool(4)) {
      for (int round = 0; round < 100; round++) {
        Path here = folder.resolve("round" + round);
        CyclicBarrier start = new CyclicBarrier(4);
        List<Future<String>> epochs = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
          epochs.add(
              programs.submit(
                  () -> {
                    start.await();
                    try (SqliteMemory memory = SqliteMemory.open(here, watch, SEOUL)) {
                      return memory.outbox().epoch();
                    }
                  }));
        }
        Set<String> different = new HashSet<>();
        for (Future<String> epoch : epochs) {
          different.add(epoch.get());
        }
        assertEquals(1, different.size());
      }
    }
  }

  @Test
  void aFileOfANewerProgramIsRefusedAndLeftAsItIs() throws SQLException {
    open().close();
    sql("PRAGMA user_version = 99");
    var refused = assertThrows(RuntimeException.class, this::open);
    assertTrue(refused.getMessage().contains("newer version of the program"), refused.getMessage());
    assertFalse(Files.exists(folder.resolve("iyagi.db.damaged-1")));
  }

  @Test
  void commandsAreRememberedWithTheirAnswers() {
    try (SqliteMemory memory = open()) {
      memory.outbox().answer("c1", "done");
      for (int i = 0; i < 600; i++) {
        memory.outbox().answer("x" + i, "done");
      }
      assertEquals(Optional.empty(), memory.outbox().answered("c1"));
      assertEquals(Optional.of("done"), memory.outbox().answered("x599"));
    }
  }

  private void sql(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(SqliteMemory.FILE));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
