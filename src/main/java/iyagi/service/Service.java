package iyagi.service;

import iyagi.input.CardId;
import iyagi.input.PrintedCard;
import iyagi.library.FetchResult;
import iyagi.library.Installation;
import iyagi.library.PackageFetch;
import iyagi.library.PackageOrder;
import iyagi.library.Shelf;
import iyagi.performance.Command;
import iyagi.performance.PassageSource;
import iyagi.performance.PerformanceEvent;
import iyagi.performance.PlayerState;
import iyagi.report.Incoming;
import iyagi.report.Outgoing;
import iyagi.report.Refusal;
import iyagi.report.Station;
import iyagi.score.Manner;
import iyagi.session.Keeping;
import iyagi.session.Kind;
import iyagi.session.Note;
import iyagi.session.Session;
import iyagi.session.SessionRecorder;
import iyagi.settings.RobotProfile;
import iyagi.settings.RobotSettings;
import iyagi.settings.UsualVolume;
import iyagi.settings.VolumeFile;
import iyagi.speech.SpeechEngine.Support;
import iyagi.time.Watch;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The robot in service: one player, commands from everywhere, sessions of all that is read. Any
 * thread.
 */
public final class Service implements Station, AutoCloseable {
  private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.KOREAN);
  private static final int LOUDEST = 100;

  private final Desk desk;
  private final RobotProfile profile;
  private final RobotSettings settings;
  private final SessionRecorder recorder;
  private final Condition condition;
  private final Keeping keeping;
  private final Watch watch;
  private final Consumer<String> tell;
  private final Wishes wishes;
  private final Set<Note.Part> broken = EnumSet.noneOf(Note.Part.class);
  private volatile Outgoing.Inventory inventory;
  private volatile Incoming.Desired desired = new Incoming.Desired(0, null, null, null);
  private volatile UsualVolume usual;
  private volatile int level;
  private volatile Manner own = Manner.USUAL;
  private volatile Optional<Manner> planned = Optional.empty();
  private Consumer<Command> player = _ -> {};
  private final ReentrantLock shelf = new ReentrantLock();
  private volatile Runnable shelfChanged = () -> {};
  private volatile Supplier<Map<String, Readying.State>> readiness = Map::of;
  private Supplier<PlayerState.Phase> phase = () -> PlayerState.Phase.IDLE;
  private Optional<Preparation> reading = Optional.empty();
  private Optional<String> last = Optional.empty();
  private volatile Optional<Aloud> aloud = Optional.empty();
  private volatile Optional<PassageSource> awaited = Optional.empty();
  private volatile boolean bodyLent;

  /**
   * A robot that reads nothing yet.
   *
   * @param keeping where sessions are written down
   * @param tell sentences for a librarian
   */
  public Service(
      Desk desk,
      RobotProfile profile,
      RobotSettings settings,
      Keeping keeping,
      Watch watch,
      Consumer<String> tell) {
    this.desk = desk;
    this.profile = profile;
    this.settings = settings;
    this.keeping = keeping;
    this.watch = watch;
    this.tell = tell;
    recorder = new SessionRecorder(watch, keeping);
    condition = new Condition(watch);
    usual = usual(desk, tell);
    level = usual.usual();
    inventory = Shelved.inventory(desk);
    wishes = new Wishes(desk.clock(), delivery());
  }

  private static UsualVolume usual(Desk desk, Consumer<String> tell) {
    VolumeFile.Result read = VolumeFile.read(desk.places().volume());
    read.problems().forEach(tell);
    if (!read.problems().isEmpty()) {
      tell.accept(
          "With which volume this robot begins cannot be read; it speaks at most half as loud as it"
              + " could until that is set anew on the page Robot.");
    }
    return read.volume();
  }

  /** Nothing more of a story is prepared; what has begun is waited for a little. */
  @Override
  public synchronized void close() {
    reading.ifPresent(Preparation::end);
  }

  /** Gives it the player that it commands. */
  public synchronized void take(Consumer<Command> commands, Supplier<PlayerState.Phase> state) {
    player = commands;
    phase = state;
    if (allowed() < LOUDEST) {
      player.accept(new Command.Volume(allowed()));
    }
  }

  /** Has somebody told when stories come or go. */
  public void whenTheShelfChanges(Runnable told) {
    shelfChanged = told;
  }

  /** Tells it who knows how far every story is prepared. */
  public void preparedBy(Supplier<Map<String, Readying.State>> states) {
    readiness = states;
  }

  /** How far every story is prepared, by the name of its edition. Any thread. */
  public Map<String, Readying.State> readiness() {
    return readiness.get();
  }

  /** How its parts are. */
  public Condition condition() {
    return condition;
  }

  /** Asks the player for something. */
  public void command(Command command) {
    if (command instanceof Command.Halt) {
      awaited = Optional.empty();
    }
    player.accept(command);
  }

  /**
   * Lends the body to somebody who measures it; nothing is started until {@link #bodyIsBack}.
   *
   * @return why not; empty if it is lent
   */
  public synchronized Optional<Silence> lendBody() {
    if (bodyLent) {
      return Optional.of(Silence.BEING_ADJUSTED);
    }
    if (awaited.isPresent() || !idle()) {
      return Optional.of(Silence.READING);
    }
    bodyLent = true;
    return Optional.empty();
  }

  /** The body has been given back. Any thread. */
  public void bodyIsBack() {
    bodyLent = false;
  }

  /** Whether somebody measures the body. Any thread. */
  public boolean beingAdjusted() {
    return bodyLent;
  }

  private boolean idle() {
    return switch (phase.get()) {
      case IDLE, HALTED -> true;
      case READING, PAUSED, WAITING -> false;
    };
  }

  /** What the player does. */
  public PlayerState.Phase phase() {
    return phase.get();
  }

  /** Takes what happens in the performance. */
  // The very object that the player was given: two stories may be alike in all else.
  @SuppressWarnings("ReferenceEquality")
  public void heard(PerformanceEvent event) {
    if (event instanceof PerformanceEvent.Started(PassageSource begun)) {
      awaited = awaited.filter(source -> source != begun);
    }
    recorder.heard(event);
    condition.heard(event);
    switch (event) {
      case PerformanceEvent.MotionLost _ -> fault(Note.Part.SERVOS, true);
      case PerformanceEvent.MotionBack _ -> fault(Note.Part.SERVOS, false);
      case PerformanceEvent.LightLost _ -> fault(Note.Part.LAMPS, true);
      case PerformanceEvent.LightBack _ -> fault(Note.Part.LAMPS, false);
      case PerformanceEvent.SoundLost _ -> fault(Note.Part.SOUND, true);
      case PerformanceEvent.SoundBack _ -> fault(Note.Part.SOUND, false);
      case PerformanceEvent.JointRests _,
          PerformanceEvent.Started _,
          PerformanceEvent.Sounding _,
          PerformanceEvent.PageReached _,
          PerformanceEvent.LineReached _,
          PerformanceEvent.QuestionAsked _,
          PerformanceEvent.QuestionAnswered _,
          PerformanceEvent.PageEnded _,
          PerformanceEvent.ChoiceOffered _,
          PerformanceEvent.Chosen _,
          PerformanceEvent.Paused _,
          PerformanceEvent.Resumed _,
          PerformanceEvent.WaitingForSpeech _,
          PerformanceEvent.SoundMissing _,
          PerformanceEvent.Ended _ -> {}
    }
  }

  private synchronized void fault(Note.Part part, boolean failed) {
    if (failed ? broken.add(part) : broken.remove(part)) {
      keeping.noted(failed ? new Note.Failed(part) : new Note.Works(part));
    }
  }

  /**
   * Starts a story.
   *
   * @param words a story as a person names it
   * @param page to begin with, from 1
   * @param resumes the session that it goes on with, if it does
   */
  public synchronized Answer start(String words, int page, Kind kind, Optional<String> resumes) {
    if (bodyLent) {
      return Answer.refused(Refusal.BEING_ADJUSTED);
    }
    if (desk.library().named(words).isEmpty()) {
      return Answer.refused(Refusal.UNKNOWN_STORY);
    }
    StringJoiner wrong = new StringJoiner(System.lineSeparator());
    Optional<StoryAtHand> found =
        StoryAtHand.find(desk, words, wrong::add).map(each -> each.in(desk, own));
    if (found.isEmpty()) {
      tell.accept("'" + words + "' was not started: " + wrong);
      return Answer.refused(Refusal.HAS_MISTAKES);
    }
    Optional<Preparation> work = Preparation.forReading(desk, found.get(), () -> own, wrong::add);
    if (work.isEmpty()) {
      tell.accept("'" + words + "' was not started: " + wrong);
      return Answer.refused(Refusal.NEEDS_VOICE);
    }
    perform(found.get(), work.get(), page, Optional.of(new Memo(kind, resumes)));
    last = Optional.of(words);
    tell.accept(Told.opening(found.get().story(), profile));
    return Answer.DONE;
  }

  /**
   * Says a few sentences that are no story and are not remembered, if nothing is being read.
   *
   * @return why it says nothing; empty if it does
   */
  public synchronized Optional<Silence> say(Locale language, List<String> sentences) {
    if (bodyLent) {
      return Optional.of(Silence.BEING_ADJUSTED);
    }
    if (!idle()) {
      return Optional.of(Silence.READING);
    }
    StringJoiner wrong = new StringJoiner(System.lineSeparator());
    StoryAtHand words = StoryAtHand.spoken(language, sentences);
    Optional<Preparation> work = Preparation.forReading(desk, words, () -> own, wrong::add);
    if (work.isEmpty()) {
      tell.accept(wrong.toString());
      return Optional.of(Silence.NEEDS_VOICE);
    }
    var _ = perform(words, work.get(), 1, Optional.empty());
    return Optional.empty();
  }

  /** Why the robot says nothing. */
  public enum Silence {
    /** It is reading. */
    READING,
    /** Nobody here speaks that language. */
    NEEDS_VOICE,
    /** Somebody is measuring it. */
    BEING_ADJUSTED
  }

  /** What was started last, be it a story or a few sentences. Any thread. */
  public Optional<Aloud> aloud() {
    return aloud;
  }

  /** How loud it is, 0 to {@link #loudest}. Any thread. */
  public int volume() {
    return allowed();
  }

  /** How loud it may be: 100, or less if the library or its people say so. Any thread. */
  public int loudest() {
    return Math.min(usual.most(), loudestForLibrary());
  }

  /** How loud the library's server lets it be: 100 where that says nothing. Any thread. */
  public int loudestForLibrary() {
    Integer most = desired.volumeMax();
    return most == null ? LOUDEST : Math.clamp(most, 0, LOUDEST);
  }

  /** The volume with which it begins, and the most that can be set. Any thread. */
  public UsualVolume usualVolume() {
    return usual;
  }

  /**
   * Keeps another usual volume, and is as loud from now on.
   *
   * @throws IOException if it cannot be kept; then everything is as it was
   */
  public synchronized void usualVolume(UsualVolume wanted) throws IOException {
    VolumeFile.write(desk.places().volume(), wanted);
    usual = wanted;
    var _ = volume(wanted.usual());
  }

  /**
   * How a reading is remembered.
   *
   * @param id of its session
   * @param resumes the session that it goes on with, if it does
   */
  record Memo(String id, Kind kind, Optional<String> resumes) {
    Memo(Kind kind, Optional<String> resumes) {
      this(SessionRecorder.newId(), kind, resumes);
    }
  }

  /**
   * Starts what is at hand.
   *
   * @param memo how it is remembered; empty for not at all
   * @return what the player is given, to know it by
   */
  synchronized PassageSource perform(
      StoryAtHand story, Preparation work, int page, Optional<Memo> memo) {
    PassageSource source = work.forPlayer();
    memo.ifPresent(
        to ->
            recorder.expect(
                to.id(),
                source,
                to.kind(),
                Shelved.title(story.edition(), story.story()),
                to.resumes()));
    work.start();
    aloud = Optional.of(new Aloud(story.edition(), story.story(), memo.map(Memo::kind), source));
    awaited = Optional.of(source);
    player.accept(new Command.Start(source, firstOf(source, page)));
    reading.ifPresent(Preparation::close);
    reading = Optional.of(work);
    return source;
  }

  /** The session that is being read, if one is. Any thread. */
  public Optional<Session> session() {
    return recorder.open();
  }

  private static int firstOf(PassageSource source, int page) {
    int passage = 0;
    while (page > 1 && passage < source.count() - 1 && source.page(passage) < page) {
      passage++;
    }
    return passage;
  }

  @Override
  public void halt() {
    command(new Command.Halt());
  }

  @Override
  public Answer obey(Incoming.Command command) {
    Incoming.Args args = command.args();
    return switch (command.type()) {
      case "story.start" -> startFromAfar(args);
      case "story.pause" -> reading(new Command.Pause());
      case "story.resume" -> reading(new Command.Resume());
      case "story.stop" -> reading(new Command.Stop());
      case "robot.halt" -> {
        halt();
        yield Answer.DONE;
      }
      case "volume.set" -> volume(args.level());
      case "story.fetch" -> fetch(command.id(), args);
      default -> Answer.refused(Refusal.UNKNOWN_TYPE);
    };
  }

  private Answer reading(Command command) {
    if (idle()) {
      return Answer.refused(Refusal.NOT_READING);
    }
    player.accept(command);
    return Answer.DONE;
  }

  private Answer startFromAfar(Incoming.Args args) {
    boolean pageGood = args.page() == null || args.page() >= 1;
    if (args.story() == null || !pageGood) {
      return Answer.refused(Refusal.BAD_ARGS);
    }
    if (!OpeningHours.open(desired.openingHours(), watch.now(), settings.zone())) {
      return Answer.refused(Refusal.OUTSIDE_HOURS);
    }
    // Only what stands on this robot's shelves: a path would be a stranger's look at its disk.
    Optional<String> words =
        Shelved.words(desk.library().editions(), inventory, args.story(), args.lang());
    return words.isPresent()
        ? start(
            words.get(),
            args.page() == null ? 1 : args.page(),
            Kind.of(String.valueOf(args.kind())),
            Optional.empty())
        : Answer.refused(Refusal.UNKNOWN_STORY);
  }

  /**
   * How loud, from now on.
   *
   * @param wanted 0 to 100; above what the library allows counts as that
   */
  public Answer volume(Integer wanted) {
    if (wanted == null || wanted < 0 || wanted > LOUDEST) {
      return Answer.refused(Refusal.BAD_ARGS);
    }
    level = wanted;
    player.accept(new Command.Volume(allowed()));
    return Answer.DONE;
  }

  /**
   * How stories are given: as the plan under way has it, else as somebody has said last. Any
   * thread.
   */
  public Manner manner() {
    return planned.orElse(own);
  }

  /** Whether that is so because a plan has it. Any thread. */
  public boolean mannerPlanned() {
    return planned.isPresent();
  }

  /**
   * Gives what a plan asks for in its manner, until this is called again or a person says
   * otherwise. What people start themselves is never given in it.
   *
   * @param wanted empty for the robot's own
   */
  void suit(Optional<Manner> wanted) {
    planned = wanted;
  }

  /**
   * Gives stories in another manner until somebody says otherwise or the robot goes out of service,
   * also for the rest of a plan that had one of its own: from the next sentence on, and its
   * headings from the next story on. Any thread.
   */
  public void manner(Manner wanted) {
    own = wanted;
    planned = Optional.empty();
  }

  /** One step of the volume's buttons, up or down. */
  public void louder(int by) {
    var _ = volume(Math.clamp(level + by, 0, LOUDEST));
  }

  /** The story of a printed card, as a person names it; empty if it is none or not here. */
  Optional<String> printed(CardId card) {
    return PrintedCard.is(card)
        ? Shelved.printed(desk.library().editions(), inventory, card)
        : Optional.empty();
  }

  /** The story that was read last; before the first, one that can be read. */
  public synchronized Optional<String> ready() {
    return last.or(
        () ->
            inventory.stories().stream()
                .filter(story -> languages().contains(story.lang()))
                .map(Outgoing.Shelved::id)
                .findFirst());
  }

  private int allowed() {
    return Math.min(level, loudest());
  }

  private Answer fetch(String id, Incoming.Args args) {
    if (settings.packageKey().isEmpty()) {
      return Answer.refused(Refusal.NOT_ALLOWED);
    }
    if (args.url() == null || args.sha256() == null || args.signature() == null) {
      return Answer.refused(Refusal.BAD_ARGS);
    }
    PackageOrder order = new PackageOrder(args.url(), args.sha256(), args.signature());
    Thread.ofVirtual().name("fetch").start(() -> fetch(order, id));
    return Answer.ACCEPTED;
  }

  private void fetch(PackageOrder order, String command) {
    keeping.noted(new Note.Done(command, bring(order)));
  }

  private boolean bring(PackageOrder order) {
    PackageFetch fetch =
        new PackageFetch(
            new Shelf(desk.places().added()),
            Names.vocabulary(),
            settings.packageKey().orElseThrow(),
            PackageFetch.Bounds.USUAL);
    return switch (fetch.fetch(order)) {
      case FetchResult.Fetched(Installation.Installed story) -> {
        installed(story);
        yield true;
      }
      case FetchResult.Failed(String sentence, _) -> {
        tell.accept(sentence);
        yield false;
      }
    };
  }

  private Wishes.Delivery delivery() {
    return new Wishes.Delivery() {
      @Override
      public boolean has(String sha256) {
        return new Shelf(desk.places().added()).has(sha256);
      }

      @Override
      public boolean bring(PackageOrder order) {
        return Service.this.bring(order);
      }
    };
  }

  private void installed(Installation.Installed story) {
    shelfChanged();
    tell.accept("A story has come from the library: " + story.id() + ".");
  }

  /**
   * Stories have come to the shelf or left it: the library is told, and speech is prepared. Any
   * thread.
   */
  public void shelfChanged() {
    look(true);
  }

  /** Looks whether stories have come or gone without a word, as {@link ShelfWatch} suspects. */
  void lookAtTheShelf() {
    look(false);
  }

  /** Does not hold up a story that is being started meanwhile. */
  private void look(boolean sure) {
    shelf.lock();
    try {
      Outgoing.Inventory before = inventory;
      Outgoing.Inventory now = Shelved.inventory(desk);
      if (sure || !now.equals(before)) {
        inventory = now;
        Shelved.changes(before, now).forEach(keeping::noted);
        shelfChanged.run();
      }
    } finally {
      shelf.unlock();
    }
  }

  @Override
  public void wish(Incoming.Desired wanted) {
    desired = wanted;
    player.accept(new Command.Volume(allowed()));
    List<Incoming.Wanted> stories = wanted.stories() == null ? List.of() : wanted.stories();
    if (settings.packageKey().isPresent()) {
      wishes.wish(stories);
    } else if (!stories.isEmpty()) {
      tell.accept(
          "The library wishes to send stories to this robot, but its settings name no package-key,"
              + " so none is fetched.");
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
    return LANGUAGES.stream()
        .filter(language -> !(desk.engine().supports(language) instanceof Support.Silent))
        .map(Locale::toLanguageTag)
        .toList();
  }

  @Override
  public Outgoing.Inventory inventory() {
    return inventory;
  }

  @Override
  public synchronized List<String> faults() {
    return broken.stream().map(Note.Part::word).toList();
  }

  @Override
  public double volumeCeilingDb() {
    return profile.volumeCeilingDb();
  }
}
