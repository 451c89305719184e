package iyagi.console;

import iyagi.library.Edition;
import iyagi.library.StoryPackage;
import iyagi.service.Bundle;
import iyagi.service.Import;
import iyagi.service.Taken;
import iyagi.story.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The page *Stories*: the shelf, and what a librarian does with it. */
final class Stories implements Part {
  private final Robot robot;
  private final ShelfList shelf;
  private final Import intake;

  Stories(Robot robot) {
    this.robot = robot;
    shelf = new ShelfList(robot.desk());
    intake = new Import(robot.desk());
  }

  @Override
  public String page() {
    return "stories";
  }

  @Override
  public void routes(Door door) {
    door.page("stories");
    door.get(
        "/api/stories",
        ask -> Answer.json(shelf.rows(robot.service().stock().readiness(), ask.language())));
    door.upload("/api/stories/upload", StoryPackage.Limits.USUAL.allBytes(), this::upload);
    door.post("/api/stories/check", this::check);
    door.get("/api/stories/text", this::text);
    door.get("/api/stories/download", this::download);
  }

  /**
   * A mistake or a warning: where, what, and what to do.
   *
   * @param language of the message: the browser's, or English where it has no words for it
   */
  record Mistake(
      boolean error, String file, int line, int column, String message, String language) {}

  /**
   * What became of an upload.
   *
   * @param id of the story that is on the shelf now; "" if nothing was changed
   * @param told what it does to the story's recordings
   */
  record Result(String id, List<Mistake> problems, List<Phrased> told) {}

  private Answer upload(Ask ask) throws IOException {
    String name = ask.query("name").orElse("");
    boolean replace = ask.query("replace").equals(Optional.of("true"));
    Taken taken;
    try (InputStream in = ask.body()) {
      taken = intake.take(in, name, replace);
    }
    return answer(robot, ask, taken);
  }

  /** What became of a story that was brought, for the page. */
  static Answer answer(Robot robot, Ask ask, Taken taken) {
    return switch (taken) {
      case Taken.Replaces(String id) -> throw new Refused(409, "story-there", Map.of("story", id));
      case Taken.Rejected(List<Problem> problems) ->
          Answer.json(new Result("", mistakes(ask, problems), List.of()));
      case Taken.Shelved(var story, var recordings) -> {
        robot.service().stock().changed();
        List<Phrased> told =
            recordings.stream().map(each -> Phrased.of(each, ask.language())).toList();
        yield Answer.json(new Result(story.id(), mistakes(ask, story.warnings()), told));
      }
    };
  }

  static List<Mistake> mistakes(Ask ask, List<Problem> problems) {
    return problems.stream().map(problem -> mistake(ask.language(), problem)).toList();
  }

  private static Mistake mistake(String language, Problem p) {
    Phrased message = Phrased.of(p.sentence(), language);
    return new Mistake(
        p.severity() == Problem.Severity.ERROR,
        p.file(),
        p.line(),
        p.column(),
        message.text(),
        message.language());
  }

  record Draft(String name, String text) {}

  private Answer check(Ask ask) throws IOException {
    Draft draft = ask.json(Draft.class);
    if (draft.name == null || draft.text == null) {
      throw new Refused(400, "not-understood");
    }
    return Answer.json(mistakes(ask, intake.check(draft.name, draft.text)));
  }

  private Edition edition(Ask ask) {
    String name = ask.query("story").orElse("");
    return robot.desk().library().editions().stream()
        .filter(e -> e.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new Refused(404, "unknown-story"));
  }

  /** A text to edit, and the name that its file has when it comes back. */
  private Answer text(Ask ask) throws IOException {
    Edition edition = edition(ask);
    return Answer.json(new Draft(edition.name() + ".md", Files.readString(edition.file())));
  }

  /** The text, or the whole folder as a zip where more belongs to the story. */
  private Answer download(Ask ask) throws IOException {
    Edition edition = edition(ask);
    Bundle bundle = Bundle.of(robot.desk(), edition.id());
    return bundle.beside().isEmpty()
        ? Answer.bytes("text/markdown; charset=utf-8", Files.readAllBytes(edition.file()))
            .download(edition.name() + ".md")
        : Answer.stream("application/zip", bundle::pack).download(edition.id() + ".zip");
  }
}
