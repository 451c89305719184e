package iyagi.console;

import iyagi.audio.Pcm;
import iyagi.library.Edition;
import iyagi.performance.PlayerState;
import iyagi.score.Beat;
import iyagi.score.Placed;
import iyagi.service.Audition;
import iyagi.service.Auditions;
import iyagi.service.StoryAtHand;
import iyagi.service.Turns;
import iyagi.story.Page;
import iyagi.story.Story;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The page on which a story, or a text that is not saved yet, is heard and seen in the browser
 * before children hear it. The robot itself does nothing.
 */
final class Listen implements Part {
  private final Robot robot;
  private final Auditions auditions;

  /**
   * A page on that robot.
   *
   * @param turns at its speech engine
   */
  Listen(Robot robot, Turns turns) {
    this.robot = robot;
    auditions = new Auditions(robot.desk(), robot.profile(), turns);
  }

  /** The turns of all who listen; nobody's while the robot reads. */
  static Turns turns(Robot robot) {
    return new Turns(() -> free(robot));
  }

  @Override
  public void routes(Door door) {
    door.page("listen");
    door.post("/api/listen/open", this::open);
    door.post("/api/listen/draft", this::draft);
    door.get("/api/listen/{open}/passage/{number}", this::passage);
    door.get("/api/listen/{open}/clip/{clip}", ask -> sound(opened(ask)::speech, ask.path("clip")));
    door.get("/api/listen/{open}/sound/{name}", ask -> sound(opened(ask)::sound, ask.path("name")));
  }

  private static boolean free(Robot robot) {
    return switch (robot.service().phase()) {
      case PlayerState.Phase.IDLE, PlayerState.Phase.HALTED -> true;
      case PlayerState.Phase.READING, PlayerState.Phase.PAUSED, PlayerState.Phase.WAITING -> false;
    };
  }

  record Wish(String story) {}

  record Draft(String name, String text) {}

  /**
   * A story to be heard.
   *
   * @param open where its passages are
   * @param passages in their order
   * @param pages of the story, from page 1
   */
  record Outline(
      String open,
      String title,
      String language,
      List<List<String>> credits,
      List<Line> passages,
      List<Leaf> pages) {}

  /**
   * What a passage is.
   *
   * @param kind "say", "rest", "act", "think", "turn" or "choose"
   * @param page 0 for the title
   * @param role who speaks, "" for the narrator
   * @param text that is said, ""
   * @param source line of the text, 0 if nothing is said
   */
  record Line(String kind, int page, String role, String text, int source) {}

  /**
   * A page.
   *
   * @param grownUps what the author asks of grown-ups on it
   */
  record Leaf(String heading, List<String> grownUps) {}

  private Answer open(Ask ask) throws IOException {
    String name = String.valueOf(ask.json(Wish.class).story);
    Edition edition =
        robot.desk().library().editions().stream()
            .filter(e -> e.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new Refused(404, "unknown-story"));
    return outline(StoryAtHand.read(robot.desk(), edition, _ -> {}));
  }

  private Answer draft(Ask ask) throws IOException {
    Draft draft = ask.json(Draft.class);
    if (draft.name == null || draft.text == null) {
      throw new Refused(400, "not-understood");
    }
    return outline(StoryAtHand.draft(robot.desk(), draft.name, draft.text));
  }

  private Answer outline(Optional<StoryAtHand> found) throws IOException {
    StoryAtHand at = found.orElseThrow(() -> new Refused(409, "has-mistakes"));
    Story story = at.story();
    if (at.silence(robot.desk()).isPresent()) {
      throw new Refused(409, "needs-voice");
    }
    return Answer.json(
        new Outline(
            auditions.open(at),
            story.title(),
            story.language().toLanguageTag(),
            Sheet.credits(story),
            at.beats().stream().map(Listen::line).toList(),
            story.pages().stream().map(page -> leaf(story, page)).toList()));
  }

  private static Leaf leaf(Story story, Page page) {
    return new Leaf(page.heading(), Sheet.grownUps(story, page.number()));
  }

  private static Line line(Beat beat) {
    return switch (beat) {
      case Beat.Say say ->
          new Line("say", say.page(), say.role(), say.phrase().text(), say.source());
      case Beat.Rest _ -> new Line("rest", beat.page(), "", "", 0);
      case Beat.Act _ -> new Line("act", beat.page(), "", "", 0);
      case Beat.Think _ -> new Line("think", beat.page(), "", "", 0);
      case Beat.TurnPage _ -> new Line("turn", beat.page(), "", "", 0);
      case Beat.Choose _ -> new Line("choose", beat.page(), "", "", 0);
    };
  }

  /** The browser opens the story again when it was let go. */
  private Audition opened(Ask ask) {
    return auditions.find(ask.path("open")).orElseThrow(() -> new Refused(404, "listen-closed"));
  }

  /**
   * A passage as browsers get it.
   *
   * @param piece timed from its start
   * @param hz frames a second
   * @param frames each joint in its order in degrees, then red, green and blue from 0 to 1
   * @param notes what of the text is not spoken, and why
   */
  record Shown(Sheet.Piece piece, int hz, List<List<Double>> frames, List<Phrased> notes) {}

  private Answer passage(Ask ask) throws IOException {
    Audition audition = opened(ask);
    int number = number(ask.path("number"), audition.beats().size());
    try {
      return switch (audition.passage(number)) {
        case Audition.Take.Shown shown -> Answer.json(shown(shown, ask));
        case Audition.Take.Not(Audition.Wait why) -> throw refused(why);
      };
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refused(503, "ending");
    }
  }

  static Refused refused(Audition.Wait why) {
    return switch (why) {
      case ROBOT_READS -> new Refused(409, "listen-reading");
      case OTHERS_FIRST -> new Refused(409, "listen-busy");
    };
  }

  private static Shown shown(Audition.Take.Shown take, Ask ask) {
    List<List<Double>> frames = new ArrayList<>();
    take.frames().forEach(f -> frames.add(Onlooker.numbers(f.pose(), f.light())));
    return new Shown(
        Sheet.of(new Placed(0, take.passage()), "/api/listen/" + ask.path("open"), List.of()),
        Audition.FRAMES_HZ,
        frames,
        take.notes().stream().map(note -> Phrased.of(note, ask.language())).toList());
  }

  private static int number(String text, int count) {
    try {
      int number = Integer.parseInt(text);
      if (number >= 0 && number < count) {
        return number;
      }
    } catch (NumberFormatException notOne) {
      throw new Refused(404, "not-found");
    }
    throw new Refused(404, "not-found");
  }

  /** Gives a sound of that name. */
  @FunctionalInterface
  private interface Sounds {
    Pcm named(String name) throws IOException;
  }

  private static Answer sound(Sounds sounds, String name) {
    try {
      return Answer.wav(sounds.named(name));
    } catch (IOException none) {
      throw new Refused(404, "not-found");
    }
  }
}
