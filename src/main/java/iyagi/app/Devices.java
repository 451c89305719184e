package iyagi.app;

import iyagi.audio.AudioSink;
import iyagi.audio.javasound.JavaSoundSink;
import iyagi.audio.sim.SilentSink;
import iyagi.audio.sim.TapeSink;
import iyagi.input.Button;
import iyagi.input.ButtonLine;
import iyagi.input.Buttons;
import iyagi.input.Cards;
import iyagi.input.evdev.EvdevCards;
import iyagi.input.pcsc.PcscCards;
import iyagi.input.pi4j.GpiodButtons;
import iyagi.input.sim.SimButtons;
import iyagi.input.sim.SimCards;
import iyagi.light.Lamps;
import iyagi.light.PlainLamp;
import iyagi.light.pi4j.GpiodLamps;
import iyagi.light.pi4j.Pca9685Lamps;
import iyagi.light.sim.SimLamps;
import iyagi.light.spidev.Apa102Lamps;
import iyagi.motion.JointProfile;
import iyagi.motion.OutputGate;
import iyagi.motion.ServoBus;
import iyagi.motion.pi4j.GpiodOutputGate;
import iyagi.motion.pi4j.Pca9685ServoBus;
import iyagi.motion.pi4j.SysfsPwmServoBus;
import iyagi.motion.sim.SimOutputGate;
import iyagi.motion.sim.SimServoBus;
import iyagi.service.Hardware;
import iyagi.settings.CardReader;
import iyagi.settings.Lights;
import iyagi.settings.RobotProfile;
import iyagi.settings.Servos;
import iyagi.settings.Wiring;
import iyagi.time.NanoClock;
import iyagi.words.Sentence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Real devices and their simulations, by what a profile says. */
final class Devices implements Hardware {
  @Override
  public ServoBus servos(RobotProfile profile) {
    return switch (profile.servos()) {
      case Servos.Pca9685(int bus, int address, double oscillatorHz, _) ->
          Pca9685ServoBus.open(bus, address, oscillatorHz);
      case Servos.Pwm(int chip, _) -> new SysfsPwmServoBus(chip, channels(profile));
      case Servos.Simulated _, Servos.None _ ->
          simulatedServos(profile.joints(), NanoClock.system());
    };
  }

  @Override
  public OutputGate safetyLine(RobotProfile profile) {
    return switch (profile.servos()) {
      case Servos.Pca9685 board ->
          board
              .safetyLine()
              .<OutputGate>map(oe -> GpiodOutputGate.open(oe.chip(), oe.line()))
              .orElseGet(OutputGate::none);
      case Servos.Simulated _ -> new SimOutputGate();
      case Servos.Pwm _, Servos.None _ -> OutputGate.none();
    };
  }

  @Override
  public ServoBus simulatedServos(List<JointProfile> joints, NanoClock clock) {
    return new SimServoBus(joints, clock);
  }

  @Override
  public Lamps lamps(RobotProfile profile) {
    return switch (profile.lights()) {
      case Lights.Pca9685(int bus, int address, int red, int green, int blue) ->
          Pca9685Lamps.open(bus, address, new Pca9685Lamps.Outputs(red, green, blue));
      case Lights.Gpio(String chip, List<PlainLamp> lamps) ->
          GpiodLamps.open(chip, lamps, NanoClock.system());
      case Lights.Apa102(int bus, int select, int count, int brightness, _) ->
          Apa102Lamps.open(bus, select, count, brightness);
      case Lights.Simulated _, Lights.None _ -> simulatedLamps();
    };
  }

  private static Set<Integer> channels(RobotProfile profile) {
    return profile.joints().stream().map(JointProfile::channel).collect(Collectors.toSet());
  }

  /** The buttons of a profile, not started yet. A robot without buttons has none to press. */
  @Override
  public Buttons buttons(RobotProfile profile) {
    return switch (profile.buttons()) {
      case Wiring.Gpio(String chip, List<ButtonLine> lines) ->
          new GpiodButtons(chip, lines, NanoClock.system());
      case Wiring.Simulated _ -> new SimButtons(EnumSet.allOf(Button.class));
      case Wiring.None _ -> new SimButtons(Set.of());
    };
  }

  /** The card reader of a profile, not started yet. */
  @Override
  public Cards cards(RobotProfile profile) {
    return switch (profile.cards()) {
      case CardReader.Evdev(String device) -> new EvdevCards(device, NanoClock.system());
      case CardReader.Pcsc(String reader) -> new PcscCards(reader);
      case CardReader.Simulated(boolean tellsRemoval) -> new SimCards(tellsRemoval);
      case CardReader.None _ -> new SimCards(false);
    };
  }

  @Override
  public Lamps simulatedLamps() {
    return new SimLamps();
  }

  @Override
  public AudioSink sound(String words) {
    return JavaSoundSink.open(words);
  }

  @Override
  public AudioSink silence(NanoClock clock, Sentence why) {
    return new SilentSink(clock, why);
  }

  @Override
  public AudioSink tape(NanoClock clock, Path file) throws IOException {
    return new TapeSink(clock, file);
  }
}
