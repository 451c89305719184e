package iyagi.cli;

import iyagi.score.Score;
import iyagi.service.Desk;
import iyagi.service.Minutes;
import iyagi.service.Preparation;
import iyagi.service.StoryAtHand;
import iyagi.settings.RobotProfile;
import iyagi.words.Reason;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Turns a story into files to hear and look at, without a robot and faster than it is read. */
@Command(
    name = "render",
    mixinStandardHelpOptions = true,
    description = {
      "Turns a story into files to hear and look at, without a robot.",
      "The files are made faster than the story is read:",
      "  story.wav     the sound",
      "  timeline.svg  what moves when, with the words under it",
      "  index.html    the story played by a drawn robot, for a browser",
      "  captions.vtt  the lines with their times",
      "  score.json    everything with its time, for programs",
      "  motion.csv    what the servos are told, 50 times a second"
    },
    footer = {"", "Example:", "  iyagi render bear --out bear-files"})
final class RenderCommand implements Callable<Integer> {
  private final Desk desk;

  @Parameters(
      paramLabel = "STORY",
      description = "Name of a story (see: iyagi stories) or a story file.")
  private String story;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      required = true,
      description = "Where the files go.")
  private Path folder;

  @Option(
      names = "--robot",
      paramLabel = "NAME",
      defaultValue = "simulated",
      description =
          "Robot profile by name or file, whose joints and limits are used (default: simulated).")
  private String robot;

  @Mixin private MannerOption manner;

  @Spec private CommandSpec spec;

  RenderCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Optional<RobotProfile> profile = RobotAtHand.find(desk, robot, err);
    Optional<StoryAtHand> found =
        profile
            .flatMap(_ -> StoryAtHand.find(desk, story, Complaint.to(err)))
            .map(each -> each.in(desk, manner.manner()));
    if (found.isEmpty()) {
      return Exit.PROBLEM;
    }
    boolean terminal = Terminal.present();
    Progress bar = new Progress(out, terminal, found.get().fileName());
    Optional<Preparation> preparation =
        Preparation.of(desk, found.get(), manner::manner, Complaint.to(err), bar);
    if (preparation.isEmpty()) {
      return Exit.PROBLEM;
    }
    try (Preparation work = preparation.get()) {
      if (work.missing() > 0) {
        work.start();
        work.finish();
      }
      Score score = new Rendering(desk, found.get(), profile.get(), work).into(folder);
      out.println(
          "'"
              + score.title()
              + "', "
              + Minutes.clock(score.length())
              + " minutes, is in "
              + folder.toAbsolutePath().normalize());
      out.flush();
      return work.failed() > 0 ? Exit.PROBLEM : Exit.OK;
    } catch (IOException e) {
      Complaint.say(err, "The files cannot be written into " + folder + ": " + Reason.of(e));
      return Exit.PROBLEM;
    }
  }
}
