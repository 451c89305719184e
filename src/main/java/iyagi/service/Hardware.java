package iyagi.service;

import iyagi.audio.AudioSink;
import iyagi.input.Buttons;
import iyagi.input.Cards;
import iyagi.light.Lamps;
import iyagi.motion.JointProfile;
import iyagi.motion.OutputGate;
import iyagi.motion.ServoBus;
import iyagi.settings.RobotProfile;
import iyagi.time.NanoClock;
import iyagi.words.Sentence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Opens devices. Its adapters are chosen where the program is put together. */
public interface Hardware {
  /**
   * The servos of a profile.
   *
   * @throws iyagi.motion.ServoFault if they do not answer
   */
  ServoBus servos(RobotProfile profile);

  /**
   * The line that lets a profile's pulses out, shut.
   *
   * @throws iyagi.motion.ServoFault if it cannot be taken
   */
  OutputGate safetyLine(RobotProfile profile);

  /** Servos in memory, on the clock given. */
  ServoBus simulatedServos(List<JointProfile> joints, NanoClock clock);

  /**
   * The lamps of a profile.
   *
   * @throws iyagi.light.LampFault if they do not answer
   */
  Lamps lamps(RobotProfile profile);

  /** The buttons of a profile; one without any if it has none. Not listening yet. */
  Buttons buttons(RobotProfile profile);

  /** The card reader of a profile; one that never tells anything if it has none. */
  Cards cards(RobotProfile profile);

  /** Lamps in memory. */
  Lamps simulatedLamps();

  /**
   * A sound device whose name contains the words given, the first one for "".
   *
   * @throws iyagi.audio.AudioFault if there is none
   */
  AudioSink sound(String words);

  /** Silence that keeps time. */
  AudioSink silence(NanoClock clock, Sentence why);

  /**
   * A recording.
   *
   * @throws IOException if the file cannot be written
   */
  AudioSink tape(NanoClock clock, Path file) throws IOException;
}
