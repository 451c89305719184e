package iyagi.console;

import iyagi.console.Broadcast.Audience;
import iyagi.console.Broadcast.Event;
import iyagi.light.Colour;
import iyagi.motion.Joint;
import iyagi.motion.Pose;
import iyagi.performance.PlayerState;
import iyagi.score.Placed;
import iyagi.service.Aloud;
import iyagi.service.Scene;
import iyagi.session.Kind;
import iyagi.session.Session;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Sees what changes at the robot. One thread. */
final class Onlooker implements Broadcast.Eye {
  /** A wall screen is told the time so often, in looks. */
  private static final int LOOKS_BETWEEN_TIMES = 6;

  private final Robot robot;
  private State state;
  private Set<Placed> known = Set.of();
  private List<Double> pose = List.of();
  private double seconds = -1;
  private int looks;

  Onlooker(Robot robot) {
    this.robot = robot;
    state = state(robot.scene().get());
  }

  /**
   * What is being done.
   *
   * @param phase idle, reading, paused, waiting or halted
   * @param title of the story, "" if none is read
   * @param story as it is named, with its language
   * @param language of the story
   * @param credits author, licence and what else the story names, key and value
   * @param page that is heard, 0 for the title
   * @param pages of the story
   * @param heading of the page
   * @param grownUps what the author asks of grown-ups on the page
   * @param session its id, "" if none is open
   * @param kind programme or free
   * @param volume 0 to loudest
   * @param loudest 0 to 100
   * @param manner for whom it is: usual, calm, low-vision or hard-of-hearing
   * @param mannerPlanned whether the plan under way has it so
   */
  record State(
      String phase,
      String title,
      String story,
      String language,
      List<List<String>> credits,
      int page,
      int pages,
      String heading,
      List<String> grownUps,
      String session,
      String kind,
      int volume,
      int loudest,
      String manner,
      boolean mannerPlanned) {}

  /** What a wall screen may know of it. */
  record Wall(
      String phase, String title, String language, List<List<String>> credits, String manner) {}

  @Override
  public List<Event> look() {
    List<Event> events = new ArrayList<>();
    Scene scene = robot.scene().get();
    State now = state(scene);
    if (!now.equals(state)) {
      state = now;
      events.add(new Event("state", state, Audience.LIBRARIANS));
      events.add(new Event("wall", wall(state), Audience.EVERYBODY));
    }
    Set<Placed> placed = Collections.newSetFromMap(new IdentityHashMap<>());
    placed.addAll(scene.placed());
    for (Placed each : scene.placed()) {
      if (!known.contains(each)) {
        events.addAll(passage(each));
      }
    }
    if (placed.isEmpty() && !known.isEmpty()) {
      events.add(new Event("cut", Map.of(), Audience.EVERYBODY));
    }
    known = placed;
    moved(scene, events);
    return events;
  }

  /** Pose and time, while they change. */
  private void moved(Scene scene, List<Event> events) {
    List<Double> next = pose(scene);
    boolean sounds = scene.seconds() != seconds;
    if (sounds || !next.equals(pose)) {
      pose = next;
      events.add(new Event("pose", List.of(millis(scene.seconds()), pose), Audience.LIBRARIANS));
    }
    if (sounds && looks++ % LOOKS_BETWEEN_TIMES == 0) {
      events.add(new Event("time", millis(scene.seconds()), Audience.EVERYBODY));
    }
    seconds = scene.seconds();
  }

  @Override
  public List<Event> all() {
    List<Event> events = new ArrayList<>();
    events.add(new Event("state", state, Audience.LIBRARIANS));
    events.add(new Event("wall", wall(state), Audience.EVERYBODY));
    Scene scene = robot.scene().get();
    scene.placed().stream().filter(known::contains).forEach(each -> events.addAll(passage(each)));
    events.add(
        new Event("pose", List.of(millis(scene.seconds()), pose(scene)), Audience.LIBRARIANS));
    events.add(new Event("time", millis(scene.seconds()), Audience.EVERYBODY));
    return events;
  }

  private List<Event> passage(Placed placed) {
    return List.of(
        new Event(
            "passage",
            Sheet.of(placed, robot.service().aloud().map(Aloud::source)),
            Audience.LIBRARIANS),
        new Event("line", Sheet.captions(placed), Audience.EVERYBODY));
  }

  private State state(Scene scene) {
    PlayerState player = scene.state();
    boolean reading = !player.title().isEmpty();
    Optional<Aloud> aloud =
        robot.service().aloud().filter(a -> reading && a.story().title().equals(player.title()));
    return new State(
        player.phase().name().toLowerCase(Locale.ROOT),
        player.title(),
        aloud.map(a -> a.edition().name()).orElse(""),
        aloud.map(a -> a.story().language().toLanguageTag()).orElse(""),
        aloud.map(a -> Sheet.credits(a.story())).orElse(List.of()),
        player.page(),
        aloud.map(a -> a.story().pages().size()).orElse(0),
        aloud.map(a -> Sheet.heading(a.story(), player.page())).orElse(""),
        aloud.map(a -> Sheet.grownUps(a.story(), player.page())).orElse(List.of()),
        robot.service().session().map(Session::id).orElse(""),
        aloud.flatMap(Aloud::kind).map(Kind::word).orElse(""),
        robot.service().loudness().now(),
        robot.service().loudness().loudest(),
        robot.service().manner().word(),
        robot.service().mannerPlanned());
  }

  private static Wall wall(State state) {
    return new Wall(state.phase, state.title, state.language, state.credits, state.manner);
  }

  private static List<Double> pose(Scene scene) {
    return numbers(scene.pose(), scene.light());
  }

  /** Every joint in its order in degrees, then red, green and blue from 0 to 1. */
  static List<Double> numbers(Pose pose, Colour light) {
    List<Double> numbers = new ArrayList<>();
    for (Joint joint : Joint.values()) {
      numbers.add(Math.round(pose.degrees(joint, 0) * 10) / 10.0);
    }
    for (double part : new double[] {light.red(), light.green(), light.blue()}) {
      numbers.add(Math.round(part * 100) / 100.0);
    }
    return numbers;
  }

  private static double millis(double seconds) {
    return Math.round(seconds * 1000) / 1000.0;
  }
}
