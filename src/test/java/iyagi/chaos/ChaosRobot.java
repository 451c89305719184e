package iyagi.chaos;

import iyagi.report.BrokerAddress;
import iyagi.report.Identity;
import iyagi.report.Quiet;
import iyagi.report.Relay;
import iyagi.report.Tempo;
import iyagi.report.mqtt.PahoUplink;
import iyagi.session.Kind;
import iyagi.session.Result;
import iyagi.session.Session;
import iyagi.session.Sessions;
import iyagi.sqlite.SqliteMemory;
import iyagi.time.NanoClock;
import iyagi.time.Watch;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Random;

/**
 * A process that is to be killed: makes sessions as fast as the disk takes them and reports them by
 * the product's own memory, relay and uplink. Says "begun ID" and "ended ID" only when each is
 * kept, so whoever reads that knows what must arrive, whatever happens then.
 *
 * <p>It sleeps between its sessions because it is a program with a life of its own; it asserts
 * nothing.
 */
public final class ChaosRobot {
  private static final Duration STEP = Duration.ofMillis(20);

  private ChaosRobot() {}

  /**
   * Runs until it is killed, or, when it is to make no session, until nothing waits any more.
   *
   * @param args port, folder, how many sessions at most, seed
   */
  public static void main(String[] args) throws InterruptedException {
    Path folder = Path.of(args[1]);
    int sessions = Integer.parseInt(args[2]);
    Random random = new Random(Long.parseLong(args[3]));
    Watch watch = Watch.system(true);
    try (SqliteMemory memory = SqliteMemory.open(folder, watch, ZoneOffset.UTC)) {
      memory.sessions().closeAbandoned(watch.now()).forEach(s -> say("abandoned " + s.id()));
      Relay relay = relay(Integer.parseInt(args[0]), folder, memory, watch, random);
      Thread.ofPlatform().daemon().name("relay").start(() -> run(relay));
      for (int i = 0; i < sessions; i++) {
        read(memory, watch, random);
      }
      say("done");
      while (memory.outbox().waiting().count() > 0) {
        Thread.sleep(STEP);
      }
      say("drained");
    }
  }

  private static Relay relay(
      int port, Path folder, SqliteMemory memory, Watch watch, Random random) {
    return new Relay(
        new Relay.Parts(
            new Identity("rb-chaos", true, folder),
            memory.outbox(),
            new PahoUplink(
                new BrokerAddress("127.0.0.1", port, Optional.empty(), Optional.empty())),
            new Quiet(),
            NanoClock.system(),
            watch,
            Tempo.HASTY,
            random,
            sentence -> say("told " + sentence)));
  }

  private static void run(Relay relay) {
    try {
      while (true) {
        relay.await(STEP);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void read(SqliteMemory memory, Watch watch, Random random)
      throws InterruptedException {
    Session session = Sessions.begun(Kind.PROGRAMME, watch.now());
    memory.sessions().opened(session);
    say("begun " + session.id());
    Session read = Sessions.onPage(session, 1 + random.nextInt(12));
    memory.sessions().reached(read);
    Thread.sleep(random.nextInt(8));
    memory.sessions().closed(read.end(Result.COMPLETED, watch.now()));
    say("ended " + session.id());
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
