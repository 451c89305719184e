package iyagi.calibration;

import iyagi.audio.AudioFault;
import iyagi.audio.Pcm;
import iyagi.time.NanoClock;
import java.util.function.Consumer;

/** Between a person with a sound level meter and the robot's loudspeaker. */
public final class LoudnessTalk implements Talk {
  private final LoudnessSteps steps;
  private final LoudnessLines lines;
  private final Speakers speakers;
  private final NanoClock clock;
  private final Consumer<Say> tell;
  private final Pcm noise = PinkNoise.speechLoud();
  private final Inputs inputs = new Inputs();
  private int level;
  private long lastNanos;

  /** A conversation that has not begun. */
  public LoudnessTalk(LoudnessSteps steps, Speakers speakers, NanoClock clock, Consumer<Say> tell) {
    this.steps = steps;
    lines = new LoudnessLines(steps);
    this.speakers = speakers;
    this.clock = clock;
    this.tell = tell;
    lastNanos = clock.nanos();
  }

  @Override
  public void begin() {
    steps.begin().forEach(tell);
  }

  @Override
  public void typed(String line) {
    inputs.typed(line);
  }

  @Override
  public void hungUp() {
    inputs.hungUp();
  }

  @Override
  public boolean over() {
    return lines.over();
  }

  @Override
  public void step() {
    long now = clock.nanos();
    steps.pass((now - lastNanos) / 1e9).forEach(tell);
    lastNanos = now;
    inputs.take(line -> lines.read(line).forEach(tell), lines::hungUp);
    try {
      sound();
    } catch (AudioFault fault) {
      steps.noSound(fault.sentence()).forEach(tell);
      level = 0;
    }
  }

  private void sound() {
    if (steps.level() != level) {
      level = steps.level();
      if (level > 0) {
        speakers.speaker().repeat(noise, level);
      } else {
        speakers.speaker().hush();
      }
    }
    speakers.feed();
  }
}
