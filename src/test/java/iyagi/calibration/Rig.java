package iyagi.calibration;

import iyagi.audio.AudioFault;
import iyagi.audio.AudioSink;
import iyagi.audio.sim.SilentSink;
import iyagi.motion.GuardedServoBus;
import iyagi.motion.Joint;
import iyagi.motion.JointProfile;
import iyagi.motion.sim.SimOutputGate;
import iyagi.settings.JointCalibration;
import iyagi.settings.ProfileResult;
import iyagi.settings.RobotCalibration;
import iyagi.settings.RobotProfile;
import iyagi.settings.RobotProfiles;
import iyagi.time.ManualClock;
import iyagi.words.Sentence;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The whole of a calibration with every step called by hand, on the simulated owl. */
final class Rig {
  static final RobotProfile OWL =
      ((ProfileResult.Read) RobotProfiles.read(Path.of("firmware-config/robots/simulated.yaml")))
          .profile();

  static final Duration TICK = Duration.ofMillis(20);

  final ManualClock clock = new ManualClock();
  final RecordedBus bus = new RecordedBus(clock);
  final SimOutputGate gate = new SimOutputGate();
  final GuardedServoBus servos = new GuardedServoBus(bus, gate);
  final List<Say> said = new ArrayList<>();
  final List<RobotCalibration> kept = new ArrayList<>();
  boolean noSound;
  final Speakers speakers = new Speakers(this::sound, -6);
  final Bench bench = new Bench(OWL, servos, rest(), clock, speakers);
  final Calibrating calibrating = new Calibrating(OWL, RobotCalibration.NONE, rest(), this::keep);
  final Conversation talk = new Conversation(calibrating, bench, speakers, clock, said::add);

  Rig() {
    talk.begin();
    said.clear();
  }

  private AudioSink sound() {
    if (noSound) {
      throw new AudioFault(Sentence.plain("no sound device here"));
    }
    return new SilentSink(clock, Sentence.plain("test"));
  }

  private String keep(RobotCalibration calibration) {
    kept.add(calibration);
    return "here";
  }

  static JointProfile joint(Joint joint) {
    return OWL.joints().stream().filter(j -> j.joint() == joint).findFirst().orElseThrow();
  }

  static Map<Joint, Double> rest() {
    return OWL.joints().stream()
        .collect(
            Collectors.toMap(
                JointProfile::joint, joint -> JointCalibration.of(joint).restPulseMicros()));
  }

  /** Some ticks of bench and conversation. */
  void run(Duration time) {
    for (long i = time.dividedBy(TICK); i > 0; i--) {
      clock.advance(TICK);
      talk.step();
      bench.tick();
    }
  }

  /** Types lines and lets everything come to a stand after each. */
  void type(String... lines) {
    for (String line : lines) {
      talk.typed(line);
      run(Duration.ofMillis(40));
      for (int i = 0; i < 1000 && !calibrating.ready(); i++) {
        run(TICK);
      }
      run(TICK);
    }
  }

  /** What was said since the last time, by its keys. */
  List<String> keys() {
    List<String> keys = said.stream().map(Say::key).toList();
    said.clear();
    return keys;
  }

  /** The same in English. */
  String words() {
    String words =
        said.stream().map(Words.of(Locale.ENGLISH)::of).collect(Collectors.joining("\n"));
    said.clear();
    return words;
  }
}
