package iyagi.console;

import iyagi.library.Removal;
import iyagi.service.Names;
import iyagi.story.ReadResult;
import iyagi.story.Story;
import iyagi.story.StoryReader;
import iyagi.words.Sentence;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Deleting stories and putting them back, on the page *Stories*; also after a restart. */
final class Deleted implements Part {
  private final Robot robot;

  Deleted(Robot robot) {
    this.robot = robot;
  }

  @Override
  public void routes(Door door) {
    door.get("/api/stories/deleted", _ -> Answer.json(rows()));
    door.post("/api/stories/delete", ask -> done(ask, robot.desk().library()::setAside));
    door.post("/api/stories/undo", ask -> done(ask, robot.desk().library()::putBack));
  }

  /** A story that can be put back; its id where its text cannot be read. */
  record Row(String id, String title, String language) {}

  private List<Row> rows() {
    return robot.desk().library().aside().entrySet().stream()
        .map(story -> row(story.getKey(), story.getValue()))
        .toList();
  }

  private static Row row(String id, List<Path> texts) {
    StoryReader reader = new StoryReader(Names.vocabulary());
    for (Path text : texts) {
      if (reader.read(text) instanceof ReadResult.Read(Story story, _)) {
        return new Row(id, story.title(), story.language().toLanguageTag());
      }
    }
    return new Row(id, id, "");
  }

  record Id(String id) {}

  private Answer done(Ask ask, Function<String, Removal> deed) {
    String id = String.valueOf(ask.json(Id.class).id);
    switch (deed.apply(id)) {
      case Removal.Removed _ -> robot.service().stock().changed();
      case Removal.Refused(Removal.Why why, Sentence reason) -> throw refused(id, why, reason);
    }
    return Answer.done();
  }

  private static Refused refused(String id, Removal.Why why, Sentence reason) {
    return switch (why) {
      case NOT_HERE -> new Refused(404, "unknown-story");
      case CAME_WITH_ROBOT -> new Refused(409, "came-with-robot", Map.of("story", id));
      case PLACE_TAKEN -> new Refused(409, "place-taken", Map.of("story", id));
      case DISK -> new Refused(500, "disk", Map.of("reason", reason));
    };
  }
}
