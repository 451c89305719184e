package iyagi.cli;

import iyagi.backup.Restore;
import iyagi.calibration.InService;
import iyagi.console.Robot;
import iyagi.input.Buttons;
import iyagi.input.CardBook;
import iyagi.input.Cards;
import iyagi.library.Shelf;
import iyagi.performance.PerformanceEvent;
import iyagi.performance.PlayerState;
import iyagi.report.Identity;
import iyagi.report.Incoming;
import iyagi.report.Json;
import iyagi.report.Memory;
import iyagi.report.Relay;
import iyagi.report.Station;
import iyagi.report.Tempo;
import iyagi.service.Desk;
import iyagi.service.Diary;
import iyagi.service.Hands;
import iyagi.service.Import;
import iyagi.service.LastResort;
import iyagi.service.Plural;
import iyagi.service.Reading;
import iyagi.service.Readying;
import iyagi.service.Reason;
import iyagi.service.Refusals;
import iyagi.service.Service;
import iyagi.service.ShelfWatch;
import iyagi.service.Steps;
import iyagi.service.Told;
import iyagi.service.WordBook;
import iyagi.session.Keeping;
import iyagi.session.Kind;
import iyagi.session.Session;
import iyagi.session.SessionLog.Unkept;
import iyagi.settings.RobotProfile;
import iyagi.settings.RobotSettings;
import iyagi.systemd.ServiceManager;
import iyagi.time.Watch;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The robot in service, until it is told to end. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description =
        "Puts the robot into service: reads what it is asked to, remembers every session and reports"
            + " it to the library, until it is told to end (Ctrl-C).",
    footer = {
      "",
      "On a terminal: 'read bear' starts a story. " + Keys.HELP + ".",
      "",
      "Examples:",
      "  iyagi serve",
      "  iyagi serve --robot simulated --settings my-robot.yaml"
    })
final class ServeCommand implements Callable<Integer> {
  private final Desk desk;

  @Option(
      names = "--robot",
      paramLabel = "NAME",
      defaultValue = "",
      description =
          "Robot profile by name or file. Default: owl on a Raspberry Pi, a simulated owl elsewhere.")
  private String robot;

  @Option(
      names = "--sound",
      paramLabel = "WORDS",
      defaultValue = "",
      description =
          "Sound device whose name contains these words. Default: the one of the settings or the robot's"
              + " profile, else the first one; silence if there is none.")
  private String sound;

  @Option(
      names = "--settings",
      paramLabel = "FILE",
      defaultValue = "",
      description =
          "The robot's settings. Default: /etc/iyagi/iyagi.yaml, else firmware-config/iyagi.yaml.")
  private String file;

  @Option(
      names = "--resume",
      description =
          "Go on with the programme that was cut off by a power cut, from the page that it had reached.")
  private boolean resume;

  @Option(
      names = "--programme",
      paramLabel = "PLAN",
      defaultValue = "",
      description = "Begin this plan of the programme at once (see: iyagi programme).")
  private String plan;

  @Spec private CommandSpec spec;

  ServeCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() throws Exception {
    PrintWriter err = spec.commandLine().getErr();
    Optional<RobotProfile> profile = RobotAtHand.find(desk, robot, err);
    Optional<RobotSettings> settings = profile.flatMap(_ -> SettingsAtHand.find(desk, file, err));
    if (settings.isEmpty()) {
      return Exit.PROBLEM;
    }
    CountDownLatch end = new CountDownLatch(1);
    try (Goodbye goodbye = new Goodbye(end::countDown)) {
      return goodbye.endsWith(
          BodyAtHand.alone(desk, err, () -> serve(profile.get(), settings.get(), end)));
    }
  }

