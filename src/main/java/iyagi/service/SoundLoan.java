package iyagi.service;

import iyagi.audio.AudioSink;
import iyagi.audio.LoudnessTable;
import iyagi.audio.Mixer;
import iyagi.audio.VolumeCurve;
import iyagi.performance.Command;
import iyagi.performance.SoundGuest;
import iyagi.settings.LoudnessFile;
import iyagi.settings.RobotProfile;
import iyagi.words.Sentence;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * The loudspeaker of the robot in service, for somebody who measures while nothing is read. What is
 * read, and every halt, takes it back. Any thread.
 */
public final class SoundLoan {
  private final AudioSink sink;
  private final Path file;
  private final RobotProfile robot;
  private final Consumer<Command> player;

  SoundLoan(AudioSink sink, Path measured, RobotProfile robot, Consumer<Command> player) {
    this.sink = sink;
    file = measured;
    this.robot = robot;
    this.player = player;
  }

  /** Written by a guest only, while it is asked to feed it, and never closed by one. */
  public AudioSink sink() {
    return sink;
  }

  /** The guest sounds from the player's next step on, if nothing is read. */
  public void lend(SoundGuest guest) {
    player.accept(new Command.Lend(guest));
  }

  /** A mixer under the robot's ceiling whose levels are signal, as they have to be measured. */
  public Mixer unmeasured() {
    return new Mixer(robot.volumeCeilingDb());
  }

  /** A mixer whose levels are as loud as those of what is read. */
  public Mixer measured() {
    return mixer(file, robot, _ -> {});
  }

  /** What was measured has changed: it is used from now on. */
  public void changed() {
    player.accept(new Command.Loudness(curve(file, robot, _ -> {})));
  }

  static Mixer mixer(Path measured, RobotProfile robot, Consumer<Sentence> tell) {
    return new Mixer(robot.volumeCeilingDb(), curve(measured, robot, tell));
  }

  private static VolumeCurve curve(Path measured, RobotProfile robot, Consumer<Sentence> tell) {
    return switch (LoudnessFile.read(measured)) {
      case LoudnessFile.Result.Read(LoudnessTable table) ->
          VolumeCurve.measured(table, robot.loudnessCeilingDba());
      case LoudnessFile.Result.Unmeasured _ -> VolumeCurve.plain();
      case LoudnessFile.Result.Rejected(List<Sentence> problems) -> {
        problems.forEach(tell);
        tell.accept(
            Sentence.of(
                "How loud this robot is was measured, but that cannot be used; it plays by its volume"
                    + " alone. Measure again on the page Robot, or with: iyagi calibrate loudness"));
        yield VolumeCurve.plain();
      }
    };
  }
}
