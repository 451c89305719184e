package iyagi.cli;

import iyagi.service.Desk;
import iyagi.settings.RobotProfile;
import iyagi.wiring.WiringGuide;
import iyagi.words.Reason;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** How a robot is wired. */
@Command(
    name = "wiring",
    mixinStandardHelpOptions = true,
    description =
        "Tells how a robot is wired, from its profile: parts, power and pins as text (Markdown), and"
            + " a picture.",
    footer = {
      "",
      "Examples:",
      "  iyagi wiring owl",
      "  iyagi wiring my-robot.yaml --svg my-robot.svg --language ko"
    })
final class WiringCommand implements Callable<Integer> {
  /** In which language. */
  private enum Language {
    EN,
    KO
  }

  private final Desk desk;

  @Parameters(paramLabel = "ROBOT", description = "Robot profile by name or file.")
  private String robot;

  @Option(
      names = "--svg",
      paramLabel = "FILE",
      description = "Writes the picture into this file, too.")
  private Path picture;

  @Option(
      names = "--language",
      paramLabel = "LANGUAGE",
      defaultValue = "en",
      description = "en (English, the default) or ko (Korean).")
  private Language language;

  @Spec private CommandSpec spec;

  WiringCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Optional<RobotProfile> profile = RobotAtHand.make(desk, robot, err);
    if (profile.isEmpty()) {
      return Exit.PROBLEM;
    }
    Locale locale = language == Language.KO ? Locale.KOREAN : Locale.ENGLISH;
    String name =
        picture == null ? profile.get().id() + ".svg" : String.valueOf(picture.getFileName());
    out.print(WiringGuide.page(profile.get(), locale, name));
    out.flush();
    try {
      if (picture != null) {
        Files.writeString(picture, WiringGuide.picture(profile.get(), locale));
      }
      return Exit.OK;
    } catch (IOException e) {
      Complaint.say(err, "The picture " + picture + " could not be written: " + Reason.of(e));
      return Exit.PROBLEM;
    }
  }
}
