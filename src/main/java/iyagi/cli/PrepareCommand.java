package iyagi.cli;

import iyagi.library.Edition;
import iyagi.score.Manner;
import iyagi.service.Desk;
import iyagi.service.Plural;
import iyagi.service.Preparation;
import iyagi.service.StoryAtHand;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes the speech of stories before anybody wants to hear them. */
@Command(
    name = "prepare",
    mixinStandardHelpOptions = true,
    description =
        "Makes the speech of stories before anybody wants to hear them, so that they start at once.",
    footer = {
      "",
      "Examples:",
      "  iyagi prepare bear",
      "  iyagi prepare        every story on this robot"
    })
final class PrepareCommand implements Callable<Integer> {
  private final Desk desk;

  @Parameters(
      paramLabel = "STORY",
      arity = "0..*",
      description = "Files, folders or names of stories. Without any: every story on this robot.")
  private List<String> stories = List.of();

  @Spec private CommandSpec spec;

  PrepareCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    int worst = Exit.OK;
    if (stories.isEmpty()) {
      for (Edition edition : desk.library().editions()) {
        worst = Math.max(worst, prepare(StoryAtHand.read(desk, edition, Complaint.to(err))));
      }
      return worst;
    }
    for (String words : stories) {
      List<Edition> editions = desk.library().named(words);
      if (editions.isEmpty()) {
        StoryAtHand.find(desk, words, Complaint.to(err));
        worst = Exit.PROBLEM;
      }
      for (Edition edition : editions) {
        worst = Math.max(worst, prepare(StoryAtHand.read(desk, edition, Complaint.to(err))));
      }
    }
    return worst;
  }

  private int prepare(Optional<StoryAtHand> story) throws InterruptedException {
    if (story.isEmpty()) {
      return Exit.PROBLEM;
    }
    PrintWriter out = spec.commandLine().getOut();
    String name = story.get().fileName();
    Progress bar = new Progress(out, Terminal.present(), name);
    Optional<Preparation> preparation =
        Preparation.of(
            desk, story.get(), () -> Manner.USUAL, Complaint.to(spec.commandLine().getErr()), bar);
    if (preparation.isEmpty()) {
      return Exit.PROBLEM;
    }
    try (Preparation work = preparation.get()) {
      if (work.missing() > 0) {
        work.start();
        work.finish();
      }
      int lost = work.failed() + work.unkept();
      out.println(
          name
              + ": "
              + (lost == 0 ? "ready" : "not ready, for want of " + Plural.of(lost, "line")));
      out.flush();
      return lost == 0 ? Exit.OK : Exit.PROBLEM;
    }
  }
}
