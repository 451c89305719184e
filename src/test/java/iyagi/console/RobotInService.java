package iyagi.console;

import iyagi.calibration.InService;
import iyagi.narration.RecordedEngine;
import iyagi.performance.PerformanceEvent;
import iyagi.program.Journal;
import iyagi.program.NotebookFile;
import iyagi.program.ProgrammeBook;
import iyagi.program.Timekeeper;
import iyagi.report.BrokerAddress;
import iyagi.report.Memory;
import iyagi.report.Relay;
import iyagi.service.Desk;
import iyagi.service.Diary;
import iyagi.service.FailingParts;
import iyagi.service.Hardware;
import iyagi.service.ProgrammeTeller;
import iyagi.service.Reading;
import iyagi.service.Service;
import iyagi.service.Steps;
import iyagi.service.TestDesk;
import iyagi.session.Keeping;
import iyagi.settings.ProfileResult;
import iyagi.settings.RobotProfile;
import iyagi.settings.RobotProfiles;
import iyagi.settings.RobotSettings;
import iyagi.speech.MumblingEngine;
import iyagi.speech.SpeechEngine;
import iyagi.time.NanoClock;
import iyagi.time.Watch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * A simulated robot in service in real time, with its pages on a free port, as 'iyagi serve' puts
 * it together. For tests that look at pages.
 */
public final class RobotInService implements AutoCloseable {
  /** A story of two pages, about six seconds. */
  public static final String TALE =
      """
      ---
      title: The Small Owl
      language: en
      author: Iyagi
      license: CC BY 4.0
      ---
      # The Small Owl

      ## The branch
      A small owl sat on a branch. {glow yellow}

      Owl: Who is there?

      > Grown-ups: hoot like an owl together.

      ## The moon
      The moon looked down and smiled at her.
      """;

  private static final String MAKE = "simulated";

  public final Desk desk;
  public final Service service;
  public final Reading reading;
  public final Memory memory;
  public final Console console;
  final Robot robot;
  public final List<String> told = new CopyOnWriteArrayList<>();
  public final List<PerformanceEvent> events = new CopyOnWriteArrayList<>();

  /** Told of every event, of those before it was set, too. */
  public final Listener listener = new Listener();

  public final Diary diary = new Diary(Watch.system(true));

  /** How the way to the library is. */
  public volatile Optional<Relay.Standing> network = Optional.empty();

  private final Steps keeping;
  private final String make;

  /** With a few stories, and no PIN yet. */
  public static RobotInService in(Path folder) throws Exception {
    return on(folder, new FailingParts(), Optional.empty());
  }

  /** As {@link #in(Path)}, on devices of one's own, with a certificate if there is one. */
  public static RobotInService on(Path folder, Hardware devices, Optional<RobotSettings.Tls> tls)
      throws Exception {
    return told(folder, new Made(devices, tls, MAKE, new MumblingEngine(), Optional.empty()));
  }

  /** As {@link #in(Path)}, with the body of another make: "puppet", and without a story. */
  public static RobotInService make(Path folder, String make) throws Exception {
    return new RobotInService(
        folder,
        new Made(
            new FailingParts(), Optional.empty(), make, new MumblingEngine(), Optional.empty()));
  }

  /** As {@link #in(Path)}, with another voice. */
  public static RobotInService speaking(Path folder, SpeechEngine engine) throws Exception {
    return told(
        folder, new Made(new FailingParts(), Optional.empty(), MAKE, engine, Optional.empty()));
  }

  /** As {@link #in(Path)}, set up to report to a library that it never reaches. */
  public static RobotInService reporting(Path folder) throws Exception {
    BrokerAddress nowhere =
        new BrokerAddress("library.example", 1883, Optional.empty(), Optional.empty());
    return told(
        folder,
        new Made(
            new FailingParts(),
            Optional.empty(),
            MAKE,
            new MumblingEngine(),
            Optional.of(new RobotSettings.Reporting("rb-1", nowhere, true))));
  }

