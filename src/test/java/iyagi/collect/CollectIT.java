package iyagi.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import iyagi.collect.jdbc.JdbcLedger;
import iyagi.collect.jdbc.Postgres;
import iyagi.report.Identity;
import iyagi.report.Quiet;
import iyagi.report.Relay;
import iyagi.report.Tempo;
import iyagi.report.mqtt.Broker;
import iyagi.report.mqtt.PahoUplink;
import iyagi.session.Kind;
import iyagi.session.Result;
import iyagi.session.Sessions;
import iyagi.sqlite.SqliteMemory;
import iyagi.time.NanoClock;
import iyagi.time.Watch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From robots' memories through a real broker into a real database. */
final class CollectIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration TURN = Duration.ofMillis(5);

  private record Reader(SqliteMemory memory, Relay relay) {}

  @TempDir private Path folder;
  private final NanoClock clock = NanoClock.system();
  private final Watch watch = Watch.system(true);
  private final RandomGenerator random = RandomGenerator.getDefault();
  private final List<String> said = new ArrayList<>();
  private final List<Reader> robots = new ArrayList<>();
  private final List<Collector> collectors = new ArrayList<>();
  private Broker broker;

  @BeforeEach
  void start() {
    broker = Broker.with();
  }

  @AfterEach
  void stop() {
    robots.forEach(
        robot -> {
          robot.relay().leave();
          robot.memory().close();
        });
    collectors.forEach(Collector::leave);
    broker.close();
  }

  private void robot(String name) throws Exception {
    Path data = Files.createDirectory(folder.resolve(name));
    SqliteMemory memory = SqliteMemory.open(data, watch, ZoneOffset.UTC);
    Relay relay =
        new Relay(
            new Relay.Parts(
                new Identity(name, true, data),
                memory.outbox(),
                new PahoUplink(broker.address()),
                new Quiet(),
                clock,
                watch,
                Tempo.HASTY,
                random,
                sentence -> said.add(sentence.toString())));
    robots.add(new Reader(memory, relay));
  }

  private Collector collector(String name, Ledger ledger) {
    return new Collector(
        new Collector.Parts(
            name,
            "collect",
            new PahoUplink(broker.address()),
            ledger,
            clock,
            () -> watch.now().wall(),
            Tempo.HASTY,
            random,
            new Collector.Hears() {
              @Override
              public void sentence(String sentence) {
                said.add(sentence);
              }

              @Override
              public void stored(Letter.Event event) {}
            }));
  }

  private void readStories(int count) {
    for (Reader robot : robots) {
      for (int i = 0; i < count; i++) {
        var session = Sessions.begun(Kind.FREE, watch.now());
        robot.memory().sessions().opened(session);
        robot
            .memory()
            .sessions()
            .closed(Sessions.onPage(session, 12).end(Result.COMPLETED, watch.now()));
      }
    }
  }

  private void until(BooleanSupplier reached) throws InterruptedException {
    long start = clock.nanos();
    while (!reached.getAsBoolean()) {
      if (clock.nanos() - start > PATIENCE.toNanos()) {
        fail("not reached: " + said);
      }
      for (Reader robot : robots) {
        robot.relay().await(TURN);
      }
      for (Collector collector : collectors) {
        collector.await(TURN);
      }
    }
  }

  private boolean allConfirmed() {
    return robots.stream()
        .allMatch(r -> r.memory().outbox().confirmed() == r.memory().outbox().last());
  }

  private long confirmed() {
    return robots.stream().mapToLong(r -> r.memory().outbox().confirmed()).sum();
  }

  private static long sessions(Ledger ledger) {
    return ledger.tallies(Instant.EPOCH, Instant.parse("2200-01-01T00:00:00Z")).stream()
        .mapToLong(Tally::readings)
        .sum();
  }

  @Test
  void everySessionCountsOnceThoughTheBrokerAndTheCollectorFallOver() throws Exception {
    robot("owl");
    robot("bear");
    readStories(60);
    try (Ledger ledger = new JdbcLedger("jdbc:sqlite:" + folder.resolve("collect.db"))) {
      collectors.add(collector("c1", ledger));
      until(() -> confirmed() > 20);
      broker.kill();
      broker.restart();
      until(() -> confirmed() > 120);
      collectors.set(0, collector("c1", ledger));
      until(this::allConfirmed);
      assertEquals(120, sessions(ledger));
    }
  }

  @Test
  void twoCollectorsShareTheWorkAndOneDatabase() throws Exception {
    robot("owl");
    robot("bear");
    readStories(60);
    try (Postgres server = Postgres.start()) {
      String url = server.database();
      try (Ledger one = new JdbcLedger(url);
          Ledger other = new JdbcLedger(url)) {
        collectors.add(collector("c1", one));
        collectors.add(collector("c2", other));
        until(this::allConfirmed);
        assertEquals(120, sessions(one));
        assertEquals(120, sessions(other));
        collectors.forEach(Collector::leave);
      }
    }
  }
}
