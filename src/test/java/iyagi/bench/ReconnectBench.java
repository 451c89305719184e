package iyagi.bench;

import com.sun.management.HotSpotDiagnosticMXBean;
import iyagi.report.Identity;
import iyagi.report.Memory;
import iyagi.report.Quiet;
import iyagi.report.Relay;
import iyagi.report.Tempo;
import iyagi.report.mqtt.Broker;
import iyagi.report.mqtt.FaultyProxy;
import iyagi.report.mqtt.PahoUplink;
import iyagi.sqlite.SqliteMemory;
import iyagi.time.NanoClock;
import iyagi.time.Watch;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * What 500 lost connections leave behind in a robot: threads of both kinds, open files, and heap
 * after a collection. The yardstick is the same after 50.
 */
public final class ReconnectBench {
  private static final NanoClock CLOCK = NanoClock.system();
  private static final Watch WATCH = Watch.system(true);
  private static final int CONNECTIONS = 500;
  private static final int[] LOOK_AT = {1, 50, 100, 200, 300, 400, CONNECTIONS};
  private static final Duration TURN = Duration.ofMillis(2);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private ReconnectBench() {}

  /** Cuts and looks. */
  public static void main(String[] args) throws Exception {
    Sheet.open("What " + CONNECTIONS + " reconnections leave behind");
    try (Scratch scratch = new Scratch();
        Broker broker = Broker.with();
        FaultyProxy proxy = new FaultyProxy(broker.port());
        Memory memory = SqliteMemory.open(scratch.folder(), WATCH, ZoneOffset.UTC)) {
      Relay relay = relay(scratch.folder(), memory, proxy);
      int next = 0;
      for (int i = 1; i <= CONNECTIONS; i++) {
        until(relay, true);
        if (i == LOOK_AT[next]) {
          tell(i, scratch.folder());
          next++;
        }
        proxy.reset();
        until(relay, false);
      }
      relay.leave();
    }
    Sheet.goal("flat from 50 to " + CONNECTIONS);
  }

  private static void until(Relay relay, boolean linked) throws InterruptedException {
    long end = CLOCK.nanos() + PATIENCE.toNanos();
    while (relay.standing().linked() != linked) {
      relay.await(TURN);
      if (CLOCK.nanos() - end > 0) {
        throw new IllegalStateException("stuck: " + relay.standing());
      }
    }
  }

  private static Relay relay(Path folder, Memory memory, FaultyProxy proxy) {
    return new Relay(
        new Relay.Parts(
            new Identity("rb-bench", true, folder),
            memory.outbox(),
            new PahoUplink(proxy.address()),
            new Quiet(),
            CLOCK,
            WATCH,
            tempo(),
            new SplittableRandom(1),
            _ -> {}));
  }

  /** As a robot's, but for the pauses: nobody has hours to wait for 500 of them. */
  private static Tempo tempo() {
    Tempo usual = Tempo.USUAL;
    Duration pause = Duration.ofMillis(5);
    return new Tempo(
        usual.window(),
        usual.unconfirmed(),
        usual.acknowledge(),
        usual.confirm(),
        usual.longestConfirm(),
        usual.connect(),
        usual.keepAlive(),
        pause,
        pause,
        pause,
        usual.stable(),
        Duration.ZERO,
        usual.state(),
        usual.health());
  }

  private static void tell(int connection, Path folder) throws IOException {
    double heap = Footprint.heapMegabytes();
    String[] files = new File("/proc/self/fd").list();
    Sheet.line(
        "at the connection %3d: %d platform threads, %d virtual, %d open files, heap %.2f MB,"
            + " resident %.0f MB",
        connection,
        ManagementFactory.getThreadMXBean().getThreadCount(),
        virtualThreads(folder),
        files == null ? 0 : files.length,
        heap,
        Footprint.residentMegabytes());
  }

  /** Counted in a dump of all threads, the one way in which Java tells of them. */
  private static long virtualThreads(Path folder) throws IOException {
    Path dump = folder.resolve("threads.json");
    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
        .dumpThreads(
            dump.toAbsolutePath().toString(), HotSpotDiagnosticMXBean.ThreadDumpFormat.JSON);
    try (Stream<String> lines = Files.lines(dump)) {
      return lines.filter(line -> line.contains("\"virtual\": true")).count();
    } finally {
      Files.delete(dump);
    }
  }
}
