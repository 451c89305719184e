package iyagi.calibration;

import iyagi.motion.ServoBus;
import iyagi.motion.ServoFault;
import iyagi.time.NanoClock;
import iyagi.words.Sentence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Remembers every pose with its time; it can be unplugged. */
final class RecordedBus implements ServoBus {
  /** One pose; a release has only zeros. */
  record Told(double seconds, double[] pulses) {
    int powered() {
      int count = 0;
      for (double pulse : pulses) {
        count += pulse > 0 ? 1 : 0;
      }
      return count;
    }
  }

  final List<Told> told = new ArrayList<>();
  private final double[] now = new double[16];
  private final NanoClock clock;
  boolean unplugged;

  RecordedBus(NanoClock clock) {
    this.clock = clock;
  }

  @Override
  public Sentence name() {
    return Sentence.plain("recorded servos");
  }

  /** As a PCA9685: outputs that are not named stay as they are. */
  @Override
  public void write(double[] pulses) {
    answer();
    System.arraycopy(pulses, 0, now, 0, pulses.length);
    told.add(new Told(clock.nanos() / 1e9, now.clone()));
  }

  @Override
  public void release() {
    answer();
    Arrays.fill(now, 0);
    told.add(new Told(clock.nanos() / 1e9, now.clone()));
  }

  private void answer() {
    if (unplugged) {
      throw new ServoFault(Sentence.plain("servo board at 0x40 does not answer"));
    }
  }

  boolean limp() {
    return told.isEmpty() || told.getLast().powered() == 0;
  }

  double pulse(int channel) {
    return now[channel];
  }

  @Override
  public void close() {}
}
