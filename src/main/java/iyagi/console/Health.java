package iyagi.console;

import iyagi.doctor.Doctor;
import iyagi.doctor.Finding;
import iyagi.doctor.Patient;
import iyagi.doctor.Words;
import iyagi.report.Outbox;
import iyagi.service.Condition;
import iyagi.service.Diary;
import iyagi.service.Release;
import iyagi.session.SessionLog.Unkept;
import iyagi.settings.CardReader;
import iyagi.settings.Lights;
import iyagi.settings.ProfileResult;
import iyagi.settings.RobotProfile;
import iyagi.settings.RobotSettings.Reporting;
import iyagi.settings.Servos;
import iyagi.settings.SettingsResult;
import iyagi.settings.Wiring;
import iyagi.time.Moment;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The page *Robot*: how the robot is, in plain words, and what it has told lately. */
final class Health implements Part {
  private static final DateTimeFormatter LINE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  private final Robot robot;
  private final Clerk clerk;

  Health(Robot robot, Clerk clerk) {
    this.robot = robot;
    this.clerk = clerk;
  }

  @Override
  public String page() {
    return "robot";
  }

  @Override
  public void routes(Door door) {
    door.page("robot");
    door.get("/api/robot/health", ask -> Answer.json(state(ask.language())));
    door.get("/api/robot/log", ask -> Answer.json(told(ask.language())));
    door.get("/api/robot/log.txt", ask -> log(ask.language()));
  }

  /**
   * How the robot is.
   *
   * @param name of its make
   * @param parts that can fail while it is in service
   * @param outside what the doctor finds without touching anything
   */
  record State(
      String name, String version, List<Device> parts, Reports reports, List<Outside> outside) {}

  /**
   * A part of the robot.
   *
   * @param state "works", "mended", "broken", or "none" if this robot has no such part
   * @param at when it failed last, or ""
   * @param reason why, or ""
   */
  record Device(String part, String name, String state, String at, Phrased reason) {}

  /**
   * What the library has still to get.
   *
   * @param reported whether anything is reported at all
   * @param byServer whether the library's server confirms, not only the broker
   * @param waiting reports
   * @param seconds that the oldest has waited
   * @param linked whether there is a connection
   * @param words where to, or why not
   * @param next when it is tried again, or ""
   * @param trouble of the memory, or ""
   */
  record Reports(
      boolean reported,
      boolean byServer,
      long waiting,
      long seconds,
      boolean linked,
      Phrased words,
      String next,
      Phrased trouble) {}

  /** Something that the doctor says, in the browser's language. */
  record Outside(String name, String verdict, String sentence) {}

  private State state(String language) {
    Words words = Words.of(Locale.of(language));
    return new State(
        robot.profile().title(),
        Release.version(),
        Arrays.stream(Condition.Part.values()).map(part -> device(part, words, language)).toList(),
        reports(language),
        Doctor.fromOutside(patient()).stream().map(f -> outside(f, words)).toList());
  }

  private Patient patient() {
    return new Patient(
        robot.desk(),
        new ProfileResult.Read(robot.profile()),
        new SettingsResult.Read(robot.settings()),
        "");
  }

  private static Outside outside(Finding finding, Words words) {
    return new Outside(
        words.name(finding.part()),
        finding.verdict().word(),
        words.sentence(finding.key(), finding.args()));
  }

  private Device device(Condition.Part part, Words words, String language) {
    String word = part.name().toLowerCase(Locale.ROOT);
    String name = words.name(iyagi.doctor.Part.valueOf(part.name()));
    if (!has(robot.profile(), part)) {
      return new Device(word, name, "none", "", Phrased.NOTHING);
    }
    return robot
        .service()
        .condition()
        .last(part)
        .map(
            fault ->
                new Device(
                    word,
                    name,
                    fault.over() ? "mended" : "broken",
                    fault.at().wall().toString(),
                    Phrased.of(fault.reason(), language)))
        .orElseGet(() -> new Device(word, name, "works", "", Phrased.NOTHING));
  }

  private static boolean has(RobotProfile profile, Condition.Part part) {
    return switch (part) {
      case SOUND -> true;
      case SERVOS -> !(profile.servos() instanceof Servos.None);
      case LAMPS -> !(profile.lights() instanceof Lights.None);
      case BUTTONS -> !(profile.buttons() instanceof Wiring.None);
      case CARDS -> !(profile.cards() instanceof CardReader.None);
    };
  }

  private Reports reports(String language) {
    Optional<Reporting> reporting = robot.settings().reporting();
    var standing = robot.network().get();
    Outbox.Waiting waiting = new Outbox.Waiting(0, Duration.ZERO);
    Phrased trouble = Phrased.NOTHING;
    try {
      waiting = clerk.ask(() -> robot.memory().outbox().waiting());
    } catch (Unkept unkept) {
      trouble = Phrased.of(unkept.sentence(), language);
    }
    return new Reports(
        standing.isPresent(),
        reporting.map(Reporting::byServer).orElse(false),
        waiting.count(),
        waiting.oldest().toSeconds(),
        standing.map(s -> s.linked()).orElse(false),
        standing.map(s -> Phrased.of(s.words(), language)).orElse(Phrased.NOTHING),
        standing.flatMap(s -> s.next()).map(String::valueOf).orElse(""),
        trouble);
  }

  /**
   * A sentence that the robot has told.
   *
   * @param sure whether the clock was right then
   */
  record Told(String at, boolean sure, Phrased sentence) {}

  private List<Told> told(String language) {
    return robot.diary().newest().stream()
        .map(
            entry ->
                new Told(
                    entry.at().wall().toString(),
                    entry.at().quality().good(),
                    Phrased.of(entry.sentence(), language)))
        .toList();
  }

  private Answer log(String language) {
    StringBuilder text = new StringBuilder();
    for (Diary.Entry entry : robot.diary().newest()) {
      text.append(time(entry.at())).append("  ").append(entry.sentence().in(language)).append('\n');
    }
    return Answer.bytes(
            "text/plain; charset=utf-8", text.toString().getBytes(StandardCharsets.UTF_8))
        .download("iyagi-log.txt");
  }

  /** In the library's time; "?" behind it when nobody vouched for the clock. */
  private String time(Moment at) {
    String time = LINE.format(at.wall().atZone(robot.settings().zone()));
    return at.quality().good() ? time : time + "?";
  }
}
