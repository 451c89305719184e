package iyagi.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.report.Memory;
import iyagi.report.Tempo;
import iyagi.session.SessionLog.Unkept;
import iyagi.sqlite.SqliteMemory;
import iyagi.time.ClockQuality;
import iyagi.time.ManualClock;
import iyagi.time.ManualWatch;
import iyagi.time.Moment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Virtual robots by steps, on real memories, with a broker in the same thread. */
final class VirtualRobotIT {
  private static final String ROOT = "iyagi/v1/r/fleet-00001/";

  @TempDir private Path folder;
  private final ManualClock clock = new ManualClock();
  private final ManualWatch watch =
      new ManualWatch(
          clock,
          new Moment(
              "6f1c0b5e-3a0e-4f0a-9a51-2b8f3c7f9d11",
              Duration.ofMinutes(9),
              Instant.parse("2026-11-25T10:00:00Z"),
              ClockQuality.NTP));
  private final FakeBroker broker = new FakeBroker();
  private final List<String> told = new ArrayList<>();

  private Fleet fleet(int robots, double sessionsAnHour) {
    return new Fleet(
        new Fleet.Parts(
            new Fleet.Crew(robots, "fleet", "0.2.0", true, Habits.of(sessionsAnHour)),
            folder,
            data -> SqliteMemory.open(data, watch, ZoneOffset.UTC),
            broker,
            clock,
            watch,
            Tempo.USUAL,
            new SplittableRandom(5),
            (robot, sentence) -> told.add(robot + ": " + sentence)));
  }

  private void live(Fleet fleet, Duration length) throws InterruptedException {
    long end = clock.nanos() + length.toNanos();
    while (clock.nanos() < end) {
      for (VirtualRobot robot : fleet.robots()) {
        robot.read(Duration.ZERO);
        robot.report(Duration.ZERO);
      }
      clock.advance(Duration.ofMillis(500));
    }
  }

  private String epoch() {
    try (Memory memory = SqliteMemory.open(folder.resolve("fleet-00001"), watch, ZoneOffset.UTC)) {
      return memory.outbox().epoch();
    }
  }

  @Test
  void whatItReadsIsRememberedReportedAndConfirmed() throws InterruptedException {
    try (Fleet fleet = fleet(1, 720)) {
      live(fleet, Duration.ofSeconds(50));
      fleet.finish();
      live(fleet, Duration.ofSeconds(2));
      Census before = fleet.census();
      assertEquals(10.0, (double) before.sessions(), 2.0);
      // That the clock is right, and of each session its beginning and its end.
      assertEquals(1 + 2 * before.sessions(), before.reports());
      assertEquals(before.reports(), broker.on("ev").size());
      assertEquals(before.reports(), before.waiting());
      assertFalse(before.home());

      broker.arrive(
          ROOT + "confirm", "{\"epoch\":\"" + epoch() + "\",\"upTo\":" + before.reports() + "}");
      live(fleet, Duration.ofSeconds(2));
      Census after = fleet.census();
      assertEquals(before.reports(), after.confirmed());
      assertTrue(after.home());
    }
  }

  @Test
  void obeysLikeARealRobot() throws InterruptedException {
    try (Fleet fleet = fleet(1, 0.1)) {
      live(fleet, Duration.ofSeconds(15));
      command("c1", "story.pause", "{}");
      command("c2", "story.start", "{\"story\":\"dragon\"}");
      command("c3", "story.start", "{\"story\":\"bear\",\"kind\":\"programme\"}");
      live(fleet, Duration.ofSeconds(2));
      assertEquals(1, fleet.census().reading());
      command("c4", "story.stop", "{}");
      command("c5", "volume.set", "{\"level\":101}");
      live(fleet, Duration.ofSeconds(2));
      assertEquals(0, fleet.census().reading());
      List<String> answers = broker.on("res");
      assertEquals(5, answers.size());
      assertTrue(answers.get(0).contains("not-reading"), answers::toString);
      assertTrue(answers.get(1).contains("unknown-story"), answers::toString);
      assertTrue(answers.get(2).contains("done"), answers::toString);
      assertTrue(answers.get(3).contains("done"), answers::toString);
      assertTrue(answers.get(4).contains("bad-args"), answers::toString);
      assertTrue(
          broker.on("ev").getLast().contains("\"result\":\"stopped\""), broker.on("ev")::toString);
    }
  }

  private void command(String id, String type, String args) {
    broker.arrive(
        ROOT + "cmd", "{\"id\":\"" + id + "\",\"type\":\"" + type + "\",\"args\":" + args + "}");
  }

  @Test
  void countsWhoIsConnectedAndWhoCameBack() throws InterruptedException {
    try (Fleet fleet = fleet(2, 1)) {
      assertEquals(0, fleet.census().connected());
      live(fleet, Duration.ofSeconds(15));
      assertEquals(2, fleet.census().connected());
      assertEquals(0, fleet.census().again());
      broker.lose();
      live(fleet, Duration.ofMillis(500));
      assertEquals(1, fleet.census().connected());
      live(fleet, Duration.ofSeconds(15));
      assertEquals(2, fleet.census().connected());
      assertEquals(1, fleet.census().again());
      assertTrue(told.stream().anyMatch(s -> s.contains("the cat")), told::toString);
    }
  }

  @Test
  void goesOnWithItsMemoryAndEndsWhatWasCutOff() throws InterruptedException {
    long before;
    try (Fleet fleet = fleet(1, 3_600)) {
      while (fleet.census().reading() == 0) {
        live(fleet, Duration.ofMillis(500));
      }
      before = fleet.census().reports();
    }
    watch.set(
        new Moment(
            "7f1c0b5e-3a0e-4f0a-9a51-2b8f3c7f9d11",
            Duration.ofMinutes(1),
            Instant.parse("2026-11-25T11:00:00Z"),
            ClockQuality.NTP));
    try (Fleet fleet = fleet(1, 0.1)) {
      assertEquals(before + 1, fleet.census().reports());
    }
  }

  @Test
  void aMemoryThatCannotBeOpenedIsNamedAndTheOthersAreGivenBack() throws Exception {
    Files.writeString(folder.resolve("fleet-00002"), "a file where a folder should be");
    Unkept trouble = assertThrows(Unkept.class, () -> fleet(3, 1));
    assertTrue(trouble.getMessage().contains("fleet-00002"), trouble::getMessage);
  }

  @Test
  void refusesAFleetThatIsNone() {
    assertThrows(IllegalArgumentException.class, () -> fleet(0, 1));
    assertThrows(IllegalArgumentException.class, () -> fleet(20_001, 1));
  }
}
