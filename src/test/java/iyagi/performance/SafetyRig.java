package iyagi.performance;

import iyagi.audio.AudioSink;
import iyagi.audio.ForwardingSink;
import iyagi.audio.sim.SilentSink;
import iyagi.light.FlashLimit;
import iyagi.light.sim.SimLamps;
import iyagi.motion.Body;
import iyagi.motion.Gestures;
import iyagi.motion.GuardedServoBus;
import iyagi.motion.JointProfile;
import iyagi.motion.sim.SimOutputGate;
import iyagi.score.Cue;
import iyagi.score.Passage;
import iyagi.settings.ProfileResult;
import iyagi.settings.RobotProfiles;
import iyagi.words.Sentence;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/** The whole chain from the player to the servos, with every step called by hand. */
final class SafetyRig {
  static final List<JointProfile> OWL =
      ((ProfileResult.Read) RobotProfiles.read(Path.of("firmware-config/robots/simulated.yaml")))
          .profile()
          .joints();

  final OddClock clock = new OddClock();
  final List<PerformanceEvent> events = new ArrayList<>();
  final Ear sink = new Ear(new SilentSink(clock, Sentence.plain("test")));
  final Player player = new Player(sink, 0, clock, events::add);
  final TimedBus servos;
  final SimOutputGate gate = new SimOutputGate();
  final SimLamps lamps = new SimLamps();
  final GuardedServoBus guarded;
  final Body body;
  final MotionLoop loop;
  final TickWatch watch;

  SafetyRig(double slackSeconds) {
    servos = new TimedBus(OWL, clock, slackSeconds);
    guarded = new GuardedServoBus(servos, gate);
    body = new Body(OWL, guarded);
    loop = new MotionLoop(player, body, new FlashLimit(lamps), clock, events::add);
    watch = new TickWatch(player, loop, guarded, clock);
  }

  /** Knows whether anything is still to be heard. */
  static final class Ear extends ForwardingSink {
    private long written;

    Ear(AudioSink inside) {
      super(inside);
      written = inside.heard();
    }

    @Override
    public void write(short[] frames, int offset, int count) {
      super.write(frames, offset, count);
      written += count;
    }

    @Override
    public void drop() {
      super.drop();
      written = heard();
    }

    boolean silent() {
      return heard() >= written;
    }
  }

  /** Whether any servo gets a pulse. */
  boolean pulses() {
    return gate.lifted() && !servos.limp();
  }

  /** Gestures of all kinds, one upon the other. */
  static Stories wild(RandomGenerator random) {
    List<String> names = List.copyOf(new TreeSet<>(Gestures.names()));
    Stories story = new Stories();
    for (int page = 1; page <= 6; page++) {
      Cue[] cues = new Cue[8];
      for (int i = 0; i < cues.length; i++) {
        cues[i] =
            new Cue.Move(
                Duration.ofMillis(random.nextInt(8000)),
                Cue.Layer.GESTURE,
                "wild",
                Gestures.named(names.get(random.nextInt(names.size()))).orElseThrow().movement());
      }
      story.add(page, new Passage.Kind.Silence(), 9000, cues).say(page, "line", 1500);
    }
    return story;
  }
}
