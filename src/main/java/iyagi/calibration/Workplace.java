package iyagi.calibration;

import iyagi.motion.GuardedServoBus;
import iyagi.motion.Joint;
import iyagi.motion.JointProfile;
import iyagi.motion.OutputGate;
import iyagi.motion.ParkedPose;
import iyagi.motion.Pose;
import iyagi.motion.ServoBus;
import iyagi.motion.ServoFault;
import iyagi.performance.Metronome;
import iyagi.performance.TickWatch;
import iyagi.service.Desk;
import iyagi.service.Possession;
import iyagi.settings.RobotProfile;
import iyagi.words.Reason;
import iyagi.words.Sentence;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import org.tinylog.Logger;

/**
 * A robot's servos behind their safety line while they are measured: the bench, the thread that
 * moves it, the watch over that thread, and the memory of where the servos were let go. Owns all
 * that it opens.
 */
public final class Workplace implements AutoCloseable {
  private static final Duration PERIOD = Duration.ofMillis(20);

  private final GuardedServoBus servos;
  private final Sentence name;
  private final Optional<ParkedPose> memory;
  private final Map<Joint, Double> parked;
  private final Bench bench;
  private final Metronome motion;
  private final Metronome watch;

  /**
   * Opens the servos, limp. Nobody else may have them meanwhile.
   *
   * @param rest the pulse of rest for every joint, where none was kept
   * @param clicks seconds of the clicks that have been heard; NaN while there are none
   * @param tell sentences for a person
   * @throws ServoFault if they do not answer
   */
  public Workplace(
      Desk desk,
      RobotProfile make,
      Map<Joint, Double> rest,
      DoubleSupplier clicks,
      Consumer<Sentence> tell) {
    servos = open(desk, make);
    name = servos.name();
    List<JointProfile> joints = make.joints().stream().map(BenchJoint::slow).toList();
    memory =
        Possession.matters(make.servos())
            ? Optional.of(new ParkedPose(desk.places().parked(make.id()), joints))
            : Optional.empty();
    parked = new EnumMap<>(Joint.class);
    parked.putAll(rest);
    parked.putAll(memory.map(file -> read(file, joints, tell)).orElse(Map.of()));
    bench = new Bench(make, servos, parked, desk.clock(), clicks);
    TickWatch looker = new TickWatch(() -> 0, bench::ticks, servos, desk.clock());
    motion = new Metronome("calibration", PERIOD, desk.clock(), bench::tick);
    watch = new Metronome("calibration watch", TickWatch.PERIOD, desk.clock(), looker::step);
  }

  /** The line first: it has to be shut before the board is spoken to. */
  private static GuardedServoBus open(Desk desk, RobotProfile make) {
    OutputGate gate = desk.hardware().safetyLine(make);
    ServoBus bus = null;
    try {
      bus = desk.hardware().servos(make);
      return new GuardedServoBus(bus, gate);
    } finally {
      if (bus == null) {
        gate.close();
      }
    }
  }

  private static Map<Joint, Double> read(
      ParkedPose file, List<JointProfile> joints, Consumer<Sentence> tell) {
    Map<Joint, Double> pulses = new EnumMap<>(Joint.class);
    try {
      Pose pose = file.read();
      for (JointProfile joint : joints) {
        if (pose.has(joint.joint())) {
          pulses.put(joint.joint(), joint.pulseOfReference(pose.degrees(joint.joint(), 0)));
        }
      }
    } catch (IOException e) {
      tell.accept(
          Sentence.of(
              "Where the joints were let go cannot be read ({0}); they are taken to be at rest.",
              Reason.of(e)));
    }
    return pulses;
  }

  /** What is moved, for a person. */
  public Sentence name() {
    return name;
  }

  /** Where every joint was let go last, in microseconds. */
  public Map<Joint, Double> parked() {
    return Map.copyOf(parked);
  }

  /** Who moves them. */
  public Bench bench() {
    return bench;
  }

  /** Cuts the pulses and gives the servos back at once, wherever they are. */
  public void cut() {
    boolean _ = servos.cut(Sentence.of("the program ends"));
    servos.close();
    memory.ifPresent(this::keep);
  }

  @Override
  public void close() {
    bench.order(new Order.Limp());
    motion.close();
    watch.close();
    servos.close();
    memory.ifPresent(this::keep);
  }

  private synchronized void keep(ParkedPose file) {
    Map<Joint, Double> pulses = bench.stood();
    Pose pose = Pose.NONE;
    for (JointProfile joint : bench.joints()) {
      pose = pose.with(joint.joint(), joint.referenceOfPulse(pulses.get(joint.joint())));
    }
    try {
      file.keep(pose);
    } catch (IOException e) {
      Logger.warn(e, "where the joints were let go could not be kept");
    }
  }
}
