package iyagi.service;

import iyagi.light.FlashLimit;
import iyagi.motion.Body;
import iyagi.motion.GuardedServoBus;
import iyagi.motion.Joint;
import iyagi.motion.JointProfile;
import iyagi.motion.OutputGate;
import iyagi.motion.ParkedPose;
import iyagi.motion.Pose;
import iyagi.motion.ServoBus;
import iyagi.motion.ServoFault;
import iyagi.motion.SteadfastServoBus;
import iyagi.performance.Metronome;
import iyagi.performance.MotionLoop;
import iyagi.performance.PerformanceEvent;
import iyagi.performance.Player;
import iyagi.performance.TickWatch;
import iyagi.settings.RobotProfile;
import iyagi.settings.Servos;
import iyagi.words.Reason;
import iyagi.words.Sentence;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.tinylog.Logger;

/**
 * The body of a robot at work: its servos behind their safety line, the loop that moves them, the
 * watch over that loop, and the memory of where they were let go. Owns all that it opens.
 */
final class Movement implements AutoCloseable {
  private static final Duration PARKING = Duration.ofMillis(500);

  private final GuardedServoBus servos;
  private final Sentence name;
  private final Optional<Sentence> missing;
  private final Desk desk;
  private final boolean real;
  private volatile RobotProfile robot;
  private volatile Optional<ParkedPose> memory;
  private final MotionLoop loop;
  private final Metronome motion;
  private final Metronome watch;
  private final Metronome parking;
  private Pose kept;

  Movement(
      Desk desk, RobotProfile robot, Player player, FlashLimit lamps, Reading.Watchers watchers) {
    Consumer<PerformanceEvent> events = watchers.events();
    ServosAtHand found = ServosAtHand.find(desk, robot, watchers.tell());
    servos = new GuardedServoBus(found.bus(), found.gate());
    name = found.name();
    missing = found.missing();
    this.desk = desk;
    this.robot = robot;
    real = found.real();
    memory = memory(robot);
    kept = memory.map(parked -> read(parked, watchers.tell())).orElse(Pose.NONE);
    Body body = new Body(robot.joints(), servos, kept);
    loop = new MotionLoop(player, body, lamps, desk.clock(), events);
    TickWatch looker = new TickWatch(player, loop, servos, desk.clock());
    motion = new Metronome("motion", MotionLoop.PERIOD, desk.clock(), loop::tick);
    watch = new Metronome("motion watch", TickWatch.PERIOD, desk.clock(), looker::step);
    parking =
        new Metronome("parking", PARKING, desk.clock(), () -> loop.parked().ifPresent(this::keep));
  }

  /**
   * What is moved, and how.
   *
   * @param real whether these are servos that stay where they are when the power goes
   * @param missing why something in memory takes the place of real ones, if it does
   */
  private record ServosAtHand(
      ServoBus bus, OutputGate gate, Sentence name, boolean real, Optional<Sentence> missing) {
    /** The line first: it has to be shut before the board is spoken to. */
    static ServosAtHand find(Desk desk, RobotProfile robot, Consumer<Sentence> tell) {
      OutputGate gate;
      try {
        gate = desk.hardware().safetyLine(robot);
      } catch (ServoFault fault) {
        tell.accept(Sentence.of("{0}; stories are read without movement", fault.sentence()));
        ServoBus simulated = desk.hardware().simulatedServos(robot.joints(), desk.clock());
        return new ServosAtHand(
            simulated, OutputGate.none(), simulated.name(), false, Optional.of(fault.sentence()));
      }
      boolean real =
          robot.servos() instanceof Servos.Pca9685 || robot.servos() instanceof Servos.Pwm;
      ServoBus bus = servos(desk, robot, tell);
      return new ServosAtHand(bus, gate, line(bus.name(), robot, gate), real, Optional.empty());
    }

    private static ServoBus servos(Desk desk, RobotProfile robot, Consumer<Sentence> tell) {
      try {
        return desk.hardware().servos(robot);
      } catch (ServoFault fault) {
        tell.accept(
            Sentence.of(
                "{0}; stories are read without movement until the servos answer",
                fault.sentence()));
        return new SteadfastServoBus(
            Sentence.of("servos that do not answer yet"), () -> desk.hardware().servos(robot));
      }
    }

    private static Sentence line(Sentence servos, RobotProfile robot, OutputGate gate) {
      if (!(robot.servos() instanceof Servos.Pca9685)) {
        return servos;
      }
      return gate.wired()
          ? Sentence.of("{0}, {1}", servos, gate.name())
          : Sentence.of(
              "{0} without a safety line (servos.oe-line in the robot's profile; see"
                  + " firmware-config/SAFETY.md)",
              servos);
    }
  }

  private static Pose read(ParkedPose parked, Consumer<Sentence> tell) {
    try {
      return parked.read();
    } catch (IOException e) {
      tell.accept(
          Sentence.of(
              "Where the joints were parked cannot be read ({0}); they are taken to be at rest.",
              Reason.of(e)));
      return Pose.NONE;
    }
  }

  private Optional<ParkedPose> memory(RobotProfile of) {
    return real
        ? Optional.of(new ParkedPose(desk.places().parked(of.id()), of.joints()))
        : Optional.empty();
  }

  GuardedServoBus servos() {
    return servos;
  }

  /** The pulses where the joints were told to be last. */
  Map<Joint, Double> stands() {
    Pose pose = loop.shown();
    Map<Joint, Double> pulses = new EnumMap<>(Joint.class);
    for (JointProfile joint : robot.joints()) {
      pulses.put(joint.joint(), joint.pulseOfReference(pose.degrees(joint.joint(), 0)));
    }
    return pulses;
  }

  /** A guest has let go of the joints at these pulses; from now on they are as measured. */
  synchronized void takeBack(RobotProfile measured, Map<Joint, Double> pulses) {
    Pose pose = Pose.NONE;
    for (JointProfile joint : measured.joints()) {
      if (pulses.containsKey(joint.joint())) {
        pose = pose.with(joint.joint(), joint.referenceOfPulse(pulses.get(joint.joint())));
      }
    }
    robot = measured;
    memory = memory(measured);
    kept = Pose.NONE;
    loop.takeBack(new Body(measured.joints(), servos, pose));
  }

  /** What is moved, for a librarian. */
  Sentence name() {
    return name;
  }

  /** Why nothing is moved although the robot has servos, if that is so. */
  Optional<Sentence> missing() {
    return missing;
  }

  MotionLoop loop() {
    return loop;
  }

  /** Cuts the pulses and gives the servos back at once, wherever they are. */
  void cut() {
    boolean _ = servos.cut(Sentence.of("the program ends"));
    servos.close();
  }

  /** Kept once for every pose in which the servos were let go, never while they move. */
  private synchronized void keep(Pose pose) {
    if (memory.isPresent() && !pose.equals(kept)) {
      kept = pose;
      try {
        memory.get().keep(pose);
      } catch (IOException e) {
        Logger.warn(e, "where the joints were parked could not be kept");
      }
    }
  }

  @Override
  public void close() {
    parking.close();
    motion.close();
    watch.close();
    servos.close();
    if (!loop.lent()) {
      keep(loop.shown());
    }
  }
}
