package iyagi.performance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import iyagi.motion.JointProfile;
import iyagi.motion.Limits;
import iyagi.motion.ServoBus;
import iyagi.motion.ServoFault;
import iyagi.time.NanoClock;
import iyagi.words.Sentence;
import java.util.Arrays;
import java.util.List;

/**
 * A bus that measures what arrives at the servos by its own clock: range, speed (way over the time
 * between two poses) and acceleration. A servo that was told nothing for 40 ms stands; one that is
 * powered again stands where it was let go.
 */
final class TimedBus implements ServoBus {
  private static final double STANDS_SECONDS = 0.04;

  private final List<JointProfile> joints;
  private final NanoClock clock;
  private final double slackSeconds;
  private final double[] lastPulse;
  private final double[] place;
  private final double[] lastSpeed;
  private final double[] lastGap;
  private long lastNanos;
  boolean unplugged;
  boolean measuresAcceleration = true;
  long poses;
  double fastestShare;

  /** How long a pose takes to be sent. */
  Runnable sending = () -> {};

  TimedBus(List<JointProfile> joints, NanoClock clock, double slackSeconds) {
    this.joints = joints;
    this.clock = clock;
    this.slackSeconds = slackSeconds;
    lastPulse = new double[joints.size()];
    place = new double[joints.size()];
    lastSpeed = new double[joints.size()];
    lastGap = new double[joints.size()];
    lastNanos = clock.nanos();
  }

  @Override
  public Sentence name() {
    return Sentence.plain("timed servos");
  }

  @Override
  public void write(double[] pulses) {
    sending.run();
    answer();
    double gap = Math.max(0, (clock.nanos() - lastNanos) / 1e9);
    lastNanos = clock.nanos();
    poses++;
    for (int i = 0; i < joints.size(); i++) {
      take(i, joints.get(i), pulses[joints.get(i).channel()], gap);
    }
  }

  private void take(int i, JointProfile joint, double pulse, double gap) {
    if (pulse == 0 || lastPulse[i] == 0 || gap > STANDS_SECONDS) {
      lastSpeed[i] = 0;
      lastGap[i] = 0;
    }
    if (pulse != 0) {
      assertTrue(
          pulse >= joint.calibration().minPulseMicros()
              && pulse <= joint.calibration().maxPulseMicros(),
          () -> joint.joint() + " pulse " + pulse);
      if (place[i] != 0) {
        moved(i, joint, pulse, gap);
      }
      place[i] = pulse;
    }
    lastPulse[i] = pulse;
  }

  private void moved(int i, JointProfile joint, double pulse, double gap) {
    Limits limits = joint.limits();
    double span = joint.calibration().maxPulseMicros() - joint.calibration().minPulseMicros();
    double way = (pulse - place[i]) / span * (limits.maxDegrees() - limits.minDegrees());
    assertTrue(
        Math.abs(way) <= limits.maxSpeed() * (gap + slackSeconds) + 1e-9,
        () -> joint.joint() + " went " + way + "° within " + gap + " s");
    if (gap > 0.001) {
      double speed = way / gap;
      fastestShare = Math.max(fastestShare, Math.abs(speed) / limits.maxSpeed());
      if (measuresAcceleration) {
        double most = limits.maxAcceleration() * (lastGap[i] + gap) / 2;
        assertTrue(
            Math.abs(speed - lastSpeed[i]) <= most + 1e-6,
            () -> joint.joint() + " from " + lastSpeed[i] + " to " + speed + "°/s in " + gap);
      }
      lastSpeed[i] = speed;
      lastGap[i] = gap;
    }
  }

  @Override
  public void release() {
    answer();
    Arrays.fill(lastPulse, 0);
  }

  private void answer() {
    if (unplugged) {
      throw new ServoFault(Sentence.plain("timed servos: unplugged"));
    }
  }

  boolean limp() {
    return powered() == 0;
  }

  /** How many servos the board sends pulses to. */
  long powered() {
    return Arrays.stream(lastPulse).filter(p -> p != 0).count();
  }

  @Override
  public void close() {}
}
