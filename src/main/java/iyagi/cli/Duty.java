package iyagi.cli;

import iyagi.calibration.InService;
import iyagi.console.Robot;
import iyagi.input.Buttons;
import iyagi.input.Cards;
import iyagi.performance.PerformanceEvent;
import iyagi.performance.PlayerState;
import iyagi.report.Memory;
import iyagi.report.Relay;
import iyagi.report.Station;
import iyagi.service.Desk;
import iyagi.service.Diary;
import iyagi.service.FromAfar;
import iyagi.service.Hands;
import iyagi.service.Reading;
import iyagi.service.Readying;
import iyagi.service.Refusals;
import iyagi.service.Service;
import iyagi.service.ShelfWatch;
import iyagi.service.Steps;
import iyagi.service.Told;
import iyagi.session.Keeping;
import iyagi.session.Kind;
import iyagi.session.Session;
import iyagi.settings.RobotProfile;
import iyagi.settings.RobotSettings;
import iyagi.systemd.ServiceManager;
import iyagi.time.Watch;
import iyagi.words.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** The robot on duty: everything that runs from going into service until it is told to end. */
final class Duty {
  private final Desk desk;
  private final Setup setup;
  private final Memory memory;
  private final Watch watch;
  private final Diary diary;
  private final Screen screen;

  /**
   * Which robot it is and how it is set up.
   *
   * @param profile with what was measured of it
   * @param make as its profile has it
   */
  record Setup(RobotProfile profile, RobotProfile make, RobotSettings settings) {}

  /**
   * What was asked for on the command line.
   *
   * @param sound words of the sound device's name
   * @param resume whether a programme that was cut off goes on
   * @param plan of the programme that begins at once; "" for none
   */
  record Wishes(String sound, boolean resume, String plan) {}

  Duty(Desk desk, Setup setup, Memory memory, Watch watch, Diary diary, Screen screen) {
    this.desk = desk;
    this.setup = setup;
    this.memory = memory;
    this.watch = watch;
    this.diary = diary;
    this.screen = screen;
  }

  /** Is on duty until then, and has given everything back when it returns. */
  void until(CountDownLatch end, Wishes wishes) throws InterruptedException {
    Groundwork ground = new Groundwork(desk, screen::line);
    ground.lay(memory);
    ServiceManager manager = ServiceManager.here();
    manager.runtimeFolder().ifPresent(folder -> ground.note(folder, setup.profile()));
    Keeping keeping = new Keeping(memory.sessions(), watch, setup.settings().zone(), screen::line);
    ShelfWatch shelf = new ShelfWatch(desk);
    Service service = new Service(desk, setup.profile(), keeping, watch, screen::line);
    FromAfar station =
        new FromAfar(
            desk, service, setup.profile(), setup.settings(), keeping, watch, screen::line);
    List<Session> cutOff = memory.sessions().closeAbandoned(watch.now());
    cutOff.forEach(session -> screen.line(SessionLines.cutOff(session)));
    Buttons buttons = desk.hardware().buttons(setup.profile());
    Cards cards = desk.hardware().cards(setup.profile());
    Hands hands =
        new Hands(ground.cards(), cards.tellsRemoval(), desk.clock(), service, screen::line);
    Readying readying =
        new Readying(desk, () -> service.phase() == PlayerState.Phase.IDLE, screen::line);
    service.stock().whenItChanges(readying::look);
    service.stock().preparedBy(readying::states);
    ProgrammeAtHand programme =
        ProgrammeAtHand.open(desk, setup.settings(), watch, memory, service, screen::line);
    Optional<Relay> relay =
        Reports.open(desk, setup.settings(), watch, memory, station, screen::line);
    try (Steps _ = new Steps("memory", keeping::await);
        service;
        Reading reading =
            new Reading(
                desk,
                setup.profile(),
                wishes.sound(),
                new Reading.Watchers(
                    screen::line,
                    screen::show,
                    event -> {
                      service.heard(event);
                      hands.heard(event);
                      programme.teller().heard(event);
                      tell(event);
                    }));
        Steps _ = relay.map(r -> new Steps("relay", r::await, r::leave)).orElseGet(Steps::none);
        Steps _ = new Steps("hands", hands::await);
        Steps _ = new Steps("shelf", most -> shelf.await(most, service));
        Steps _ = new Steps("wishes", station.wishes()::await);
        Steps _ = new Steps("readying", readying::await);
        buttons;
        cards) {
      service.take(reading::command, () -> reading.state().phase());
      hands.listen(buttons, cards);
      screen.line(Sentence.of("In service: {0}. {1}", setup.profile().title(), reading.devices()));
      RobotAtHand.calibration(desk, setup.profile()).ifPresent(screen::line);
      screen.line(stories(service));
      if (!programme.cutOff()) {
        begin(service, wishes.resume());
      }
      reading.missing().forEach(service.condition()::lost);
      try (Pages _ =
              Pages.open(pages(service, reading, relay, programme), screen::line, screen::line);
          Steps _ = programme.watchTheClock(wishes.plan());
          Steps _ = new Steps("rehearsals", programme.rehearsals()::await);
          Supervision _ = new Supervision(manager, reading::beating, desk.clock())) {
        listen(reading, service);
        untilAsked(end);
      }
      screen.line(Sentence.of("Going out of service."));
    }
    keeping.step();
  }

  private Robot pages(
      Service service, Reading reading, Optional<Relay> relay, ProgrammeAtHand programme) {
    return new Robot(
        desk,
        service,
        reading::scene,
        memory,
        setup.profile(),
        setup.settings(),
        watch,
        diary,
        () -> relay.map(Relay::standing),
        programme.keeper(),
        new InService(desk, setup.make(), reading.body(), reading.sound()));
  }

  private void listen(Reading reading, Service service) {
    if (Terminal.present()) {
      Keys.listen(
          reading::command,
          words -> answer(service.start(words, 1, Kind.FREE, Optional.empty())),
          screen);
    }
  }

  private void begin(Service service, boolean resume) {
    Optional<Session> left = memory.sessions().resumable();
    if (left.isEmpty()) {
      if (resume) {
        screen.line(Sentence.of("There is no programme that was cut off; nothing to go on with."));
      }
      return;
    }
    Session session = left.get();
    String name = session.title().story() + "." + session.title().language();
    if (resume) {
      answer(
          service.start(name, session.tally().page(), Kind.PROGRAMME, Optional.of(session.id())));
    } else {
      screen.line(
          Sentence.of(
              "The programme '{0}' was cut off on page {1}; 'iyagi serve --resume' goes on with it.",
              session.title().title(), session.tally().page()));
    }
  }

  private void answer(Station.Answer answer) {
    answer
        .refusal()
        .ifPresent(why -> screen.line(Sentence.of("Not started: {0}", Refusals.words(why))));
  }

  private static Sentence stories(Service service) {
    int count = service.stock().inventory().stories().size();
    return switch (count) {
      case 0 -> Sentence.of("There are no stories here yet.");
      case 1 -> Sentence.of("1 story on this robot; see: iyagi stories");
      default -> Sentence.of("{0} stories on this robot; see: iyagi stories", count);
    };
  }

  private void tell(PerformanceEvent event) {
    if (event instanceof PerformanceEvent.Ended(var ending)) {
      screen.line(Told.ending(ending));
    } else {
      Told.part(event).ifPresent(screen::line);
    }
  }

  /** Interrupting the thread that serves is one way to ask. */
  private static void untilAsked(CountDownLatch end) {
    try {
      end.await();
    } catch (InterruptedException asked) {
      // Kept, it would keep the rest from being closed in order.
    }
  }
}
