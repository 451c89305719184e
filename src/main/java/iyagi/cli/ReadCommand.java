package iyagi.cli;

import iyagi.performance.PassageSource;
import iyagi.performance.PerformanceEvent;
import iyagi.performance.PerformanceEvent.Ending;
import iyagi.service.Desk;
import iyagi.service.Plural;
import iyagi.service.Preparation;
import iyagi.service.Reading;
import iyagi.service.Shelved;
import iyagi.service.StoryAtHand;
import iyagi.service.Told;
import iyagi.settings.RobotProfile;
import iyagi.story.Story;
import iyagi.words.Reason;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tinylog.Logger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads one story aloud. */
@Command(
    name = "read",
    mixinStandardHelpOptions = true,
    description = "Reads a story aloud, moving the robot in time with its voice.",
    footer = {
      "",
      Keys.HELP + ".",
      "",
      "Examples:",
      "  iyagi read bear",
      "  iyagi read my-story.md --robot puppet --rehearsal"
    })
final class ReadCommand implements Callable<Integer> {
  private final Desk desk;

  @Parameters(
      paramLabel = "STORY",
      description = "Name of a story (see: iyagi stories) or a story file.")
  private String story;

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

  @Mixin private MannerOption manner;

  @Option(names = "--no-face", description = "Show no moving face on the terminal.")
  private boolean noFace;

  @Option(
      names = "--rehearsal",
      description = "Only a trial: the session is not remembered and not counted.")
  private boolean rehearsal;

  @Spec private CommandSpec spec;

  ReadCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() throws Exception {
    PrintWriter err = spec.commandLine().getErr();
    Optional<RobotProfile> profile = RobotAtHand.find(desk, robot, err);
    Optional<StoryAtHand> found =
        profile
            .flatMap(_ -> StoryAtHand.find(desk, story, Complaint.to(err)))
            .map(each -> each.in(desk, manner.manner()));
    if (found.isEmpty()) {
      return Exit.PROBLEM;
    }
    Optional<Preparation> preparation =
        Preparation.forReading(desk, found.get(), manner::manner, Complaint.to(err));
    if (preparation.isEmpty()) {
      return Exit.PROBLEM;
    }
    return BodyAtHand.with(
        desk, profile.get(), err, () -> read(found.get(), profile.get(), preparation.get()));
  }

  private int read(StoryAtHand story, RobotProfile profile, Preparation preparation)
      throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    try (Preparation work = preparation;
        Remembering memory = rehearsal ? Remembering.nothing() : Remembering.of(desk, err)) {
      Ending ending =
          perform(
              story,
              profile,
              work,
              new Show(new Screen(out, !noFace && Terminal.canMoveCursor()), memory));
      out.println(Told.ending(ending));
      if (ending == Ending.COMPLETED) {
        work.finish();
        keep(new Rendering(desk, story, profile, work), story.fileName());
      }
      out.flush();
      return ending == Ending.FAILED || work.failed() > 0 ? Exit.PROBLEM : Exit.OK;
    }
  }

  /** Where a reading is shown, and where it is remembered. */
  private record Show(Screen screen, Remembering memory) {}

  private Ending perform(StoryAtHand at, RobotProfile profile, Preparation work, Show show) {
    Screen screen = show.screen();
    try (Reading reading =
        new Reading(
            desk,
            profile,
            SettingsAtHand.sound(desk, sound, profile),
            new Reading.Watchers(
                screen::line,
                screen::show,
                event -> {
                  show.memory().heard(event);
                  tell(event, at.story(), screen);
                }))) {
      screen.line(Told.opening(at.story(), profile));
      screen.line(reading.devices());
      if (work.missing() > 0) {
        screen.line(
            Plural.of(work.missing(), "line")
                + " to prepare first; the reading begins as soon as it can.");
      }
      if (Terminal.present()) {
        Keys.listen(reading::command, screen);
      }
      Thread onInterrupt = Thread.ofPlatform().unstarted(reading::makeSafe);
      Runtime.getRuntime().addShutdownHook(onInterrupt);
      work.start();
      PassageSource source = work.forPlayer();
      show.memory().expect(source, Shelved.title(at.edition(), at.story()));
      Ending ending = reading.read(source);
      leave(onInterrupt);
      return ending;
    }
  }

  /** Writes the reading down; where that cannot be done, it has been read all the same. */
  private void keep(Rendering rendering, String name) {
    Path folder = desk.places().readings().resolve(name);
    try {
      rendering.into(folder);
      spec.commandLine().getOut().println("The sound:    " + folder.resolve(Rendering.SOUND));
      spec.commandLine().getOut().println("The timeline: " + folder.resolve(Rendering.TIMELINE));
    } catch (IOException e) {
      Complaint.say(
          spec.commandLine().getErr(),
          "The sound and the timeline could not be written into " + folder + ": " + Reason.of(e));
    }
  }

  private static void leave(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException shuttingDown) {
      Logger.debug(shuttingDown, "the hook is at work already");
    }
  }

  private static void tell(PerformanceEvent event, Story story, Screen screen) {
    String told = Told.event(event, story);
    if (!told.isEmpty()) {
      screen.line(told);
    }
  }
}
