package iyagi.console;

import iyagi.service.Sticks;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** USB sticks with stories, on the page *Stories*. While the robot reads, none is looked at. */
final class StickPart implements Part {
  private final Robot robot;
  private final Sticks sticks;

  /** A stick that hardly answers holds up one request, not all of them. */
  private final Semaphore looking = new Semaphore(1);

  StickPart(Robot robot) {
    this.robot = robot;
    sticks = new Sticks(robot.desk(), robot.settings().sticks());
  }

  @Override
  public void routes(Door door) {
    door.get("/api/sticks", ask -> Answer.json(look(ask)));
    door.upload("/api/sticks/take", 1, this::take);
  }

  /**
   * What is plugged in.
   *
   * @param later whether nothing was looked at, since the robot reads or somebody else looks
   */
  record Seen(boolean later, int sticks, boolean more, List<Row> stories) {}

  /** A story on a stick; its state in small letters. */
  record Row(
      String file, String title, String language, String state, List<Stories.Mistake> problems) {}

  private Seen look(Ask ask) {
    if (reading() || !looking.tryAcquire()) {
      return new Seen(true, 0, false, List.of());
    }
    try {
      Sticks.Look look = sticks.look();
      return new Seen(
          false,
          look.sticks(),
          look.more(),
          look.stories().stream().map(each -> row(ask, each)).toList());
    } finally {
      looking.release();
    }
  }

  private static Row row(Ask ask, Sticks.Found found) {
    return new Row(
        found.file(),
        found.title(),
        found.language(),
        found.state().name().toLowerCase(Locale.ROOT),
        Stories.mistakes(ask, found.problems()));
  }

  private boolean reading() {
    return switch (robot.service().phase()) {
      case IDLE, HALTED -> false;
      case READING, WAITING, PAUSED -> true;
    };
  }

  private Answer take(Ask ask) throws IOException {
    if (reading()) {
      throw new Refused(409, "reading");
    }
    boolean replace = ask.query("replace").equals(Optional.of("true"));
    try {
      return Stories.answer(robot, ask, sticks.take(ask.query("file").orElse(""), replace));
    } catch (NoSuchFileException gone) {
      throw new Refused(404, "stick-gone");
    }
  }
}
