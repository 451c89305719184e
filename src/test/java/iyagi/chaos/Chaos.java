package iyagi.chaos;

import iyagi.collect.Collector;
import iyagi.collect.Letter;
import iyagi.collect.jdbc.JdbcLedger;
import iyagi.report.Tempo;
import iyagi.report.mqtt.Broker;
import iyagi.report.mqtt.FaultyProxy;
import iyagi.report.mqtt.PahoUplink;
import iyagi.time.NanoClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Kills a robot at random moments, between faults of network, broker and library, and counts
 * afterwards: every session that the robot said it had kept has to be in the library's ledger,
 * once, and the ledger has to have every report up to the robot's last, in order of their
 * sequences. The real memory, relay, Paho, mosquitto and collector; the random numbers come from a
 * seed.
 */
final class Chaos implements AutoCloseable {
  private static final int SESSIONS_A_LIFE = 10_000;
  private static final long DRAIN_SECONDS = 120;

  /** What was found. */
  record Outcome(
      int lives,
      int faults,
      int kept,
      Set<String> lost,
      Set<String> doubled,
      long gap,
      long again) {
    /** In a line. */
    String words() {
      return "%d lives ended by SIGKILL, %d faults, %d sessions kept; lost %d, counted twice %d, missing in the order %d; %d repeated reports discarded"
          .formatted(lives, faults, kept, lost.size(), doubled.size(), gap, again);
    }
  }

  private final Path folder;
  private final Random random;
  private final long seed;
  private final Broker broker =
      Broker.with("max_queued_messages 0", "max_inflight_messages 100", "max_topic_alias 0");
  private final FaultyProxy robotSide = new FaultyProxy(broker.port());
  private final FaultyProxy librarySide = new FaultyProxy(broker.port());
  private final Set<String> begun = new TreeSet<>();
  private final List<String> unexpected = new ArrayList<>();
  private final AtomicInteger repeated = new AtomicInteger();
  private volatile boolean collecting = true;
  private Thread collector;
  private int faults;
  private int lives;

  Chaos(Path folder, long seed) {
    this.folder = folder;
    this.seed = seed;
    random = new Random(seed);
    collect();
  }

  private String ledger() {
    return "jdbc:sqlite:" + folder.resolve("library.db");
  }

