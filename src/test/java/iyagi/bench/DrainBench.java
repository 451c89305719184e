package iyagi.bench;

import iyagi.collect.Collector;
import iyagi.collect.Letter;
import iyagi.collect.jdbc.JdbcLedger;
import iyagi.report.Identity;
import iyagi.report.Link;
import iyagi.report.LinkEvent;
import iyagi.report.Memory;
import iyagi.report.Quiet;
import iyagi.report.Relay;
import iyagi.report.Report;
import iyagi.report.Tempo;
import iyagi.report.Uplink;
import iyagi.report.mqtt.Broker;
import iyagi.report.mqtt.PahoUplink;
import iyagi.time.NanoClock;
import iyagi.time.Watch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * How fast a robot that was away for long brings its reports home: out of the real memory, through
 * the real relay and uplink, over a real mosquitto, to a server that only confirms, and to the real
 * collector; beside Paho alone with the same messages and the same window, and somebody subscribed.
 */
public final class DrainBench {
  private static final NanoClock CLOCK = NanoClock.system();
  private static final Watch WATCH = Watch.system(true);
  private static final String ROBOT = "rb-bench";
  private static final int REPORTS = 100_000;
  private static final int ROUNDS = 3;
  private static final int WARM = 15_000;
  private static final int SAMPLE = 1_000;
  private static final Duration STEP = Duration.ofMillis(50);

  private final Backlog backlog;
  private final int reports;
  private final int window;

  private DrainBench(Backlog backlog, int reports, int window) {
    this.backlog = backlog;
    this.reports = reports;
    this.window = window;
  }

  /**
   * Measures with a window of 100, and with that which robots have.
   *
   * @param args how many reports; 100,000 if nothing is said
   */
  public static void main(String[] args) throws Exception {
    int reports = args.length > 0 ? Integer.parseInt(args[0]) : REPORTS;
    Sheet.open("Bringing " + reports + " reports home");
    try (Scratch scratch = new Scratch()) {
      Backlog backlog = new Backlog(scratch.folder(), WATCH, reports);
      warmUp(new Backlog(Files.createDirectory(scratch.folder().resolve("warm")), WATCH, WARM));
      for (int window : new int[] {100, Tempo.USUAL.window()}) {
        new DrainBench(backlog, reports, window).measure(scratch.folder());
      }
    }
    Sheet.goal("at least 0.7 of Paho alone with the same window");
  }

  /** So that Java's compiler is through with both sides; nothing of it is counted. */
  private static void warmUp(Backlog few) throws Exception {
    DrainBench warming = new DrainBench(few, WARM, Tempo.USUAL.window());
    for (int i = 0; i < 2; i++) {
      warming.plain();
      warming.drain(true);
      warming.drain(false);
    }
  }

