package iyagi.cli;

import iyagi.service.Desk;
import iyagi.service.Import;
import iyagi.service.Taken;
import iyagi.story.Problem;
import iyagi.words.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts stories on this robot's shelf. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description =
        "Puts stories on this robot's shelf: texts (.md), or stories' folders as zips. What has"
            + " mistakes is not put there. A robot in service takes notice within a few seconds.",
    footer = {
      "",
      "Examples:",
      "  iyagi import bear.md bear.ko.md",
      "  iyagi import --replace /media/stick/*.zip"
    })
final class ImportCommand implements Callable<Integer> {
  private final Desk desk;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Texts and zips.")
  private List<Path> files = List.of();

  @Option(names = "--replace", description = "Replace stories of the same name.")
  private boolean replace;

  @Spec private CommandSpec spec;

  ImportCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() {
    Import intake = new Import(desk);
    int exit = Exit.OK;
    for (Path file : files) {
      if (!taken(intake, file)) {
        exit = Exit.PROBLEM;
      }
    }
    spec.commandLine().getOut().flush();
    return exit;
  }

  private boolean taken(Import intake, Path file) {
    PrintWriter out = spec.commandLine().getOut();
    if (!Files.isRegularFile(file)) {
      Complaint.say(spec.commandLine().getErr(), file + ": there is no such file.");
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return told(file, intake.take(in, file.getFileName().toString(), replace), out);
    } catch (IOException e) {
      Complaint.say(
          spec.commandLine().getErr(),
          file + ": cannot be put on the shelf: " + Reason.of(e) + ". Nothing was changed.");
      return false;
    }
  }

  private static boolean told(Path file, Taken taken, PrintWriter out) {
    return switch (taken) {
      case Taken.Shelved(var story, var recordings) -> {
        story.warnings().forEach(out::println);
        recordings.forEach(told -> out.println(file + ": " + told));
        out.println(file + ": the story '" + story.id() + "' is on the shelf.");
        yield true;
      }
      case Taken.Rejected(List<Problem> problems) -> {
        problems.forEach(out::println);
        out.println(file + ": was not put on the shelf; mend it and import it again.");
        yield false;
      }
      case Taken.Replaces(String id) -> {
        out.println(
            file
                + ": there is a story '"
                + id
                + "' already, and it stays. To replace it: iyagi import --replace "
                + file);
        yield false;
      }
    };
  }
}
