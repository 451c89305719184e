package iyagi.motion.sim;

import iyagi.motion.JointProfile;
import iyagi.motion.Pose;
import iyagi.motion.ServoBus;
import iyagi.motion.ServoFault;
import iyagi.time.NanoClock;
import iyagi.words.Sentence;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Servos that exist in memory only: they move as real ones do, on the clock they are given, and
 * remember what they were told. One thread writes; {@link #unplug()}, {@link #plug()}, {@link
 * #limp()} and {@link #actual()} may be called by any.
 */
public final class SimServoBus implements ServoBus {
  /** How many writes are remembered: ten seconds at 50 Hz. */
  public static final int REMEMBERED = 500;

  private static final int CHANNELS = JointProfile.LAST_CHANNEL + 1;

  /**
   * One write.
   *
   * @param nanos when, on the bus's clock
   * @param pulses in microseconds by channel, 0 for limp; nobody writes to it
   */
  public record Told(long nanos, double[] pulses) {}

  private final NanoClock clock;
  private final List<SimServo> servos;
  private final Deque<Told> told = new ArrayDeque<>();
  private final double[] pulses = new double[CHANNELS];
  private volatile boolean unplugged;
  private volatile boolean closed;
  private volatile boolean limp = true;
  private volatile Pose actual = Pose.NONE;

  /**
   * Servos for the joints given, limp and at rest.
   *
   * @param joints at most one a channel
   */
  public SimServoBus(List<JointProfile> joints, NanoClock clock) {
    this.clock = clock;
    servos = joints.stream().map(j -> new SimServo(j, clock.nanos())).toList();
    run();
  }

  @Override
  public Sentence name() {
    return Sentence.of("simulated servos");
  }

  @Override
  public void write(double[] wanted) {
    answer();
    if (wanted.length > CHANNELS) {
      throw new IllegalArgumentException(wanted.length + " channels; simulated servos have 16");
    }
    tell(wanted);
  }

  @Override
  public void release() {
    answer();
    tell(new double[CHANNELS]);
  }

  private void answer() {
    if (unplugged || closed) {
      throw new ServoFault(
          Sentence.of(
              "simulated servos: {0}; expected an answer; plug them in again",
              Sentence.of(closed ? "closed" : "unplugged")));
    }
  }

  private void tell(double[] wanted) {
    long now = clock.nanos();
    System.arraycopy(wanted, 0, pulses, 0, wanted.length);
    for (SimServo servo : servos) {
      servo.runTo(now);
      servo.order(pulses[servo.channel()], now);
    }
    run();
    limp = Arrays.stream(pulses).allMatch(p -> p == 0);
    if (told.size() == REMEMBERED) {
      told.removeFirst();
    }
    told.addLast(new Told(now, pulses.clone()));
  }

  /** Brings the servos up to the clock's time. The writing thread. */
  public void run() {
    Pose pose = Pose.NONE;
    for (SimServo servo : servos) {
      servo.runTo(clock.nanos());
      pose = pose.with(servo.joint(), servo.degrees());
    }
    actual = pose;
  }

  /** Where the joints really were at the last write or {@link #run()}, as movements are written. */
  public Pose actual() {
    return actual;
  }

  /** The last writes, oldest first. The writing thread. */
  public List<Told> told() {
    return List.copyOf(told);
  }

  /** Whether the last write powered no servo. */
  public boolean limp() {
    return limp;
  }

  /** From now on nothing answers. */
  public void unplug() {
    unplugged = true;
  }

  /** Answers again. */
  public void plug() {
    unplugged = false;
  }

  @Override
  public void close() {
    if (!closed && !unplugged) {
      release();
    }
    closed = true;
  }
}