  /** What is not the same for all tests. */
  private record Made(
      Hardware devices,
      Optional<RobotSettings.Tls> tls,
      String make,
      SpeechEngine engine,
      Optional<RobotSettings.Reporting> reporting) {}

  private static RobotInService told(Path folder, Made made) throws Exception {
    Path stories = Files.createDirectories(folder.resolve("stories"));
    Files.writeString(stories.resolve("owl.md"), TALE);
    return new RobotInService(folder, made);
  }

  private RobotInService(Path folder, Made made) throws Exception {
    Files.createDirectories(folder.resolve("stories"));
    make = made.make();
    desk =
        TestDesk.in(folder, new RecordedEngine(made.engine()), made.devices(), NanoClock.system());
    RobotSettings.Console pages = new RobotSettings.Console(0, "127.0.0.1", made.tls());
    RobotSettings settings =
        new RobotSettings(
            ZoneId.of("Asia/Seoul"),
            true,
            "",
            made.reporting(),
            Optional.empty(),
            pages,
            folder.resolve("media"));
    Watch watch = Watch.system(true);
    memory = desk.post().memory(desk.places().data(), watch, settings.zone());
    Keeping keeper =
        new Keeping(
            memory.sessions(), watch, settings.zone(), sentence -> told.add(sentence.toString()));
    service =
        new Service(desk, profile(), keeper, watch, sentence -> told.add(sentence.toString()));
    keeping = new Steps("memory", keeper::await);
    reading =
        new Reading(
            desk,
            profile(),
            "",
            new Reading.Watchers(
                sentence -> told.add(sentence.toString()),
                _ -> {},
                event -> {
                  service.heard(event);
                  events.add(event);
                  listener.heard(event);
                }));
    service.take(reading::command, () -> reading.state().phase());
    robot =
        new Robot(
            desk,
            service,
            reading::scene,
            memory,
            profile(),
            settings,
            watch,
            diary,
            () -> network,
            keeper(watch),
            new InService(desk, profile(), reading.body(), reading.sound()));
    console = Console.open(robot, pages);
  }

  /** One that begins nothing until a test lets it step. */
  private Timekeeper keeper(Watch watch) {
    return new Timekeeper(
        new Timekeeper.Parts(
            new ProgrammeBook(new NotebookFile(desk.places().programme())),
            new Journal(
                new NotebookFile(desk.places().programmeJournal()),
                sentence -> told.add(sentence.toString())),
            new ProgrammeTeller(desk, service, memory.sessions()),
            ZoneId.of("Asia/Seoul"),
            sentence -> told.add(sentence.toString())),
        watch);
  }

  RobotProfile profile() {
    return RobotProfiles.read(Path.of("firmware-config/robots/" + make + ".yaml"))
            instanceof ProfileResult.Read(RobotProfile profile)
        ? profile
        : null;
  }

  /** "http://127.0.0.1:54321", without a certificate. */
  public String address() {
    return "http://127.0.0.1:" + console.port();
  }

  /** Somebody who waits for an event. */
  public final class Listener {
    private Consumer<PerformanceEvent> waiting = _ -> {};

    /** Listens from now on; what has happened already is told first. */
    public synchronized void set(Consumer<PerformanceEvent> to) {
      waiting = to;
      events.forEach(to);
    }

    private synchronized void heard(PerformanceEvent event) {
      waiting.accept(event);
    }
  }

  /** What the robot would say. */
  public String code() throws IOException {
    return pin().code();
  }

  /** The cookie's value of somebody who has signed in without a browser. */
  public String signedIn() throws Exception {
    if (!pin().set()) {
      pin().set(Librarian.PIN);
    }
    try (Http http = new Http(this)) {
      http.signIn(Librarian.PIN);
      return http.cookie().substring(http.cookie().indexOf('=') + 1);
    }
  }

  /** The PIN of its pages. */
  public Pin pin() {
    return Console.pin(desk.places().data());
  }

  @Override
  public void close() {
    console.close();
    reading.close();
    service.close();
    keeping.close();
    memory.close();
  }
}
