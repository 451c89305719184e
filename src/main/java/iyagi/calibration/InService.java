package iyagi.calibration;

import iyagi.motion.Joint;
import iyagi.motion.JointProfile;
import iyagi.service.BodyLoan;
import iyagi.service.Desk;
import iyagi.service.SoundLoan;
import iyagi.settings.CalibrationFile;
import iyagi.settings.JointCalibration;
import iyagi.settings.RobotCalibration;
import iyagi.settings.RobotProfile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * Calibrations of the robot in service: begins them at its own joints, keeps them where {@code
 * iyagi calibrate} does, and has them used at once. Any thread.
 */
public final class InService {
  private final Desk desk;
  private final RobotProfile make;
  private final BodyLoan body;
  private final LoudnessInService loudness;

  /**
   * Nothing begun.
   *
   * @param make the robot without what was measured
   * @param body of the robot in service
   * @param sound of the robot in service
   */
  public InService(Desk desk, RobotProfile make, BodyLoan body, SoundLoan sound) {
    this.desk = desk;
    this.make = make;
    this.body = body;
    loudness = new LoudnessInService(desk, make, sound, body::halts);
  }

  /** How loud it is. */
  public LoudnessInService loudness() {
    return loudness;
  }

  /** The robot without what was measured. */
  public RobotProfile make() {
    return make;
  }

  private Path file() {
    return desk.places().calibration(make.id());
  }

  private CalibrationFile.Result kept() {
    return CalibrationFile.read(file(), make);
  }

  private RobotCalibration usable() {
    return switch (kept()) {
      case CalibrationFile.Result.Read(RobotCalibration all) -> all;
      case CalibrationFile.Result.Uncalibrated _ -> RobotCalibration.NONE;
      case CalibrationFile.Result.Damaged damaged -> damaged.usable();
    };
  }

  /**
   * Whether what was measured cannot be read. Joints whose measures are lost are kept still, and
   * would not be any longer after a part of them has been measured anew.
   */
  public boolean damaged() {
    return kept() instanceof CalibrationFile.Result.Damaged;
  }

  /**
   * Begins one.
   *
   * @param around without giving the joints back, which is seen to; its "over" is told after that
   * @param volume of the robot now, 0 to 100: so loud are the clicks
   * @return empty if somebody else has the joints
   */
  public Optional<Adjustment> begin(Adjustment.Around around, IntSupplier volume) {
    RobotCalibration known = usable();
    Map<Joint, Double> stands = stands(known);
    Clicker clicker = loudness.clicker(volume);
    Bench bench = new Bench(make, body.servos(), stands, desk.clock(), clicker);
    JointSteps steps = new JointSteps(make, known, stands, Reach::of, this::keep);
    if (!body.lend(bench)) {
      return Optional.empty();
    }
    Runnable over =
        () -> {
          try {
            body.giveBack(kept().over(make), bench.stood());
          } finally {
            around.over().run();
          }
        };
    return Optional.of(
        new Adjustment(
            steps,
            bench,
            clicker,
            desk.clock(),
            new Adjustment.Around(around.halts(), around.needed(), over)));
  }

  private Map<Joint, Double> stands(RobotCalibration known) {
    Map<Joint, Double> pulses = new EnumMap<>(Joint.class);
    for (JointProfile joint : make.joints()) {
      JointCalibration measured =
          known.joints().getOrDefault(joint.joint(), JointCalibration.of(joint));
      pulses.put(joint.joint(), measured.restPulseMicros());
    }
    pulses.putAll(body.stands());
    pulses.replaceAll((_, pulse) -> Reach.SERVO.clamp(pulse));
    return pulses;
  }

  private String keep(RobotCalibration all) throws IOException {
    CalibrationFile.write(file(), all);
    return file().toString();
  }

  /** Whether every joint is limp; before, none can be begun. */
  public boolean still() {
    return body.still();
  }

  /** How often anybody has halted. */
  public int halts() {
    return body.halts();
  }

  /** Whether there is a calibration before the one that is used, and it can be read. */
  public boolean hasPrevious() {
    return CalibrationFile.read(CalibrationFile.old(file()), make)
        instanceof CalibrationFile.Result.Read;
  }

  /**
   * Puts the calibration before this one back, and keeps this one as the one before. It is used at
   * once. Only while the body is lent to whoever asks for it.
   *
   * @throws IOException if that is not possible; then everything is as it was
   */
  public void putBack() throws IOException {
    new Former(file(), CalibrationFile.old(file())).swap();
    body.giveBack(kept().over(make), body.stands());
  }
}
