package iyagi.bench;

import iyagi.audio.sim.SilentSink;
import iyagi.light.FlashLimit;
import iyagi.light.sim.SimLamps;
import iyagi.motion.Body;
import iyagi.motion.JointProfile;
import iyagi.motion.Owl;
import iyagi.motion.sim.SimServoBus;
import iyagi.performance.Metronome;
import iyagi.performance.MotionLoop;
import iyagi.performance.Player;
import iyagi.time.NanoClock;
import iyagi.words.Sentence;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * How late the motion loop's beats come: 50 a second for a minute on an idle machine, then for a
 * minute while another process keeps every core busy. The loop is the real one, on simulated
 * servos, driven by the real metronome. The yardstick runs at the same time: a bare loop that parks
 * its thread until the same moments.
 *
 * <p>A beat is late by the time from its deadline to its first instruction; deadlines are those of
 * the first beat and every 20 ms from then on. A beat that comes more than a whole period late
 * serves all deadlines that have passed; all but the first of them are counted as missed. Argument:
 * seconds for each of the two parts (60).
 */
public final class MotionBench {
  private static final NanoClock CLOCK = NanoClock.system();
  private static final long PERIOD_NANOS = MotionLoop.PERIOD.toNanos();

  private MotionBench() {}

  /** Keeps every core busy until it is killed. */
  static final class Busy {
    private Busy() {}

    /** One spinning thread for each core. */
    public static void main(String[] args) {
      for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
        Thread.ofPlatform().start(Busy::spin);
      }
      System.out.println("busy");
    }

    private static void spin() {
      for (double x = 1; x > 0; x = Math.sqrt(x + 1)) {
        Thread.onSpinWait();
      }
    }
  }

  /** Measures both. */
  public static void main(String[] args) throws Exception {
    Duration time = Duration.ofSeconds(args.length > 0 ? Integer.parseInt(args[0]) : 60);
    Sheet.open("Lateness of the motion loop at 50 Hz");
    measure("idle", time);
    Sheet.goal("p99.9 under 2 ms");
    try (Child busy =
        Child.java("-cp", System.getProperty("java.class.path"), Busy.class.getName())) {
      busy.secondsUntil("busy"::equals);
      measure("busy", time);
    }
    Sheet.goal("p99.9 under 10 ms");
  }

  private static void measure(String name, Duration time) throws InterruptedException {
    int beats = (int) time.dividedBy(MotionLoop.PERIOD);
    Beats ours = new Beats(beats);
    Beats bare = new Beats(beats);
    Thread yardstick = Thread.ofPlatform().name("yardstick").start(() -> park(bare));
    // Half a period apart, so that the two do not wait for each other.
    LockSupport.parkNanos(PERIOD_NANOS / 2);
    double latest;
    try (Metronome metronome = metronome(ours)) {
      yardstick.join();
      ours.done.await();
      latest = metronome.worstLateness().toNanos() / 1e6;
    }
    Sheet.line("%s, ours:      %s; missed %d", name, ours.spread().text(), ours.missed());
    Sheet.line("%s, yardstick: %s; missed %d", name, bare.spread().text(), bare.missed());
    Sheet.line("%s, the metronome's own count of the latest: %.3f ms", name, latest);
  }

  private static Metronome metronome(Beats beats) {
    List<JointProfile> joints = Owl.joints();
    Player player = new Player(new SilentSink(CLOCK, Sentence.plain("silence")), 0, CLOCK, _ -> {});
    MotionLoop loop =
        new MotionLoop(
            player,
            new Body(joints, new SimServoBus(joints, CLOCK)),
            new FlashLimit(new SimLamps()),
            CLOCK,
            _ -> {});
    return new Metronome(
        "motion",
        MotionLoop.PERIOD,
        CLOCK,
        () -> {
          beats.beat();
          loop.tick();
        });
  }

  private static void park(Beats beats) {
    long next = CLOCK.nanos();
    while (beats.done.getCount() > 0) {
      beats.beat();
      next += PERIOD_NANOS;
      while (next - CLOCK.nanos() > 0) {
        LockSupport.parkNanos(next - CLOCK.nanos());
      }
    }
  }
}
