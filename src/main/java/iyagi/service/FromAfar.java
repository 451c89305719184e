package iyagi.service;

import iyagi.library.FetchResult;
import iyagi.library.Installation;
import iyagi.library.PackageFetch;
import iyagi.library.PackageOrder;
import iyagi.library.Shelf;
import iyagi.performance.Command;
import iyagi.report.Incoming;
import iyagi.report.Outgoing;
import iyagi.report.Refusal;
import iyagi.report.Station;
import iyagi.session.Keeping;
import iyagi.session.Kind;
import iyagi.session.Note;
import iyagi.settings.RobotProfile;
import iyagi.settings.RobotSettings;
import iyagi.time.Watch;
import iyagi.words.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The robot in service as the library's server sees and commands it. Any thread. */
public final class FromAfar implements Station {
  private final Service service;
  private final RobotProfile profile;
  private final RobotSettings settings;
  private final Keeping keeping;
  private final Watch watch;
  private final Consumer<Sentence> tell;
  private final Shelf shelf;
  private final Wishes wishes;
  private volatile Incoming.Desired desired = new Incoming.Desired(0, null, null, null);

  /**
   * Of a robot in service.
   *
   * @param keeping where it is written down that something has been done
   * @param tell sentences for a librarian
   */
  public FromAfar(
      Desk desk,
      Service service,
      RobotProfile profile,
      RobotSettings settings,
      Keeping keeping,
      Watch watch,
      Consumer<Sentence> tell) {
    this.service = service;
    this.profile = profile;
    this.settings = settings;
    this.keeping = keeping;
    this.watch = watch;
    this.tell = tell;
    shelf = new Shelf(desk.places().added());
    wishes = new Wishes(desk.clock(), delivery());
  }

  @Override
  public void halt() {
    service.command(new Command.Halt());
  }

  @Override
  public Answer obey(Incoming.Command command) {
    Incoming.Args args = command.args();
    return switch (command.type()) {
      case "story.start" -> start(args);
      case "story.pause" -> reading(new Command.Pause());
      case "story.resume" -> reading(new Command.Resume());
      case "story.stop" -> reading(new Command.Stop());
      case "robot.halt" -> {
        halt();
        yield Answer.DONE;
      }
      case "volume.set" -> service.loudness().set(args.level());
      case "story.fetch" -> fetch(command.id(), args);
      default -> Answer.refused(Refusal.UNKNOWN_TYPE);
    };
  }

  private Answer reading(Command command) {
    if (service.idle()) {
      return Answer.refused(Refusal.NOT_READING);
    }
    service.command(command);
    return Answer.DONE;
  }

  private Answer start(Incoming.Args args) {
    boolean pageGood = args.page() == null || args.page() >= 1;
    if (args.story() == null || !pageGood) {
      return Answer.refused(Refusal.BAD_ARGS);
    }
    if (!OpeningHours.open(desired.openingHours(), watch.now(), settings.zone())) {
      return Answer.refused(Refusal.OUTSIDE_HOURS);
    }
    Optional<String> words = service.stock().named(args.story(), args.lang());
    return words.isPresent()
        ? service.start(
            words.get(),
            args.page() == null ? 1 : args.page(),
            Kind.of(String.valueOf(args.kind())),
            Optional.empty())
        : Answer.refused(Refusal.UNKNOWN_STORY);
  }

  private Answer fetch(String id, Incoming.Args args) {
    if (settings.packageKey().isEmpty()) {
      return Answer.refused(Refusal.NOT_ALLOWED);
    }
    if (args.url() == null || args.sha256() == null || args.signature() == null) {
      return Answer.refused(Refusal.BAD_ARGS);
    }
    PackageOrder order = new PackageOrder(args.url(), args.sha256(), args.signature());
    Thread.ofVirtual().name("fetch").start(() -> keeping.noted(new Note.Done(id, bring(order))));
    return Answer.ACCEPTED;
  }

  private boolean bring(PackageOrder order) {
    PackageFetch fetch =
        new PackageFetch(
            shelf,
            Names.vocabulary(),
            settings.packageKey().orElseThrow(),
            PackageFetch.Bounds.USUAL);
    return switch (fetch.fetch(order)) {
      case FetchResult.Fetched(Installation.Installed story) -> {
        service.stock().changed();
        tell.accept(Sentence.of("A story has come from the library: {0}.", story.id()));
        yield true;
      }
      case FetchResult.Failed(Sentence sentence, _) -> {
        tell.accept(sentence);
        yield false;
      }
    };
  }

  private Wishes.Delivery delivery() {
    return new Wishes.Delivery() {
      @Override
      public boolean has(String sha256) {
        return shelf.has(sha256);
      }

      @Override
      public boolean bring(PackageOrder order) {
        return FromAfar.this.bring(order);
      }
    };
  }

  @Override
  public void wish(Incoming.Desired wanted) {
    desired = wanted;
    service.loudness().allowedByLibrary(wanted.volumeMax());
    List<Incoming.Wanted> stories = wanted.stories() == null ? List.of() : wanted.stories();
    if (settings.packageKey().isPresent()) {
      wishes.wish(stories);
    } else if (!stories.isEmpty()) {
      tell.accept(
          Sentence.of(
              "The library wishes to send stories to this robot, but its settings name no"
                  + " package-key, so none is fetched."));
    }
  }

  /** The stories that the library wishes to be here; whoever runs the service gives it a thread. */
  public Wishes wishes() {
    return wishes;
  }

  @Override
  public String version() {
    return Release.version();
  }

  @Override
  public String profile() {
    return profile.id();
  }

  @Override
  public List<String> languages() {
    return service.stock().languages();
  }

  @Override
  public Outgoing.Inventory inventory() {
    return service.stock().inventory();
  }

  @Override
  public List<String> faults() {
    return service.faults();
  }

  @Override
  public double volumeCeilingDb() {
    return profile.volumeCeilingDb();
  }
}