  private int serve(RobotProfile profile, RobotSettings settings, CountDownLatch end)
      throws InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    if (!restored(err)) {
      return Exit.PROBLEM;
    }
    Watch watch = Watch.system(settings.clockTrusted());
    try (Memory memory = desk.post().memory(desk.places().data(), watch, settings.zone())) {
      serve(profile, settings, watch, memory, end);
      return Exit.OK;
    } catch (Unkept trouble) {
      Complaint.say(err, "The robot cannot be put into service: " + trouble.getMessage() + ".");
      return Exit.PROBLEM;
    }
  }

  /** A backup that lies ready takes its place before anything is opened. */
  private boolean restored(PrintWriter err) {
    try {
      Restore.finish(desk.places().data())
          .ifPresent(
              aside ->
                  spec.commandLine()
                      .getOut()
                      .println(
                          "A backup has taken its place. What was there before is kept in "
                              + aside
                              + "."));
      return true;
    } catch (IOException e) {
      Complaint.say(
          err,
          "The robot cannot be put into service: the backup that lies ready in "
              + desk.places().data()
              + " cannot take its place: "
              + Reason.of(e)
              + ". Nothing is lost; start it again once that is mended.");
      return false;
    }
  }

  private void serve(
      RobotProfile profile, RobotSettings settings, Watch watch, Memory memory, CountDownLatch end)
      throws InterruptedException {
    Diary diary = new Diary(watch);
    try (Screen screen = new Screen(spec.commandLine().getOut(), false, diary::tell)) {
      memory
          .aside()
          .ifPresent(
              aside ->
                  screen.line(
                      "The robot's memory was damaged. It has been put aside as "
                          + aside
                          + " and a new one begun; please keep that file for whoever looks after the"
                          + " robot."));
      tidy(screen);
      new WordBook(desk).problems().forEach(screen::line);
      ServiceManager manager = ServiceManager.here();
      manager.runtimeFolder().ifPresent(folder -> note(folder, profile, screen));
      Keeping keeping = new Keeping(memory.sessions(), watch, settings.zone(), screen::line);
      ShelfWatch shelf = new ShelfWatch(desk);
      Service service = new Service(desk, profile, settings, keeping, watch, screen::line);
      List<Session> cutOff = memory.sessions().closeAbandoned(watch.now());
      cutOff.forEach(session -> screen.line(SessionLines.cutOff(session)));
      Buttons buttons = desk.hardware().buttons(profile);
      Cards cards = desk.hardware().cards(profile);
      Hands hands =
          new Hands(cards(screen), cards.tellsRemoval(), desk.clock(), service, screen::line);
      Readying readying =
          new Readying(desk, () -> service.phase() == PlayerState.Phase.IDLE, screen::line);
      service.whenTheShelfChanges(readying::look);
      service.preparedBy(readying::states);
      ProgrammeAtHand programme =
          ProgrammeAtHand.open(desk, settings, watch, memory, service, screen::line);
      Optional<Relay> relay = relay(settings, watch, memory, service, screen);
      try (Steps _ = new Steps("memory", keeping::await);
          service;
          Reading reading =
              new Reading(
                  desk,
                  profile,
                  SettingsAtHand.sound(sound, settings, profile),
                  new Reading.Watchers(
                      screen::line,
                      screen::show,
                      event -> {
                        service.heard(event);
                        hands.heard(event);
                        programme.teller().heard(event);
                        tell(event, screen);
                      }));
          Steps _ = relay.map(r -> new Steps("relay", r::await, r::leave)).orElseGet(Steps::none);
          Steps _ = new Steps("hands", hands::await);
          Steps _ = new Steps("shelf", most -> shelf.await(most, service));
          Steps _ = new Steps("wishes", service.wishes()::await);
          Steps _ = new Steps("readying", readying::await);
          buttons;
          cards) {
        service.take(reading::command, () -> reading.state().phase());
        hands.listen(buttons, cards);
        screen.line("In service: " + profile.title() + ". " + reading.devices());
        RobotAtHand.calibration(desk, profile).ifPresent(screen::line);
        screen.line(stories(service));
        if (!programme.cutOff()) {
          begin(memory, service, screen);
        }
        reading.missing().forEach(service.condition()::lost);
        RobotProfile make =
            RobotAtHand.make(desk, robot, spec.commandLine().getErr()).orElse(profile);
        Robot served =
            new Robot(
                desk,
                service,
                reading::scene,
                memory,
                profile,
                settings,
                watch,
                diary,
                () -> relay.map(Relay::standing),
                programme.keeper(),
                new InService(desk, make, reading.body()));
        try (Pages _ = Pages.open(served, screen::line, screen::secret);
            Steps _ = programme.watchTheClock(plan);
            Steps _ = new Steps("rehearsals", programme.rehearsals()::await);
            Supervision _ = new Supervision(manager, reading::beating, desk.clock())) {
          listen(reading, service, screen);
          end.await();
        }
        screen.line("Going out of service.");
      }
      keeping.step();
    }
  }

  /** Before the first servo is powered: who finds this program dead has to know them. */
  private static void note(Path folder, RobotProfile profile, Screen screen) {
    try {
      LastResort.note(folder, profile);
    } catch (IOException e) {
      screen.line(
          "The note for the service manager could not be left in "
              + folder
              + " ("
              + Reason.of(e)
              + "); if this program is killed, only the safety line lets the servos go.");
    }
  }

  private static void listen(Reading reading, Service service, Screen screen) {
    if (Terminal.present()) {
      Keys.listen(
          reading::command,
          words -> answer(service.start(words, 1, Kind.FREE, Optional.empty()), screen),
          screen);
    }
  }

  private Optional<Relay> relay(
      RobotSettings settings, Watch watch, Memory memory, Service service, Screen screen) {
    if (settings.reporting().isEmpty()) {
      screen.line(
          "Sessions are remembered on this robot and reported to nobody (see settings, report).");
      return Optional.empty();
    }
    RobotSettings.Reporting reporting = settings.reporting().get();
    memory
        .outbox()
        .desired()
        .flatMap(text -> Json.read(text, Incoming.Desired.class))
        .ifPresent(service::wish);
    Relay relay =
        new Relay(
            new Relay.Parts(
                new Identity(reporting.robot(), reporting.byServer(), desk.places().data()),
                memory.outbox(),
                desk.post().uplink(reporting.broker()),
                service,
                desk.clock(),
                watch,
                Tempo.USUAL,
                new SecureRandom(),
                screen::line));
    screen.line(
        "Sessions are reported to "
            + reporting.broker().words()
            + " as "
            + reporting.robot()
            + "; who confirms them: the "
            + (reporting.byServer() ? "library's server." : "broker."));
    return Optional.of(relay);
  }

  /** A story that was being replaced when the power went comes back. */
  private void tidy(Screen screen) {
    try {
      new Shelf(desk.places().added()).tidy();
    } catch (IOException e) {
      screen.line(
          "The folder of added stories, "
              + desk.places().added()
              + ", could not be put in order: "
              + Reason.of(e)
              + ". The stories in it are used as they are.");
    }
    try {
      Import.tidy(desk);
    } catch (IOException e) {
      screen.line(
          "Files that a power cut has left behind in "
              + desk.places().data()
              + "/incoming could not be removed: "
              + Reason.of(e)
              + ". They only take up room.");
    }
  }

  /** The list of cards; damaged lines in it are told and left out. */
  private CardBook cards(Screen screen) {
    try {
      CardBook book = CardBook.open(desk.places().cards());
      book.problems().forEach(screen::line);
      return book;
    } catch (IOException e) {
      throw new Unkept(
          "the list of cards, " + desk.places().cards() + ", cannot be used: " + Reason.of(e), e);
    }
  }

  private void begin(Memory memory, Service service, Screen screen) {
    Optional<Session> left = memory.sessions().resumable();
    if (left.isEmpty()) {
      if (resume) {
        screen.line("There is no programme that was cut off; nothing to go on with.");
      }
      return;
    }
    Session session = left.get();
    String name = session.title().story() + "." + session.title().language();
    if (resume) {
      answer(
          service.start(name, session.tally().page(), Kind.PROGRAMME, Optional.of(session.id())),
          screen);
    } else {
      screen.line(
          "The programme '"
              + session.title().title()
              + "' was cut off on page "
              + session.tally().page()
              + "; 'iyagi serve --resume' goes on with it.");
    }
  }

  private static void answer(Station.Answer answer, Screen screen) {
    answer.refusal().ifPresent(why -> screen.line("Not started: " + Refusals.words(why)));
  }

  private String stories(Service service) {
    int count = service.inventory().stories().size();
    return count == 0
        ? "There are no stories here yet."
        : Plural.of(count, "story", "stories") + " on this robot; see: iyagi stories";
  }

  private static void tell(PerformanceEvent event, Screen screen) {
    if (event instanceof PerformanceEvent.Ended(var ending)) {
      screen.line(Told.ending(ending));
    } else {
      Told.part(event).ifPresent(screen::line);
    }
  }
}
