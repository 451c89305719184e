package iyagi.calibration;

import iyagi.audio.LoudnessTable;
import iyagi.audio.Mixer;
import iyagi.audio.Pcm;
import iyagi.service.Desk;
import iyagi.service.SoundLoan;
import iyagi.settings.LoudnessFile;
import iyagi.settings.RobotProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.IntSupplier;

/**
 * Measurements of the loudness of the robot in service: begins them at its own loudspeaker, keeps
 * them where {@code iyagi calibrate loudness} does, and has them used at once. Any thread.
 */
public final class LoudnessInService {
  /** The clicks of {@link Taps}, and some time in which a player that is late catches up. */
  private static final Duration CLICKS = Duration.ofSeconds(10);

  private final Desk desk;
  private final RobotProfile make;
  private final SoundLoan sound;
  private final IntSupplier halts;

  LoudnessInService(Desk desk, RobotProfile make, SoundLoan sound, IntSupplier halts) {
    this.desk = desk;
    this.make = make;
    this.sound = sound;
    this.halts = halts;
  }

  private Path file() {
    return desk.places().loudness();
  }

  /** Louder than this the robot never speaks, in dB(A) at 50 cm. */
  public double ceilingDba() {
    return make.loudnessCeilingDba();
  }

  /** Begins one; nothing sounds yet. */
  public Measurement begin() {
    Pcm noise = PinkNoise.speechLoud();
    return new Measurement(
        new LoudnessSteps(ceilingDba(), this::keep),
        level -> {
          Speaker speaker = speaker(sound.unmeasured());
          speaker.repeat(noise, level);
          return lent(speaker, Measurement.NOISE, Measurement.NOISE_ALONE);
        },
        halts,
        desk.clock());
  }

  /**
   * Clicks, as loud as the robot reads.
   *
   * @param level of its volume now, 0 to 100
   */
  Clicker clicker(IntSupplier level) {
    return new BorrowedClicker(
        clicks -> {
          Speaker speaker = speaker(sound.measured());
          speaker.once(clicks, level.getAsInt());
          return lent(speaker, CLICKS, CLICKS);
        });
  }

  private Speaker speaker(Mixer mixer) {
    return new Speaker(sound.sink(), mixer);
  }

  private BorrowedSound lent(Speaker speaker, Duration most, Duration patience) {
    BorrowedSound lent = new BorrowedSound(speaker, desk.clock(), most, patience);
    sound.lend(lent);
    return lent;
  }

  private synchronized String keep(LoudnessTable table) throws IOException {
    LoudnessFile.write(file(), table);
    sound.changed();
    return file().toString();
  }

  /** What was used before the measurement that is used now. */
  public enum Before {
    /** Nothing has ever been measured. */
    NOTHING,
    /** It had not been measured. */
    UNMEASURED,
    /** Another measurement. */
    MEASURED
  }

  /** What {@link #putBack} would bring back. */
  public Before before() {
    if (LoudnessFile.read(LoudnessFile.old(file())) instanceof LoudnessFile.Result.Read) {
      return Before.MEASURED;
    }
    return Files.exists(file()) && !Files.exists(LoudnessFile.old(file()))
        ? Before.UNMEASURED
        : Before.NOTHING;
  }

  /**
   * Puts back what was used before this measurement, and keeps this one beside it. It is used at
   * once.
   *
   * @throws IOException if that is not possible; then everything is as it was
   */
  public synchronized void putBack() throws IOException {
    new Former(file(), LoudnessFile.old(file())).swap();
    sound.changed();
  }
}
