package iyagi.cli;

import iyagi.library.Edition;
import iyagi.score.Manner;
import iyagi.service.Desk;
import iyagi.service.Headway;
import iyagi.service.Held;
import iyagi.service.Minutes;
import iyagi.service.Names;
import iyagi.service.Narration;
import iyagi.service.Plural;
import iyagi.service.Preparation;
import iyagi.service.StoryAtHand;
import iyagi.story.ReadResult;
import iyagi.story.Story;
import iyagi.story.StoryReader;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the stories on this robot and whether they can be read aloud. */
@Command(
    name = "stories",
    mixinStandardHelpOptions = true,
    description = "Lists the stories on this robot and whether they can be read aloud.",
    footer = {"", "Example:", "  iyagi stories"})
final class StoriesCommand implements Callable<Integer> {
  private final Desk desk;
  @Spec private CommandSpec spec;

  StoriesCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    List<Edition> editions = desk.library().editions();
    if (editions.isEmpty()) {
      out.println("There are no stories in " + desk.shelves() + ".");
      return Exit.OK;
    }
    int widest = editions.stream().mapToInt(e -> e.name().length()).max().orElse(0);
    StoryReader reader = new StoryReader(Names.vocabulary());
    for (Edition edition : editions) {
      out.println(
          ("%-" + (widest + 2) + "s").formatted(edition.name())
              + line(edition, reader.read(edition.file())));
    }
    out.flush();
    return Exit.OK;
  }

  private String line(Edition edition, ReadResult result) {
    return switch (result) {
      case ReadResult.Rejected(var problems) ->
          "has " + Plural.of(problems.size(), "mistake") + "; see: iyagi check " + edition.name();
      case ReadResult.Read(Story story, _) ->
          story.title()
              + " ("
              + story.ages().map(a -> "ages " + a.from() + "-" + a.to() + ", ").orElse("")
              + Minutes.of(story)
              + "): "
              + state(edition, story);
    };
  }

  private String state(Edition edition, Story story) {
    StoryAtHand at =
        new StoryAtHand(
            edition, story, Narration.beats(desk, edition, story, Manner.USUAL), Map.of());
    return Preparation.of(desk, at, () -> Manner.USUAL, _ -> {}, Headway.UNSEEN)
        .map(StoriesCommand::readiness)
        .map(ready -> ready + Held.of(edition, story).map(held -> ". " + held).orElse(""))
        .orElseGet(() -> waits(at));
  }

  private static String readiness(Preparation preparation) {
    try (preparation) {
      return preparation.missing() == 0
          ? "ready"
          : "can be read, " + Plural.of(preparation.missing(), "line") + " to prepare";
    }
  }

  private String waits(StoryAtHand story) {
    return story
        .silence(desk)
        .map(reason -> "waits for a voice. " + reason)
        .orElse("cannot be prepared: the folder " + desk.places().speech() + " cannot be used");
  }
}