  private void collect() {
    collecting = true;
    collector =
        Thread.ofPlatform()
            .name("library")
            .start(
                () -> {
                  try (JdbcLedger ledger = new JdbcLedger(ledger())) {
                    Collector here =
                        new Collector(
                            new Collector.Parts(
                                "library",
                                "library",
                                new PahoUplink(librarySide.address()),
                                ledger,
                                NanoClock.system(),
                                InstantSource.system(),
                                Tempo.HASTY,
                                new Random(seed),
                                new Ears()));
                    while (collecting) {
                      here.await(Duration.ofMillis(20));
                    }
                    repeated.addAndGet((int) here.count().again());
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                });
  }

  /** Nobody listens. */
  private static final class Ears implements Collector.Hears {
    @Override
    public void sentence(String sentence) {}

    @Override
    public void stored(Letter.Event event) {}
  }

  /** The library's program ends without a goodbye and begins again. */
  private void restartLibrary() throws InterruptedException {
    collecting = false;
    collector.join();
    collect();
  }

  /** One life of the robot, with a few faults in it, ended by SIGKILL. */
  void life(Duration length) throws IOException, InterruptedException {
    lives++;
    Process robot = robot(SESSIONS_A_LIFE);
    CountDownLatch silent = new CountDownLatch(1);
    Thread ears = Thread.ofPlatform().daemon().start(() -> listen(robot, silent));
    long left = length.toMillis();
    while (left > 0) {
      long part = Math.min(left, 100 + random.nextInt(700));
      robot.waitFor(part, TimeUnit.MILLISECONDS);
      left -= part;
      fault();
    }
    robot.destroyForcibly().waitFor();
    ears.join();
    heal();
  }

  private Process robot(int sessions) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin/java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx128m",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            ChaosRobot.class.getName(),
            Integer.toString(robotSide.port()),
            folder.resolve("robot").toString(),
            Integer.toString(sessions),
            Long.toString(random.nextLong()))
        .redirectErrorStream(true)
        .start();
  }

  private void listen(Process robot, CountDownLatch silent) {
    try (BufferedReader said = robot.inputReader()) {
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        if (line.startsWith("begun ")) {
          synchronized (begun) {
            begun.add(line.substring(6));
          }
        } else if (!line.startsWith("told ") && line.matches("(ERROR|Exception in).*")) {
          unexpected.add(line);
        }
        if (line.equals("drained")) {
          silent.countDown();
        }
      }
    } catch (IOException ended) {
      silent.countDown();
    }
  }

  private void fault() throws InterruptedException {
    faults++;
    switch (random.nextInt(9)) {
      case 0 -> broker.freeze();
      case 1 -> broker.thaw();
      case 2 -> {
        broker.thaw();
        broker.kill();
        broker.restart();
      }
      case 3 -> robotSide.set(any());
      case 4 -> robotSide.reset();
      case 5 -> librarySide.set(any());
      case 6 -> librarySide.reset();
      case 7 -> {
        heal();
        restartLibrary();
      }
      default -> heal();
    }
  }

  private FaultyProxy.Mode any() {
    FaultyProxy.Mode[] modes = FaultyProxy.Mode.values();
    return modes[random.nextInt(modes.length)];
  }

  private void heal() {
    broker.thaw();
    robotSide.set(FaultyProxy.Mode.PASS);
    librarySide.set(FaultyProxy.Mode.PASS);
  }

  /** Lets the robot bring everything home, without any fault, and counts. */
  Outcome count() throws IOException, InterruptedException, SQLException {
    heal();
    Process robot = robot(0);
    CountDownLatch drained = new CountDownLatch(1);
    Thread ears = Thread.ofPlatform().daemon().start(() -> listen(robot, drained));
    boolean home = drained.await(DRAIN_SECONDS, TimeUnit.SECONDS);
    robot.destroyForcibly().waitFor();
    ears.join();
    collecting = false;
    collector.join();
    if (!home || !unexpected.isEmpty()) {
      throw new AssertionError("did not come home; " + unexpected);
    }
    Map<String, Integer> arrived = arrived();
    Set<String> lost = new TreeSet<>(begun);
    lost.addAll(ids("robot/iyagi.db", "SELECT id FROM session"));
    int kept = lost.size();
    lost.removeAll(arrived.keySet());
    Set<String> doubled = new TreeSet<>();
    arrived.forEach(
        (id, times) -> {
          if (times > 1) {
            doubled.add(id);
          }
        });
    return new Outcome(lives, faults, kept, lost, doubled, gap(), repeated.get());
  }

  /** How often each session's end is in the library's ledger. */
  private Map<String, Integer> arrived() throws SQLException {
    Map<String, Integer> times = new HashMap<>();
    for (String id :
        ids(
            "library.db",
            "SELECT json_extract(data, '$.session') FROM event WHERE type = 'iyagi.session.ended'")) {
      times.merge(id, 1, Integer::sum);
    }
    return times;
  }

  /** Reports of the robot's that the ledger does not have, by their sequences. */
  private long gap() throws SQLException {
    long last =
        Long.parseLong(
            ids("robot/iyagi.db", "SELECT seq FROM sqlite_sequence WHERE name = 'outbox'")
                .getFirst());
    long there =
        Long.parseLong(ids("library.db", "SELECT count(DISTINCT seq) FROM event").getFirst());
    return last - there;
  }

  private List<String> ids(String file, String sql) throws SQLException {
    List<String> ids = new ArrayList<>();
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(file));
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        ids.add(rows.getString(1));
      }
    }
    return ids;
  }

  @Override
  public void close() {
    collecting = false;
    robotSide.close();
    librarySide.close();
    broker.close();
  }
}
