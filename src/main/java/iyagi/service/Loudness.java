package iyagi.service;

import iyagi.performance.Command;
import iyagi.report.Refusal;
import iyagi.report.Station.Answer;
import iyagi.settings.UsualVolume;
import iyagi.settings.VolumeFile;
import iyagi.words.Sentence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** How loud the robot is, and how loud anybody may make it. Any thread. */
public final class Loudness {
  private static final int LOUDEST = 100;

  private final Path file;
  private volatile UsualVolume usual;
  private volatile int level;
  private volatile int libraryMost = LOUDEST;
  private volatile Consumer<Command> player = _ -> {};

  /**
   * As the robot's people have set it.
   *
   * @param file where that is kept
   * @param tell sentences for a librarian: that it cannot be read
   */
  Loudness(Path file, Consumer<Sentence> tell) {
    this.file = file;
    VolumeFile.Result read = VolumeFile.read(file);
    read.problems().forEach(tell);
    if (!read.problems().isEmpty()) {
      tell.accept(
          Sentence.of(
              "With which volume this robot begins cannot be read; it speaks at most half as loud as"
                  + " it could until that is set anew on the page Robot."));
    }
    usual = read.volume();
    level = usual.usual();
  }

  /** Gives it the player that sounds. */
  void drive(Consumer<Command> commands) {
    player = commands;
    if (now() < LOUDEST) {
      sound();
    }
  }

  /** How loud it is, 0 to {@link #loudest}. */
  public int now() {
    return Math.min(level, loudest());
  }

  /** How loud it may be: 100, or less if the library or its people say so. */
  public int loudest() {
    return Math.min(usual.most(), libraryMost);
  }

  /** How loud the library's server lets it be: 100 where that says nothing. */
  public int loudestForLibrary() {
    return libraryMost;
  }

  /**
   * The library's server lets it be so loud.
   *
   * @param most 0 to 100, beyond which the nearest counts; null for no word about it
   */
  synchronized void allowedByLibrary(Integer most) {
    // Where it is allowed more again, nothing that is being read gets louder by itself.
    level = now();
    libraryMost = most == null ? LOUDEST : Math.clamp(most, 0, LOUDEST);
    sound();
  }

  /** The volume with which it begins, and the most that can be set. */
  public UsualVolume usual() {
    return usual;
  }

  /**
   * Keeps another usual volume, and is as loud from now on.
   *
   * @throws IOException if it cannot be kept; then everything is as it was
   */
  public synchronized void keep(UsualVolume wanted) throws IOException {
    VolumeFile.write(file, wanted);
    usual = wanted;
    var _ = set(wanted.usual());
  }

  /**
   * How loud, from now on.
   *
   * @param wanted 0 to 100; above what is allowed counts as that
   */
  public synchronized Answer set(Integer wanted) {
    if (wanted == null || wanted < 0 || wanted > LOUDEST) {
      return Answer.refused(Refusal.BAD_ARGS);
    }
    level = Math.min(wanted, loudest());
    sound();
    return Answer.DONE;
  }

  /** One step of the volume's buttons, up or down. */
  synchronized void louder(int by) {
    var _ = set(Math.clamp(now() + by, 0, LOUDEST));
  }

  private void sound() {
    player.accept(new Command.Volume(now()));
  }
}
