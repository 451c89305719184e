package iyagi.cli;

import iyagi.audio.LoudnessTable;
import iyagi.calibration.Calibrating;
import iyagi.calibration.Conversation;
import iyagi.calibration.LoudnessSteps;
import iyagi.calibration.LoudnessTalk;
import iyagi.calibration.Speakers;
import iyagi.calibration.Words;
import iyagi.calibration.Workplace;
import iyagi.motion.Joint;
import iyagi.motion.JointProfile;
import iyagi.motion.ServoFault;
import iyagi.service.Desk;
import iyagi.settings.CalibrationFile;
import iyagi.settings.JointCalibration;
import iyagi.settings.LoudnessFile;
import iyagi.settings.RobotCalibration;
import iyagi.settings.RobotProfile;
import iyagi.words.Sentence;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tinylog.Logger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Measures this robot. */
@Command(
    name = "calibrate",
    mixinStandardHelpOptions = true,
    description = {
      "Measures the joints of this robot, one after the other: how far each may go, which way round"
          + " its servo is mounted, where it rests, how late it is. It asks and explains step by step.",
      "Only one joint is powered at a time, after a warning, and moves slowly. The robot must not be"
          + " in service meanwhile: sudo systemctl stop iyagi",
      "'iyagi calibrate loudness' measures how loud the robot is."
    },
    footer = {
      "",
      "Typing 'off' or pressing Ctrl-C lets go of the joint at once.",
      "",
      "Examples:",
      "  iyagi calibrate",
      "  iyagi calibrate --robot simulated --language ko",
      "  iyagi calibrate loudness"
    })
final class CalibrateCommand implements Callable<Integer> {
  private final Desk desk;

  @Option(
      names = "--robot",
      scope = ScopeType.INHERIT,
      paramLabel = "NAME",
      defaultValue = "",
      description =
          "Robot profile by name or file. Default: owl on a Raspberry Pi, a simulated owl elsewhere.")
  private String robot;

  @Option(
      names = "--sound",
      scope = ScopeType.INHERIT,
      paramLabel = "WORDS",
      defaultValue = "",
      description =
          "Sound device whose name contains these words. Default: the one of the settings or the robot's"
              + " profile, else the first one.")
  private String sound;

  @Option(
      names = "--language",
      scope = ScopeType.INHERIT,
      paramLabel = "LANGUAGE",
      defaultValue = "",
      description = "en or ko. Default: the machine's own.")
  private String language;

  @Spec private CommandSpec spec;

  CalibrateCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() throws Exception {
    PrintWriter err = spec.commandLine().getErr();
    Optional<RobotProfile> make = RobotAtHand.make(desk, robot, err);
    if (make.isEmpty()) {
      return Exit.PROBLEM;
    }
    if (make.get().joints().isEmpty()) {
      Complaint.say(err, make.get().title() + ": this robot has no joint to be measured.");
      return Exit.PROBLEM;
    }
    return BodyAtHand.with(desk, make.get(), err, () -> joints(make.get()));
  }

  private int joints(RobotProfile make) {
    RobotCalibration known = known(make);
    try (Screen screen = new Screen(spec.commandLine().getOut(), false);
        Speakers speakers = speakers(make);
        Workplace place = new Workplace(desk, make, rest(make, known), speakers, screen::line)) {
      Thread hook = Thread.ofPlatform().unstarted(place::cut);
      Runtime.getRuntime().addShutdownHook(hook);
      Words words = Words.of(language());
      Path file = desk.places().calibration(make.id());
      screen.line(make.title() + ": " + place.name() + ".");
      Typing.until(
          new Conversation(
              new Calibrating(make, known, place.parked(), all -> keep(file, all)),
              place.bench(),
              speakers,
              desk.clock(),
              say -> screen.line(words.of(say))));
      leave(hook);
      return Exit.OK;
    } catch (ServoFault fault) {
      Complaint.say(
          spec.commandLine().getErr(), fault.getMessage() + "; nothing can be measured without.");
      return Exit.PROBLEM;
    }
  }

  private Speakers speakers(RobotProfile make) {
    String device = SettingsAtHand.sound(desk, sound, make);
    return new Speakers(() -> desk.hardware().sound(device), make.volumeCeilingDb());
  }

  @Command(
      name = "loudness",
      mixinStandardHelpOptions = true,
      description =
          "Measures how loud this robot is with a sound level meter at 50 cm: it plays a steady noise"
              + " at some steps of its volume, from quiet to loud, and asks for what the meter shows.",
      footer = {"", "Example:", "  iyagi calibrate loudness"})
  int loudness() throws Exception {
    PrintWriter err = spec.commandLine().getErr();
    Optional<RobotProfile> make = RobotAtHand.make(desk, robot, err);
    return make.isEmpty()
        ? Exit.PROBLEM
        : BodyAtHand.with(desk, make.get(), err, () -> loudness(make.get()));
  }

  private int loudness(RobotProfile make) {
    Path file = desk.places().loudness();
    Words words = Words.of(language());
    try (Screen screen = new Screen(spec.commandLine().getOut(), false);
        Speakers speakers = speakers(make)) {
      Typing.until(
          new LoudnessTalk(
              new LoudnessSteps(make.loudnessCeilingDba(), table -> keep(file, table)),
              speakers,
              desk.clock(),
              say -> screen.line(words.of(say))));
      return Exit.OK;
    }
  }

  private static String keep(Path file, LoudnessTable table) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    LoudnessFile.write(file, table);
    return file.toString();
  }

  private Locale language() {
    return language.isEmpty() ? Locale.getDefault() : Locale.forLanguageTag(language);
  }

  private RobotCalibration known(RobotProfile make) {
    return switch (RobotAtHand.measured(desk, make)) {
      case CalibrationFile.Result.Read(RobotCalibration all) -> all;
      case CalibrationFile.Result.Uncalibrated _ -> RobotCalibration.NONE;
      case CalibrationFile.Result.Damaged(List<Sentence> problems, RobotCalibration usable, _) -> {
        PrintWriter err = spec.commandLine().getErr();
        problems.forEach(err::println);
        Complaint.say(
            err,
            "What is in order of "
                + desk.places().calibration(make.id())
                + " is kept; measure the other joints again. 'save' writes the file anew.");
        yield usable;
      }
    };
  }

  private static Map<Joint, Double> rest(RobotProfile make, RobotCalibration known) {
    Map<Joint, Double> pulses = new EnumMap<>(Joint.class);
    for (JointProfile joint : make.joints()) {
      JointCalibration measured =
          known.joints().getOrDefault(joint.joint(), JointCalibration.of(joint));
      pulses.put(joint.joint(), measured.restPulseMicros());
    }
    return pulses;
  }

  private static String keep(Path file, RobotCalibration all) throws IOException {
    CalibrationFile.write(file, all);
    return file.toString();
  }

  private static void leave(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException shuttingDown) {
      Logger.debug(shuttingDown, "the hook is at work already");
    }
  }
}
