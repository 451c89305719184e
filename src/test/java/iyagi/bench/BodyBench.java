package iyagi.bench;

import iyagi.motion.Body;
import iyagi.motion.Joint;
import iyagi.motion.Owl;
import iyagi.motion.Pose;
import iyagi.motion.ServoBus;
import iyagi.time.NanoClock;
import iyagi.words.Sentence;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * What one tick of a body with eight moving joints costs, beside a yardstick in the same run: eight
 * sines written into an array.
 */
public final class BodyBench {
  private static final int TICKS = 200_000;
  private static final int ROUNDS = 15;

  private BodyBench() {}

  /** Adds up what it is told, so that nothing can be left out. */
  private static final class Sum implements ServoBus {
    private double sum;

    @Override
    public Sentence name() {
      return Sentence.plain("sum");
    }

    @Override
    public void write(double[] pulses) {
      for (double pulse : pulses) {
        sum += pulse;
      }
    }

    @Override
    public void release() {
      sum = 0;
    }

    @Override
    public void close() {}
  }

  /** Prints the middle of 15 rounds each. */
  public static void main(String[] args) throws IOException {
    Sheet.open("One tick of the body");
    NanoClock clock = NanoClock.system();
    Sum sum = new Sum();
    Body body = new Body(Owl.joints(), sum);
    List<Pose> poses = poses();
    double[] ticks = new double[ROUNDS];
    double[] yardsticks = new double[ROUNDS];
    double[] values = new double[8];
    for (int round = 0; round < ROUNDS; round++) {
      long start = clock.nanos();
      for (int i = 0; i < TICKS; i++) {
        body.move(poses.get(i % poses.size()), 0.02);
      }
      ticks[round] = (clock.nanos() - start) / (double) TICKS;
      start = clock.nanos();
      for (int i = 0; i < TICKS; i++) {
        for (int j = 0; j < values.length; j++) {
          values[j] = Math.sin(i * 0.02 + j);
        }
        sum.write(values);
      }
      yardsticks[round] = (clock.nanos() - start) / (double) TICKS;
    }
    Sheet.line("body tick, 8 joints: %.0f ns", middle(ticks));
    Sheet.line("yardstick, 8 sines:  %.0f ns", middle(yardsticks));
    Sheet.line("ratio: %.2f (sum %.3g)", middle(ticks) / middle(yardsticks), sum.sum);
    Sheet.goal("none; a tick has 20 ms");
  }

  private static List<Pose> poses() {
    Pose[] poses = new Pose[1000];
    for (int i = 0; i < poses.length; i++) {
      poses[i] = Pose.NONE;
      for (Joint joint : Joint.values()) {
        double share = 0.5 - 0.5 * Math.cos(2 * Math.PI * i * (joint.ordinal() + 1) / 1000);
        poses[i] = poses[i].with(joint, joint.low() + share * (joint.high() - joint.low()));
      }
    }
    return List.of(poses);
  }

  private static double middle(double[] rounds) {
    double[] sorted = rounds.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
