package iyagi.cli;

import iyagi.backup.Restore;
import iyagi.report.Memory;
import iyagi.service.Desk;
import iyagi.service.Diary;
import iyagi.session.SessionLog.Unkept;
import iyagi.settings.RobotProfile;
import iyagi.settings.RobotSettings;
import iyagi.time.Watch;
import iyagi.words.Reason;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The robot in service, until it is told to end. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description =
        "Puts the robot into service: reads what it is asked to, remembers every session and reports"
            + " it to the library, until it is told to end (Ctrl-C).",
    footer = {
      "",
      "On a terminal: 'read bear' starts a story. " + Keys.HELP + ".",
      "",
      "Examples:",
      "  iyagi serve",
      "  iyagi serve --robot simulated --settings my-robot.yaml"
    })
final class ServeCommand implements Callable<Integer> {
  private final Desk desk;
  private final Function<RobotSettings, Watch> watches;

  @Option(
      names = "--robot",
      paramLabel = "NAME",
      defaultValue = "",
      description =
          "Robot profile by name or file. Default: owl on a Raspberry Pi, a simulated owl elsewhere.")
  private String robot;

  @Option(
      names = "--sound",
      paramLabel = "WORDS",
      defaultValue = "",
      description =
          "Sound device whose name contains these words. Default: the one of the settings or the robot's"
              + " profile, else the first one; silence if there is none.")
  private String sound;

  @Option(
      names = "--settings",
      paramLabel = "FILE",
      defaultValue = "",
      description =
          "The robot's settings. Default: /etc/iyagi/iyagi.yaml, else firmware-config/iyagi.yaml.")
  private String file;

  @Option(
      names = "--resume",
      description =
          "Go on with the programme that was cut off by a power cut, from the page that it had reached.")
  private boolean resume;

  @Option(
      names = "--programme",
      paramLabel = "PLAN",
      defaultValue = "",
      description = "Begin this plan of the programme at once (see: iyagi programme).")
  private String plan;

  @Spec private CommandSpec spec;

  ServeCommand(Desk desk, Function<RobotSettings, Watch> watches) {
    this.desk = desk;
    this.watches = watches;
  }

  @Override
  public Integer call() throws Exception {
    PrintWriter err = spec.commandLine().getErr();
    Optional<RobotProfile> make = RobotAtHand.make(desk, robot, err);
    Optional<RobotSettings> settings = make.flatMap(_ -> SettingsAtHand.find(desk, file, err));
    if (settings.isEmpty()) {
      return Exit.PROBLEM;
    }
    CountDownLatch end = new CountDownLatch(1);
    try (Goodbye goodbye = new Goodbye(end::countDown)) {
      return goodbye.endsWith(
          BodyAtHand.alone(desk, err, () -> serve(make.get(), settings.get(), end)));
    }
  }

  private int serve(RobotProfile make, RobotSettings settings, CountDownLatch end)
      throws InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    Watch watch = watches.apply(settings);
    Diary diary = new Diary(watch);
    if (!restored(settings, diary, err)) {
      return Exit.PROBLEM;
    }
    // Only now: a backup has just brought what was measured on this robot.
    RobotProfile profile =
        RobotAtHand.calibrated(desk, make, Complaint.to(err).andThen(diary::tell));
    try (Memory memory = desk.post().memory(desk.places().data(), watch, settings.zone());
        Screen screen = new Screen(spec.commandLine().getOut(), false, diary::tell)) {
      Duty.Setup setup = new Duty.Setup(profile, make, settings);
      new Duty(desk, setup, memory, watch, diary, screen)
          .until(
              end, new Duty.Wishes(SettingsAtHand.sound(sound, settings, profile), resume, plan));
      return Exit.OK;
    } catch (Unkept trouble) {
      Complaint.say(err, "The robot cannot be put into service: " + trouble.getMessage() + ".");
      return Exit.PROBLEM;
    }
  }

  /** A backup that lies ready takes its place before anything is opened. */
  private boolean restored(RobotSettings settings, Diary diary, PrintWriter err) {
    try {
      new Restore(desk.places().data(), Restore.Bounds.USUAL, desk.post(), settings.zone())
          .finish()
          .ifPresent(
              placed -> {
                spec.commandLine().getOut().println(placed.told());
                diary.tell(placed.told());
              });
      return true;
    } catch (IOException e) {
      Complaint.say(
          err,
          "The robot cannot be put into service: the backup that lies ready in "
              + desk.places().data()
              + " cannot take its place: "
              + Reason.of(e)
              + ". Nothing is lost; start it again once that is mended.");
      return false;
    }
  }
}
