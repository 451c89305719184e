package iyagi.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import iyagi.collect.Collector;
import iyagi.collect.Letter;
import iyagi.collect.jdbc.JdbcLedger;
import iyagi.report.Tempo;
import iyagi.report.mqtt.Broker;
import iyagi.report.mqtt.PahoUplink;
import iyagi.sqlite.SqliteMemory;
import iyagi.time.NanoClock;
import iyagi.time.Watch;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Twenty virtual robots, a real broker that is killed in between, and the real collector. */
final class FleetIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration TURN = Duration.ofMillis(20);
  private static final int ROBOTS = 20;
  private static final int SESSIONS = 300;

  @TempDir private Path folder;
  private final NanoClock clock = NanoClock.system();

  @Test
  void everySessionOfTwentyRobotsArrivesOnceThoughTheBrokerIsKilled() throws Exception {
    Path robots = folder.resolve("robots");
    Path library = folder.resolve("library.db");
    try (Broker broker = Broker.with("max_queued_messages 0", "max_inflight_messages 100");
        JdbcLedger ledger = new JdbcLedger("jdbc:sqlite:" + library)) {
      Collector collector = collector(broker, ledger);
      try (Fleet fleet = fleet(broker, robots)) {
        fleet.start();
        // A robot that has not come online yet would not notice that the broker is killed.
        until(collector, () -> fleet.census().connected() == ROBOTS);
        until(collector, () -> fleet.census().sessions() >= SESSIONS / 2);
        broker.kill();
        broker.restart();
        until(collector, () -> fleet.census().sessions() >= SESSIONS);
        fleet.finish();
        until(collector, () -> fleet.census().home());
        Census end = fleet.census();
        assertEquals(end.reports(), end.confirmed());
        assertEquals(ROBOTS, end.robots());
        assertTrue(end.again() >= ROBOTS, end::toString);
      }
      collector.leave();
    }
    Arrivals arrivals = Arrivals.compare(robots, library);
    assertTrue(arrivals.sessions() >= SESSIONS, arrivals::toString);
    assertTrue(arrivals.clean(), arrivals::toString);
  }

  private Fleet fleet(Broker broker, Path robots) {
    Watch watch = Watch.system(true);
    return new Fleet(
        new Fleet.Parts(
            new Fleet.Crew(ROBOTS, "fleet", "0.2.0", true, Habits.of(Habits.MOST_AN_HOUR)),
            robots,
            data -> SqliteMemory.open(data, watch, ZoneOffset.UTC),
            new PahoUplink(broker.address()),
            clock,
            watch,
            Tempo.HASTY,
            new SplittableRandom(3),
            (_, _) -> {}));
  }

  private Collector collector(Broker broker, JdbcLedger ledger) {
    return new Collector(
        new Collector.Parts(
            "library",
            "library",
            new PahoUplink(broker.address()),
            ledger,
            clock,
            InstantSource.system(),
            Tempo.HASTY,
            new Random(3),
            new Collector.Hears() {
              @Override
              public void sentence(String sentence) {}

              @Override
              public void stored(Letter.Event event) {}
            }));
  }

  private void until(Collector collector, BooleanSupplier reached) throws InterruptedException {
    long start = clock.nanos();
    while (!reached.getAsBoolean()) {
      collector.await(TURN);
      if (clock.nanos() - start > PATIENCE.toNanos()) {
        fail("not reached");
      }
    }
  }
}
