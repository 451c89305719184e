package iyagi.bench;

import iyagi.fleet.Arrivals;
import iyagi.fleet.Census;
import iyagi.fleet.Fleet;
import iyagi.fleet.Habits;
import iyagi.report.Link;
import iyagi.report.LinkEvent;
import iyagi.report.Tempo;
import iyagi.report.Uplink;
import iyagi.report.mqtt.Broker;
import iyagi.report.mqtt.PahoUplink;
import iyagi.sqlite.SqliteMemory;
import iyagi.time.NanoClock;
import iyagi.time.Watch;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A thousand virtual robots for ten minutes, the broker killed in the middle and started again five
 * seconds later, and the real collector in a process of its own. Says when the robots came back,
 * what became of their sessions, and what they cost. Takes as long as it says; no yardstick.
 */
public final class FleetBench {
  private static final NanoClock CLOCK = NanoClock.system();
  private static final int ROBOTS = 1_000;
  private static final int MINUTES = 10;
  private static final double SESSIONS_AN_HOUR = 60;
  private static final Duration AWAY = Duration.ofSeconds(5);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final int LOOKS_A_LINE = 30;
  private static final int LAST_LOOKS = 300;
  private static final long SECOND_NANOS = 1_000_000_000L;
  private static final long BUCKET_SECONDS = 5;

  private final Queue<Long> connected = new ConcurrentLinkedQueue<>();
  private final Fleet.Crew crew;
  private final Duration half;
  private final long beganNanos = CLOCK.nanos();

  private FleetBench(int robots, int minutes) {
    crew = new Fleet.Crew(robots, "fleet", "0.0-bench", true, Habits.of(SESSIONS_AN_HOUR));
    half = Duration.ofMinutes(minutes).dividedBy(2);
  }

  /**
   * Runs.
   *
   * @param args how many minutes, and how many robots; 10 and 1,000 if nothing is said
   */
  public static void main(String[] args) throws Exception {
    int minutes = args.length > 0 ? Integer.parseInt(args[0]) : MINUTES;
    int robots = args.length > 1 ? Integer.parseInt(args[1]) : ROBOTS;
    Sheet.open(robots + " virtual robots for " + minutes + " minutes, with a broker restart");
    new FleetBench(robots, minutes).run();
    Sheet.goal("all reconnect, none lost, none counted twice, reconnections spread over time");
  }

  private void run() throws Exception {
    try (Scratch scratch = new Scratch();
        Broker broker =
            Broker.with(
                "max_queued_messages 0",
                "max_inflight_messages 100",
                "max_topic_alias 0",
                "set_tcp_nodelay true");
        Child library = library(broker, scratch.folder())) {
      Thread.ofPlatform().daemon().start(() -> listen(library));
      Path robots = scratch.folder().resolve("robots");
      try (Fleet fleet = fleet(broker, robots)) {
        Sheet.line("made after %.0f s", (CLOCK.nanos() - beganNanos) / 1e9);
        live(fleet, broker, library);
      }
      tell(Arrivals.compare(robots, scratch.folder().resolve("library.db")));
    }
  }

  private static void tell(Arrivals found) {
    Sheet.line(
        "sessions in the robots' memories %d; lost %d, counted twice %d, unknown %d",
        found.sessions(), found.lost(), found.doubled(), found.strange());
    Sheet.line("reports made %d, in the library's ledger %d", found.reports(), found.stored());
  }

  private static Child library(Broker broker, Path folder) throws IOException {
    return Child.java(
        "-XX:+UseSerialGC",
        "-Xmx128m",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        System.getProperty("java.class.path"),
        "iyagi.app.Main",
        "collect",
        "--broker",
        "127.0.0.1:" + broker.port(),
        "--db",
        folder.resolve("library.db").toString());
  }

  /** Nobody reads what it says, but it must not wait for that. */
  private static void listen(Child library) {
    try {
      library.secondsUntil(_ -> false);
    } catch (IOException | IllegalStateException ended) {
      // as it is meant to be at the end
    }
  }

  private Fleet fleet(Broker broker, Path folder) {
    Watch watch = Watch.system(true);
    return new Fleet(
        new Fleet.Parts(
            crew,
            folder,
            data -> SqliteMemory.open(data, watch, ZoneOffset.UTC),
            new Noting(new PahoUplink(broker.address()), connected),
            CLOCK,
            watch,
            Tempo.USUAL,
            new SplittableRandom(1),
            (_, _) -> {}));
  }

  private void live(Fleet fleet, Broker broker, Child library) throws Exception {
    double cpu = cpu();
    double cpuOfLibrary = library.cpuSeconds();
    long begin = CLOCK.nanos();
    fleet.start();
    look(fleet, half.toSeconds());
    histogram("connected first", begin);
    footprint("before the restart");
    connected.clear();
    broker.kill();
    Thread.sleep(AWAY);
    broker.restart();
    long back = CLOCK.nanos();
    look(fleet, half.toSeconds());
    histogram("connected again, from when the broker was back", back);
    footprint("at the end");
    double seconds = (CLOCK.nanos() - begin) / 1e9;
    Sheet.line(
        "CPU: robots %.1f %%, collector %.1f %% of one core, over %.0f s",
        100 * (cpu() - cpu) / seconds,
        100 * (library.cpuSeconds() - cpuOfLibrary) / seconds,
        seconds);
    fleet.finish();
    long looks = 0;
    while (!fleet.census().home() && looks < LAST_LOOKS) {
      looks++;
      TimeUnit.SECONDS.sleep(1);
    }
    line(fleet.census());
    Sheet.line("all was home %d s after the last session had ended", looks);
  }

  private void look(Fleet fleet, long looks) throws InterruptedException {
    for (long i = 1; i <= looks; i++) {
      TimeUnit.NANOSECONDS.sleep(LOOK.toNanos());
      if (i % LOOKS_A_LINE == 0) {
        line(fleet.census());
      }
    }
  }

  private void line(Census now) {
    Sheet.line("%4.0f s: %s", (CLOCK.nanos() - beganNanos) / 1e9, now);
  }

  /** How many links came about in each five seconds. */
  private void histogram(String what, long sinceNanos) {
    Map<Long, Integer> seconds = new TreeMap<>();
    Map<Long, Integer> buckets = new TreeMap<>();
    for (long at : connected) {
      long second = (at - sinceNanos) / SECOND_NANOS;
      seconds.merge(second, 1, Integer::sum);
      buckets.merge(second / BUCKET_SECONDS, 1, Integer::sum);
    }
    Sheet.line(
        "%s: %d links, %d in the busiest second; by 5 s:",
        what, connected.size(), seconds.isEmpty() ? 0 : Collections.max(seconds.values()));
    buckets.forEach((b, count) -> Sheet.line("   %3d s: %d", b * BUCKET_SECONDS, count));
  }

  private static void footprint(String when) throws IOException {
    var threads = ManagementFactory.getThreadMXBean();
    Sheet.line(
        "%s: heap %.0f MB after a collection, resident %.0f MB, %d platform threads (at most %d)",
        when,
        Footprint.heapMegabytes(),
        Footprint.residentMegabytes(),
        threads.getThreadCount(),
        threads.getPeakThreadCount());
  }

  private static double cpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
  }

  /** Notes when each link came about. */
  private record Noting(Uplink uplink, Queue<Long> when) implements Uplink {
    @Override
    public Link open(Terms terms, Consumer<LinkEvent> mailbox) {
      Link link = uplink.open(terms, mailbox);
      when.add(CLOCK.nanos());
      return link;
    }

    @Override
    public String address() {
      return uplink.address();
    }
  }
}
