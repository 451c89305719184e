package iyagi.console;

import iyagi.library.Edition;
import iyagi.service.Desk;
import iyagi.service.Held;
import iyagi.service.Names;
import iyagi.service.Narration;
import iyagi.service.Readying;
import iyagi.story.Pace;
import iyagi.story.Problem;
import iyagi.story.ReadResult;
import iyagi.story.Story;
import iyagi.story.StoryReader;
import iyagi.words.Sentence;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The stories as the page *Stories* shows them: each with what is to be known before reading it.
 */
final class ShelfList {
  private final Desk desk;

  ShelfList(Desk desk) {
    this.desk = desk;
  }

  /**
   * A story in one language.
   *
   * @param name of the edition: "bear.ko"
   * @param id of the story: "bear"
   * @param title the name where the file cannot be read
   * @param language as a tag, "" where it is not known
   * @param ages "3–6", or ""
   * @param minutes that it takes, rounded up; 0 where that is not known
   * @param added whether it was added to those that came with the robot, and can be deleted
   * @param state how it is
   */
  record Row(
      String name,
      String id,
      String title,
      String language,
      String ages,
      long minutes,
      boolean added,
      State state) {}

  /**
   * How a story is.
   *
   * @param word "ready", "preparing", "partly", "fresh", "silent" or "mistakes"
   * @param number percent that is prepared, lines that could not be spoken, or mistakes
   * @param reason why nobody reads it, or which recordings are not played; or ""
   */
  record State(String word, long number, Phrased reason) {
    State(String word, long number) {
      this(word, number, Phrased.NOTHING);
    }
  }

  /**
   * All of them.
   *
   * @param language of the browser
   */
  List<Row> rows(Map<String, Readying.State> readiness, String language) {
    StoryReader reader = new StoryReader(Names.vocabulary());
    return desk.library().editions().stream()
        .map(e -> row(e, reader, readiness, language))
        .toList();
  }

  private Row row(
      Edition edition, StoryReader reader, Map<String, Readying.State> readiness, String language) {
    boolean added = added(edition);
    return switch (reader.read(edition.file())) {
      case ReadResult.Read(Story story, _) ->
          new Row(
              edition.name(),
              edition.id(),
              story.title(),
              story.language().toLanguageTag(),
              story.ages().map(a -> a.from() + "–" + a.to()).orElse(""),
              (long) Math.ceil(Pace.seconds(story) / 60),
              added,
              state(edition, story, readiness.get(edition.name()), language));
      case ReadResult.Rejected(List<Problem> problems) ->
          new Row(
              edition.name(),
              edition.id(),
              edition.name(),
              edition.language(),
              "",
              0,
              added,
              new State("mistakes", errors(problems)));
    };
  }

  private boolean added(Edition edition) {
    Path shelf = desk.places().added().toAbsolutePath().normalize();
    return edition.file().toAbsolutePath().normalize().startsWith(shelf);
  }

  private static long errors(List<Problem> problems) {
    return problems.stream().filter(p -> p.severity() == Problem.Severity.ERROR).count();
  }

  private State state(Edition edition, Story story, Readying.State readiness, String language) {
    Optional<Sentence> silence = Narration.silence(desk, edition, story);
    if (silence.isPresent()) {
      return new State("silent", 0, Phrased.of(silence.get(), language));
    }
    State state = of(readiness);
    return Held.of(edition, story)
        .map(held -> new State(state.word(), state.number(), Phrased.of(held, language)))
        .orElse(state);
  }

  /** The state of a story that can be spoken; null for one that was not looked at yet. */
  static State of(Readying.State readiness) {
    if (readiness == null) {
      return new State("fresh", 0);
    }
    if (readiness.ready() == readiness.lines()) {
      return new State("ready", 100);
    }
    return readiness.ready() + readiness.failed() >= readiness.lines()
        ? new State("partly", readiness.failed())
        : new State("preparing", readiness.percent());
  }
}
