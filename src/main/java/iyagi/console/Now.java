package iyagi.console;

import iyagi.library.Edition;
import iyagi.performance.Command;
import iyagi.performance.PassageSource;
import iyagi.performance.PlayerState;
import iyagi.report.Station;
import iyagi.score.Manner;
import iyagi.service.Aloud;
import iyagi.service.Names;
import iyagi.service.Narration;
import iyagi.session.Kind;
import iyagi.story.Pace;
import iyagi.story.ReadResult;
import iyagi.story.Story;
import iyagi.story.StoryReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The page *Now*: what is read, and everything that a hand on the robot's buttons could do, too.
 */
final class Now implements Part {
  private final Robot robot;
  private final Broadcast broadcast;

  Now(Robot robot, Broadcast broadcast) {
    this.robot = robot;
    this.broadcast = broadcast;
  }

  @Override
  public String page() {
    return "now";
  }

  @Override
  public void routes(Door door) {
    door.page("now");
    door.events("/api/events", false, Broadcast.Audience.LIBRARIANS, broadcast);
    door.get("/api/now/stories", _ -> Answer.json(stories()));
    door.get("/api/now/clip/{clip}", ask -> sound(ask, true));
    door.get("/api/now/sound/{clip}", ask -> sound(ask, false));
    door.post("/api/now/start", this::start);
    door.post("/api/now/command", this::command);
    door.put("/api/now/volume", this::volume);
    door.put("/api/now/manner", this::manner);
  }

  /**
   * A story to choose.
   *
   * @param minutes that it takes, rounded up
   * @param silent whether nobody here speaks its language or has recorded it
   */
  record Choice(
      String name, String title, String language, String ages, long minutes, boolean silent) {}

  private List<Choice> stories() {
    StoryReader reader = new StoryReader(Names.vocabulary());
    List<Choice> choices = new ArrayList<>();
    for (Edition edition : robot.desk().library().editions()) {
      if (reader.read(edition.file()) instanceof ReadResult.Read(Story story, _)) {
        choices.add(
            new Choice(
                edition.name(),
                story.title(),
                story.language().toLanguageTag(),
                story.ages().map(a -> a.from() + "–" + a.to()).orElse(""),
                (long) Math.ceil(Pace.seconds(story) / 60),
                Narration.silence(robot.desk(), edition, story).isPresent()));
      }
    }
    return choices;
  }

  record Start(String story, String kind, int page) {}

  private Answer start(Ask ask) {
    Start start = ask.json(Start.class);
    boolean shelved =
        robot.desk().library().editions().stream().anyMatch(e -> e.name().equals(start.story));
    if (!shelved) {
      throw new Refused(404, "unknown-story");
    }
    return answer(
        robot
            .service()
            .start(
                start.story,
                Math.max(1, start.page),
                Kind.of(String.valueOf(start.kind)),
                Optional.empty()));
  }

  record Order(String command) {}

  private Answer command(Ask ask) {
    String word = String.valueOf(ask.json(Order.class).command);
    Command command =
        switch (word) {
          case "halt" -> new Command.Halt();
          case "pause" -> new Command.Pause();
          case "resume" -> new Command.Resume();
          case "next" -> new Command.Next();
          case "previous" -> new Command.Previous();
          case "again" -> new Command.Again();
          case "stop" -> new Command.Stop();
          case "left" -> new Command.Choose(true);
          case "right" -> new Command.Choose(false);
          default -> throw new Refused(400, "not-understood");
        };
    if (!(command instanceof Command.Halt) && idle()) {
      throw new Refused(409, "not-reading");
    }
    robot.service().command(command);
    return Answer.done();
  }

  private boolean idle() {
    return switch (robot.service().phase()) {
      case PlayerState.Phase.IDLE, PlayerState.Phase.HALTED -> true;
      case PlayerState.Phase.READING, PlayerState.Phase.PAUSED, PlayerState.Phase.WAITING -> false;
    };
  }

  record Level(int level) {}

  private Answer volume(Ask ask) {
    return answer(robot.service().loudness().set(ask.json(Level.class).level));
  }

  record Wanted(String manner) {}

  private Answer manner(Ask ask) {
    String word = String.valueOf(ask.json(Wanted.class).manner);
    robot
        .service()
        .manner(Manner.named(word).orElseThrow(() -> new Refused(400, "not-understood")));
    return Answer.done();
  }

  private static Answer answer(Station.Answer answer) {
    if (answer.refusal().isPresent()) {
      throw new Refused(409, answer.refusal().get().word());
    }
    return Answer.done();
  }

  /** What sounds now, as a file for the browser. */
  private Answer sound(Ask ask, boolean speech) {
    PassageSource source =
        robot.service().aloud().map(Aloud::source).orElseThrow(() -> new Refused(404, "not-found"));
    try {
      return Answer.wav(speech ? source.speech(ask.path("clip")) : source.sound(ask.path("clip")));
    } catch (IOException | IllegalArgumentException none) {
      throw new Refused(404, "not-found");
    }
  }
}
