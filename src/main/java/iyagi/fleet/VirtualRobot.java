package iyagi.fleet;

import iyagi.report.Identity;
import iyagi.report.Memory;
import iyagi.report.Outbox;
import iyagi.report.Relay;
import iyagi.report.Uplink;
import iyagi.session.Keeping;
import iyagi.session.Session;
import iyagi.session.SessionRecorder;
import iyagi.words.Sentence;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * A robot without a body: its own name and its own memory on the disk, kept and reported by the
 * same parts as a real robot's. One thread reports, another one reads; anybody may count.
 */
final class VirtualRobot {
  private final Memory memory;
  private final CountedUplink uplink;
  private final Keeping keeping;
  private final PretendPlayer player;
  private final Relay relay;
  private final AtomicLong ended = new AtomicLong();

  /** Written by the reading thread. */
  private volatile boolean busy;

  /**
   * A robot that begins with its first steps. Sessions that a run before has left open are ended.
   *
   * @param memory closed by whoever has opened it
   * @param shared the uplink of all
   * @param random of which it takes two others, one for each of its threads
   */
  VirtualRobot(
      String id,
      Memory memory,
      Uplink shared,
      Fleet.Parts parts,
      RandomGenerator.SplittableGenerator random) {
    this.memory = memory;
    Consumer<Sentence> tell = sentence -> parts.tell().accept(id, sentence.toString());
    uplink = new CountedUplink(shared);
    keeping = new Keeping(memory.sessions(), parts.watch(), ZoneOffset.UTC, tell);
    player =
        new PretendPlayer(
            parts.crew().habits(),
            parts.clock(),
            random.split(),
            new SessionRecorder(parts.watch(), new Counting()));
    relay =
        new Relay(
            new Relay.Parts(
                new Identity(id, parts.crew().byServer(), parts.folder()),
                memory.outbox(),
                uplink,
                new PretendStation(parts.crew().version(), player),
                parts.clock(),
                parts.watch(),
                parts.tempo(),
                random.split(),
                tell));
    memory.sessions().closeAbandoned(parts.watch().now());
  }

  /** Waits for something to report, at most so long, then a step. The reporting thread. */
  void report(Duration most) throws InterruptedException {
    relay.await(most);
  }

  /** Says goodbye to the broker. The reporting thread's last. */
  void leave() {
    relay.leave();
  }

  /** Reads on and writes down, then waits, at most so long. The reading thread. */
  void read(Duration most) throws InterruptedException {
    player.step();
    look();
    keeping.await(player.idle(most));
    look();
  }

  private void look() {
    busy = player.reading() || keeping.unkept() > 0;
  }

  /** Ends what is being read and begins nothing more. Any thread. */
  void finish() {
    player.ask(new PretendPlayer.Wish.Finish());
  }

  /** How it stands. Blocks for the disk. Any thread. */
  Census census() {
    Outbox outbox = memory.outbox();
    boolean atWork = busy;
    long last = outbox.last();
    long confirmed = outbox.confirmed();
    return new Census(
        1,
        relay.standing().linked() ? 1 : 0,
        atWork ? 1 : 0,
        ended.get(),
        last,
        confirmed,
        last - confirmed,
        uplink.again());
  }

  /** Keeps, and counts. */
  private final class Counting implements SessionRecorder.Keeper {
    @Override
    public void opened(Session session) {
      keeping.opened(session);
    }

    @Override
    public void reached(Session session) {
      keeping.reached(session);
    }

    @Override
    public void closed(Session session) {
      keeping.closed(session);
      ended.incrementAndGet();
    }
  }
}
