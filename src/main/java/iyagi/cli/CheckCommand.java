package iyagi.cli;

import iyagi.library.Edition;
import iyagi.library.Library;
import iyagi.service.Desk;
import iyagi.service.Minutes;
import iyagi.service.Names;
import iyagi.service.Narration;
import iyagi.service.Plural;
import iyagi.service.StoryAtHand;
import iyagi.settings.RobotProfile;
import iyagi.story.Problem;
import iyagi.story.ReadResult;
import iyagi.story.Story;
import iyagi.story.StoryReader;
import iyagi.words.Sentence;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads stories and says what is wrong with them, without loading a voice. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Says what is wrong with stories and how to mend it, and how long they are.",
    footer = {"", "Examples:", "  iyagi check my-story.md", "  iyagi check stories/"})
final class CheckCommand implements Callable<Integer> {
  private final Desk desk;

  @Parameters(
      paramLabel = "STORY",
      arity = "0..*",
      description = "Files, folders or names of stories. Without any: every story on this robot.")
  private List<String> stories = List.of();

  @Option(
      names = "--robot",
      paramLabel = "NAME",
      defaultValue = "",
      description =
          "Robot profile by name or file; gestures that it cannot show are named. Default: as for read.")
  private String robot;

  @Option(names = "--quiet", description = "Say nothing of stories without a problem.")
  private boolean quiet;

  @Spec private CommandSpec spec;

  CheckCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Optional<RobotProfile> profile = RobotAtHand.find(desk, robot, err);
    if (profile.isEmpty()) {
      return Exit.PROBLEM;
    }
    int bad = 0;
    int good = 0;
    for (Iterator<Checked> all = checked(files(err)).iterator(); all.hasNext(); ) {
      Checked next = all.next();
      next.result().problems().forEach(out::println);
      switch (next.result()) {
        case ReadResult.Read(Story story, List<Problem> warnings) -> {
          good++;
          tell(next.file(), story, warnings, profile.get());
        }
        case ReadResult.Rejected(List<Problem> problems) -> {
          bad++;
          long errors =
              problems.stream().filter(p -> p.severity() == Problem.Severity.ERROR).count();
          out.println(
              next.file() + ": cannot be read yet, " + Plural.of(errors, "mistake") + " to mend");
        }
      }
      out.flush();
    }
    if (good + bad > 1) {
      out.println(
          Plural.of(good + bad, "story", "stories")
              + ": "
              + good
              + " can be read, "
              + bad
              + " cannot");
    }
    return bad > 0 || good == 0 ? Exit.PROBLEM : Exit.OK;
  }

  private void tell(Path file, Story story, List<Problem> warnings, RobotProfile profile) {
    PrintWriter out = spec.commandLine().getOut();
    List<Problem> advice = Advice.of(story, file.toString(), profile);
    advice.forEach(out::println);
    Optional<String> sound = StoryAtHand.soundProblem(story, file);
    sound.ifPresent(problem -> out.println(file + ": warning: " + problem));
    boolean read = recordings(file, story, out);
    boolean clean = read && warnings.isEmpty() && advice.isEmpty() && sound.isEmpty();
    String waits = waits(file, story);
    if (!quiet || !clean || !waits.isEmpty()) {
      out.println(
          file + ": " + (clean ? "good" : "can be read") + ", " + Minutes.of(story) + waits);
    }
  }

  /** Says what is wrong with recordings; whether nothing is. */
  private static boolean recordings(Path file, Story story, PrintWriter out) {
    Map<Path, List<Sentence>> told = Narration.warnings(Library.fromFile(file), story);
    told.forEach((wav, each) -> each.forEach(why -> out.println(wav + ": warning: " + why)));
    return told.values().stream().allMatch(List::isEmpty);
  }

  /** What to say where nobody speaks the story's language. */
  private String waits(Path file, Story story) {
    return Narration.silence(desk, Library.fromFile(file), story)
        .map(reason -> "; waits for a voice. " + reason)
        .orElse("");
  }

  /** A story file that has been read. */
  private record Checked(Path file, ReadResult result) {}

  /** Reads as many files at a time as there are cores; gives them in their order. */
  private static Stream<Checked> checked(List<Path> files) {
    StoryReader reader = new StoryReader(Names.vocabulary());
    int cores = Runtime.getRuntime().availableProcessors();
    return files.stream()
        .gather(Gatherers.mapConcurrent(cores, file -> new Checked(file, reader.read(file))));
  }

  private List<Path> files(PrintWriter err) {
    if (stories.isEmpty()) {
      return desk.library().editions().stream().map(Edition::file).toList();
    }
    List<Path> files = new ArrayList<>();
    for (String words : stories) {
      Path path = Path.of(words);
      List<Edition> editions = desk.library().named(words);
      if (!editions.isEmpty()) {
        editions.forEach(edition -> files.add(edition.file()));
      } else if (Files.isDirectory(path)) {
        below(path, files, err);
      } else {
        // The reader says what is wrong with a path that is no story file.
        files.add(path);
      }
    }
    return files;
  }

  private static void below(Path folder, List<Path> files, PrintWriter err) {
    int before = files.size();
    try (Stream<Path> all = Files.walk(folder)) {
      all.filter(f -> f.toString().endsWith(".md") && Files.isRegularFile(f))
          .sorted()
          .forEach(files::add);
    } catch (IOException | UncheckedIOException e) {
      err.println(folder + ": cannot be read: " + e.getMessage());
    }
    if (files.size() == before) {
      err.println(folder + ": there is no story in this folder (no file that ends in .md)");
    }
  }
}