  private void measure(Path folder) throws Exception {
    List<Cost> paho = new ArrayList<>();
    List<Cost> byBroker = new ArrayList<>();
    List<Cost> byServer = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      paho.add(plain());
      byBroker.add(drain(false));
      byServer.add(drain(true));
    }
    Sheet.line("with a window of %d, the median of %d rounds:", window, ROUNDS);
    double yardstick = Cost.median(paho).wall();
    tell("Paho alone:                        ", paho, yardstick);
    tell("ours, the broker confirms:         ", byBroker, yardstick);
    tell("ours, a bare server confirms:      ", byServer, yardstick);
    tell("ours, 'collect' stores in SQLite:  ", List.of(collected(folder)), yardstick);
  }

  private void tell(String name, List<Cost> rounds, double yardstick) {
    Cost cost = Cost.median(rounds);
    Sheet.line(
        "   %s %5.1f s, %6.0f a second, %.2f of Paho; CPU %4.1f s (%s)",
        name,
        cost.wall(),
        reports / cost.wall(),
        yardstick / cost.wall(),
        cost.cpu(),
        rounds.stream()
            .map(c -> String.format(Locale.ROOT, "%.1f", c.wall()))
            .collect(Collectors.joining(", ")));
  }

  /**
   * What it took.
   *
   * @param cpu of this process, in which both sides are, in seconds
   */
  private record Cost(double wall, double cpu) {
    /** The one with the middle wall time. */
    static Cost median(List<Cost> rounds) {
      List<Cost> sorted = rounds.stream().sorted(Comparator.comparingDouble(Cost::wall)).toList();
      return sorted.get(sorted.size() / 2);
    }
  }

  private static Broker broker() {
    return Broker.with(
        "max_queued_messages 0",
        "max_inflight_messages 200",
        "max_topic_alias 0",
        "set_tcp_nodelay true");
  }

  private Cost plain() throws Exception {
    Path copy = backlog.copy();
    List<Report> sample;
    try (Memory memory = backlog.open(copy)) {
      sample = memory.outbox().after(0, SAMPLE);
    }
    try (Broker broker = broker();
        ConfirmingServer server =
            new ConfirmingServer(new PahoUplink(broker.address()), ROBOT, "none", false)) {
      double cpu = cpu();
      double seconds = PlainPaho.seconds(broker.port(), ROBOT, sample, reports, window);
      if (server.taken() == 0) {
        throw new IllegalStateException("the subscriber got nothing");
      }
      return new Cost(seconds, cpu() - cpu);
    }
  }

  private Cost drain(boolean byServer) throws Exception {
    Path copy = backlog.copy();
    try (Broker broker = broker();
        Memory memory = backlog.open(copy);
        ConfirmingServer _ =
            new ConfirmingServer(
                new PahoUplink(broker.address()), ROBOT, memory.outbox().epoch(), byServer)) {
      return home(memory, copy, broker, byServer);
    }
  }

  private Cost collected(Path folder) throws Exception {
    Path copy = backlog.copy();
    try (Broker broker = broker();
        Memory memory = backlog.open(copy);
        JdbcLedger ledger =
            new JdbcLedger("jdbc:sqlite:" + folder.resolve("collect-" + window + ".db"))) {
      Collector collector = collector(broker, ledger);
      Thread library = Thread.ofPlatform().name("library").start(() -> run(collector));
      try {
        return home(memory, copy, broker, true);
      } finally {
        library.interrupt();
        library.join();
      }
    }
  }

  private static Collector collector(Broker broker, JdbcLedger ledger) {
    return new Collector(
        new Collector.Parts(
            "library",
            "library",
            new PahoUplink(broker.address()),
            ledger,
            CLOCK,
            InstantSource.system(),
            Tempo.USUAL,
            new SplittableRandom(1),
            new Collector.Hears() {
              @Override
              public void sentence(String sentence) {}

              @Override
              public void stored(Letter.Event event) {}
            }));
  }

  private static void run(Collector collector) {
    try {
      while (true) {
        collector.await(STEP);
      }
    } catch (InterruptedException closing) {
      collector.leave();
    }
  }

  /** Seconds from the connection to the last confirmation on the disk. */
  private Cost home(Memory memory, Path folder, Broker broker, boolean byServer)
      throws InterruptedException {
    Starting uplink = new Starting(new PahoUplink(broker.address()));
    Relay relay =
        new Relay(
            new Relay.Parts(
                new Identity(ROBOT, byServer, folder),
                memory.outbox(),
                uplink,
                new Quiet(),
                CLOCK,
                WATCH,
                tempo(window),
                new SplittableRandom(1),
                sentence -> Sheet.line("   (%s)", sentence)));
    double cpu = cpu();
    long looked = CLOCK.nanos();
    while (true) {
      relay.await(STEP);
      if (CLOCK.nanos() - looked > STEP.toNanos()) {
        looked = CLOCK.nanos();
        if (memory.outbox().waiting().count() == 0) {
          break;
        }
      }
    }
    Cost cost = new Cost((CLOCK.nanos() - uplink.openedNanos) / 1e9, cpu() - cpu);
    relay.leave();
    return cost;
  }

  private static double cpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
  }

  private static Tempo tempo(int window) {
    Tempo usual = Tempo.USUAL;
    return new Tempo(
        window,
        usual.unconfirmed(),
        usual.acknowledge(),
        usual.confirm(),
        usual.longestConfirm(),
        usual.connect(),
        usual.keepAlive(),
        usual.firstBackoff(),
        usual.longestBackoff(),
        usual.slow(),
        usual.stable(),
        Duration.ZERO,
        usual.state(),
        usual.health());
  }

  /** Notes when the connection was there. */
  private static final class Starting implements Uplink {
    private final Uplink uplink;
    private volatile long openedNanos;

    Starting(Uplink uplink) {
      this.uplink = uplink;
    }

    @Override
    public Link open(Terms terms, Consumer<LinkEvent> mailbox) {
      Link link = uplink.open(terms, mailbox);
      openedNanos = CLOCK.nanos();
      return link;
    }

    @Override
    public String address() {
      return uplink.address();
    }
  }
}
