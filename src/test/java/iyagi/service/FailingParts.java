package iyagi.service;

import iyagi.audio.AudioFault;
import iyagi.audio.AudioSink;
import iyagi.audio.ForwardingSink;
import iyagi.audio.sim.SilentSink;
import iyagi.audio.sim.TapeSink;
import iyagi.input.Button;
import iyagi.input.Buttons;
import iyagi.input.Cards;
import iyagi.input.sim.SimButtons;
import iyagi.input.sim.SimCards;
import iyagi.light.LampFault;
import iyagi.light.Lamps;
import iyagi.light.sim.SimLamps;
import iyagi.motion.JointProfile;
import iyagi.motion.OutputGate;
import iyagi.motion.ServoBus;
import iyagi.motion.ServoFault;
import iyagi.motion.sim.SimOutputGate;
import iyagi.motion.sim.SimServoBus;
import iyagi.settings.RobotProfile;
import iyagi.time.NanoClock;
import iyagi.words.Sentence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;

/** Devices that fail when told to. */
public final class FailingParts implements Hardware {
  public final SimButtons buttons = new SimButtons(EnumSet.allOf(Button.class));
  public final SimCards cards = new SimCards(true);
  public final SimOutputGate gate = new SimOutputGate();
  boolean noSafetyLine;
  boolean noLine;
  int servosOpened;

  /** The servos that were opened last. */
  public volatile SimServoBus servos;

  public boolean noServos;
  public boolean noLamps;

  /** What was written to the sound device. */
  public final Heard heard = new Heard();

  /** Below 0 there is no device at all. */
  public int soundFailsAfterWrites = Integer.MAX_VALUE;

  @Override
  public ServoBus servos(RobotProfile profile) {
    servosOpened++;
    if (noServos) {
      throw new ServoFault(Sentence.plain("servo board at 0x40 does not answer; check its plug"));
    }
    return simulatedServos(profile.joints(), NanoClock.system());
  }

  @Override
  public OutputGate safetyLine(RobotProfile profile) {
    if (noSafetyLine) {
      throw new ServoFault(
          Sentence.plain("safety line GPIO 4 cannot be taken; join the group gpio"));
    }
    return noLine ? OutputGate.none() : gate;
  }

  @Override
  public ServoBus simulatedServos(List<JointProfile> joints, NanoClock clock) {
    servos = new SimServoBus(joints, clock);
    return servos;
  }

  @Override
  public Lamps lamps(RobotProfile profile) {
    if (noLamps) {
      throw new LampFault(Sentence.plain("lamp board at 0x41 does not answer"), null);
    }
    return simulatedLamps();
  }

  @Override
  public Buttons buttons(RobotProfile profile) {
    return buttons;
  }

  @Override
  public Cards cards(RobotProfile profile) {
    return cards;
  }

  @Override
  public Lamps simulatedLamps() {
    return new SimLamps();
  }

  @Override
  public AudioSink sound(String words) {
    if (soundFailsAfterWrites < 0) {
      throw new AudioFault(Sentence.plain("there is no sound device"));
    }
    return new FadingSink(soundFailsAfterWrites, heard);
  }

  @Override
  public AudioSink silence(NanoClock clock, Sentence why) {
    return new SilentSink(clock, why);
  }

  @Override
  public AudioSink tape(NanoClock clock, Path file) throws IOException {
    return new TapeSink(clock, file);
  }

  /** A sound device that goes away for good after some writes. */
  private static final class FadingSink extends ForwardingSink {
    private final int most;
    private final Heard heard;
    private int writes;

    FadingSink(int most, Heard heard) {
      super(new SilentSink(NanoClock.system(), Sentence.plain("test loudspeaker")));
      this.heard = heard;
      this.most = most;
    }

    @Override
    public void write(short[] frames, int offset, int count) {
      if (++writes > most) {
        throw new AudioFault(Sentence.plain("the sound device 'test loudspeaker' is gone"));
      }
      heard.written(frames, offset, count);
      super.write(frames, offset, count);
    }
  }

  /** How loud it is, for whoever listens from another thread. */
  public static final class Heard {
    private static final long QUIET_NANOS = 300_000_000;

    private int peak;
    private long soundNanos = System.nanoTime() - QUIET_NANOS;

    private synchronized void written(short[] frames, int offset, int count) {
      for (int i = offset; i < offset + count; i++) {
        peak = Math.max(peak, Math.abs(frames[i]));
        soundNanos = frames[i] == 0 ? soundNanos : System.nanoTime();
      }
    }

    /** The loudest sample since this was asked last, 0 to 32,768. */
    public synchronized int peak() {
      int loudest = peak;
      peak = 0;
      return loudest;
    }

    /** Whether nothing was heard in the last 0.3 s. */
    public synchronized boolean silent() {
      return System.nanoTime() - soundNanos > QUIET_NANOS;
    }
  }
}
