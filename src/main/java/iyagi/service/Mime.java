package iyagi.service;

import iyagi.light.FlashLimit;
import iyagi.motion.Body;
import iyagi.motion.ServoBus;
import iyagi.performance.MotionLoop;
import iyagi.score.Choreography;
import iyagi.score.Placed;
import iyagi.settings.RobotProfile;
import iyagi.time.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a robot's body and lamps would do in a passage, without it: the same choreography through
 * the same limits, on simulated servos. Any thread.
 */
final class Mime {
  /** Every second tick is kept: 25 a second. */
  private static final int TICKS_A_FRAME = 2;

  /** Servos are powered softly; by then they have all arrived. */
  private static final double WARM_UP_SECONDS = 3;

  /** Nothing happens in a longer wait that has not happened before. */
  private static final double MOST_SECONDS = 60;

  private static final double TICK_SECONDS = MotionLoop.PERIOD.toNanos() / 1e9;

  /** Frames a second. */
  static final int RATE_HZ = (int) Math.round(1 / (TICK_SECONDS * TICKS_A_FRAME));

  private Mime() {}

  /**
   * The frames of a passage, {@link #RATE_HZ} a second, at most a minute of them.
   *
   * @param placed the passage at second 0, behind those before it whose movements run on into it
   * @param length of the passage
   */
  static List<Audition.Frame> of(
      Desk desk, RobotProfile robot, List<Placed> placed, Duration length) {
    ManualClock clock = new ManualClock();
    List<Audition.Frame> frames = new ArrayList<>();
    try (ServoBus servos = desk.hardware().simulatedServos(robot.joints(), clock)) {
      Body body = new Body(robot.joints(), servos);
      FlashLimit lamps = new FlashLimit(desk.hardware().simulatedLamps(), robot.lights().tone());
      int first = (int) Math.round(-WARM_UP_SECONDS / TICK_SECONDS);
      double end = Math.min(MOST_SECONDS, length.toNanos() / 1e9);
      for (int tick = first; tick * TICK_SECONDS <= end; tick++) {
        double seconds = tick * TICK_SECONDS;
        body.move(Choreography.pose(placed, seconds, body.joints(), _ -> 0), TICK_SECONDS);
        lamps.show(Choreography.light(placed, seconds), TICK_SECONDS);
        clock.advance(MotionLoop.PERIOD);
        if (tick >= 0 && tick % TICKS_A_FRAME == 0) {
          frames.add(new Audition.Frame(body.commanded(), lamps.shown()));
        }
      }
    }
    return frames;
  }
}
