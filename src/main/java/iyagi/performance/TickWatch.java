package iyagi.performance;

import iyagi.motion.GuardedServoBus;
import iyagi.time.NanoClock;
import iyagi.words.Sentence;
import java.time.Duration;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import org.tinylog.Logger;

/**
 * Watches from another thread that the motion loop ticks, and cuts the servos' pulses when it does
 * not, or when anybody halts. The loop powers them again, softly, as soon as it ticks. One thread
 * calls {@link #step()}.
 */
public final class TickWatch {
  /** Time from one step to the next: with it a halt is done at the safety line. */
  public static final Duration PERIOD = Duration.ofMillis(10);

  /**
   * The longest time without a tick. A tick was up to 114 ms late on a computer with a load of five
   * on two cores; a servo stands still meanwhile.
   */
  public static final Duration LONGEST = Duration.ofMillis(150);

  private final IntSupplier halted;
  private final LongSupplier ticked;
  private final GuardedServoBus servos;
  private final NanoClock clock;
  private long lastNanos;
  private long ticks;
  private long silentNanos;
  private int halts;

  /** A watch over one loop and the servos that it moves. */
  public TickWatch(Player player, MotionLoop loop, GuardedServoBus servos, NanoClock clock) {
    this(player::halts, loop::ticks, servos, clock);
  }

  /**
   * A watch over whatever else moves servos.
   *
   * @param halted how often anybody has halted
   * @param ticked how many ticks have come to their end
   */
  public TickWatch(
      IntSupplier halted, LongSupplier ticked, GuardedServoBus servos, NanoClock clock) {
    this.halted = halted;
    this.ticked = ticked;
    this.servos = servos;
    this.clock = clock;
    lastNanos = clock.nanos();
    halts = halted.getAsInt();
  }

  /** One look. Waits for nothing but the safety line, and for the servo bus if nobody uses it. */
  public void step() {
    long now = clock.nanos();
    // a clock that stands or runs back must not keep the watch from barking
    long since = Math.max(PERIOD.toNanos(), now - lastNanos);
    lastNanos = now;
    long done = ticked.getAsLong();
    silentNanos = done == ticks ? silentNanos + since : 0;
    ticks = done;
    if (halted.getAsInt() != halts) {
      halts = halted.getAsInt();
      boolean _ = servos.cut(Sentence.of("the robot was halted"));
    }
    if (silentNanos > LONGEST.toNanos()) {
      bark();
    }
  }

  private void bark() {
    Sentence why = Sentence.of("no movement was computed for {0} ms", silentNanos / 1_000_000);
    if (servos.cut(why)) {
      Logger.warn(why + "; the servos' pulses are cut until it goes on");
    }
  }
}
