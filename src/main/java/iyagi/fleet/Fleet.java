package iyagi.fleet;

import iyagi.report.Memory;
import iyagi.report.Tempo;
import iyagi.report.Uplink;
import iyagi.time.NanoClock;
import iyagi.time.Watch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Many virtual robots in one program. Each has two virtual threads, which wait nearly all of their
 * time; a commit of a robot's memory holds one of the few real threads under them for a moment. One
 * thread opens, starts and closes a fleet; anybody may count.
 */
public final class Fleet implements AutoCloseable {
  /** More would need more ports than one address has, with something to spare. */
  public static final int MOST_ROBOTS = 20_000;

  private static final Duration STEP = Duration.ofMillis(500);
  private static final Duration GOODBYE = Duration.ofSeconds(12);
  private static final Duration LAST = Duration.ofSeconds(3);

  /**
   * Who they are.
   *
   * @param robots how many, 1 to {@link #MOST_ROBOTS}
   * @param name what their names begin with: "fleet" makes fleet-00001
   * @param version that they say they have
   * @param byServer whether the library's server confirms reports; else the broker does
   * @param habits how often they read
   */
  public record Crew(int robots, String name, String version, boolean byServer, Habits habits) {
    /** Checks the number. */
    public Crew {
      if (robots < 1 || robots > MOST_ROBOTS) {
        throw new IllegalArgumentException(robots + " robots are outside 1.." + MOST_ROBOTS);
      }
    }

    /** The name of one of them, counted from 1. */
    public String id(int number) {
      return String.format(Locale.ROOT, "%s-%05d", name, number);
    }
  }

  /**
   * What a fleet works with.
   *
   * @param folder in which each has a folder of its own name
   * @param memories opens the memory in a folder
   * @param uplink shared by all of them
   * @param tell takes a robot's name and a sentence of its; called on the robots' threads
   */
  public record Parts(
      Crew crew,
      Path folder,
      Function<Path, Memory> memories,
      Uplink uplink,
      NanoClock clock,
      Watch watch,
      Tempo tempo,
      RandomGenerator.SplittableGenerator random,
      BiConsumer<String, String> tell) {}

  private final NanoClock clock;
  private final List<Memory> memories = new ArrayList<>();
  private final List<VirtualRobot> robots = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean open = true;

  /**
   * Opens all their memories, or makes them. They do nothing yet.
   *
   * @throws iyagi.session.SessionLog.Unkept if one cannot be opened; all are given back then
   */
  public Fleet(Parts parts) {
    clock = parts.clock();
    Uplink door = new Door(parts.uplink());
    try {
      for (int i = 1; i <= parts.crew().robots(); i++) {
        String id = parts.crew().id(i);
        Path folder = parts.folder().resolve(id);
        Memory memory = parts.memories().apply(folder);
        memories.add(memory);
        robots.add(new VirtualRobot(id, memory, door, parts, parts.random().split()));
      }
    } catch (RuntimeException failed) {
      memories.forEach(Memory::close);
      throw failed;
    }
  }

  /** They read and report from now on. */
  public void start() {
    for (VirtualRobot robot : robots) {
      threads.add(Thread.ofVirtual().name("reading").start(() -> loop(robot::read, () -> {})));
      threads.add(Thread.ofVirtual().name("relay").start(() -> loop(robot::report, robot::leave)));
    }
  }

  private interface Step {
    void await(Duration most) throws InterruptedException;
  }

  private void loop(Step step, Runnable last) {
    try {
      while (open) {
        step.await(STEP);
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    } finally {
      last.run();
    }
  }

  /** The robots, to be stepped by hand. */
  List<VirtualRobot> robots() {
    return robots;
  }

  /** How they stand together. Blocks for the disk. */
  public Census census() {
    return robots.stream().map(VirtualRobot::census).reduce(Census.NOBODY, Census::plus);
  }

  /** They end what they are reading and go on reporting. */
  public void finish() {
    robots.forEach(VirtualRobot::finish);
  }

  /** They say goodbye, and their memories are given back. At most a quarter of a minute. */
  @Override
  public void close() {
    open = false;
    join(GOODBYE);
    threads.forEach(Thread::interrupt);
    join(LAST);
    memories.forEach(Memory::close);
  }

  private void join(Duration most) {
    long until = clock.nanos() + most.toNanos();
    try {
      for (Thread thread : threads) {
        thread.join(Duration.ofNanos(Math.max(1, until - clock.nanos())));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
