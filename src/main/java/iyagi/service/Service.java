package iyagi.service;

import iyagi.performance.Command;
import iyagi.performance.PassageSource;
import iyagi.performance.PerformanceEvent;
import iyagi.performance.PlayerState;
import iyagi.report.Refusal;
import iyagi.report.Station.Answer;
import iyagi.score.Manner;
import iyagi.session.Keeping;
import iyagi.session.Kind;
import iyagi.session.Note;
import iyagi.session.Session;
import iyagi.session.SessionRecorder;
import iyagi.settings.RobotProfile;
import iyagi.time.Watch;
import iyagi.words.Sentence;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The robot in service: one player, commands from everywhere, sessions of all that is read. Any
 * thread.
 */
public final class Service implements AutoCloseable {
  private final Desk desk;
  private final RobotProfile profile;
  private final SessionRecorder recorder;
  private final Condition condition;
  private final Keeping keeping;
  private final Consumer<Sentence> tell;
  private final Loudness loudness;
  private final Stock stock;
  private final Set<Note.Part> broken = EnumSet.noneOf(Note.Part.class);
  private volatile Manner own = Manner.USUAL;
  private volatile Optional<Manner> planned = Optional.empty();
  private Consumer<Command> player = _ -> {};
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
      Desk desk, RobotProfile profile, Keeping keeping, Watch watch, Consumer<Sentence> tell) {
    this.desk = desk;
    this.profile = profile;
    this.keeping = keeping;
    this.tell = tell;
    recorder = new SessionRecorder(watch, keeping);
    condition = new Condition(watch, this::fault);
    loudness = new Loudness(desk.places().volume(), tell);
    stock = new Stock(desk, keeping);
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
    loudness.drive(commands);
  }

  /** How loud it is and may be. */
  public Loudness loudness() {
    return loudness;
  }

  /** The stories that are here. */
  public Stock stock() {
    return stock;
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

  /** Whether nothing is being read. Any thread. */
  boolean idle() {
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
  }

  private synchronized void fault(Condition.Part which, boolean failed) {
    Note.Part part =
        switch (which) {
          case SOUND -> Note.Part.SOUND;
          case SERVOS -> Note.Part.SERVOS;
          case LAMPS -> Note.Part.LAMPS;
          case BUTTONS, CARDS ->
              throw new IllegalArgumentException(which + " does not fail in a performance");
        };
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
    List<Sentence> wrong = new ArrayList<>();
    Optional<StoryAtHand> found =
        StoryAtHand.find(desk, words, wrong::add).map(each -> each.in(desk, own));
    if (found.isEmpty()) {
      tell.accept(notStarted(words, wrong));
      return Answer.refused(Refusal.HAS_MISTAKES);
    }
    Optional<Preparation> work = Preparation.forReading(desk, found.get(), () -> own, wrong::add);
    if (work.isEmpty()) {
      tell.accept(notStarted(words, wrong));
      return Answer.refused(Refusal.NEEDS_VOICE);
    }
    perform(found.get(), work.get(), page, Optional.of(new Memo(kind, resumes)));
    last = Optional.of(words);
    tell.accept(Told.opening(found.get().story(), profile));
    return Answer.DONE;
  }

  private static Sentence notStarted(String words, List<Sentence> wrong) {
    return Sentence.of(
        "'{0}' was not started: {1}", words, Sentence.joined(System.lineSeparator(), wrong));
  }

  /**
   * Says a few sentences that are no story and are not remembered, if nothing is being read.
   *
   * @return why it says nothing; empty if it does
   */
  public Optional<Silence> say(Locale language, List<String> sentences) {
    return say(language, sentences, loudness.now());
  }

  /**
   * The same at a volume, which stays; where nothing is said, it stays as it was.
   *
   * @param level 0 to 100; above what is allowed counts as that
   */
  public synchronized Optional<Silence> say(Locale language, List<String> sentences, int level) {
    if (bodyLent) {
      return Optional.of(Silence.BEING_ADJUSTED);
    }
    if (!idle()) {
      return Optional.of(Silence.READING);
    }
    List<Sentence> wrong = new ArrayList<>();
    StoryAtHand words = StoryAtHand.spoken(language, sentences);
    Optional<Preparation> work = Preparation.forReading(desk, words, () -> own, wrong::add);
    if (work.isEmpty()) {
      tell.accept(Sentence.joined(System.lineSeparator(), wrong));
      return Optional.of(Silence.NEEDS_VOICE);
    }
    var _ = loudness.set(level);
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

  /** The story that was read last; before the first, one that can be read. */
  public Optional<String> ready() {
    Optional<String> before;
    synchronized (this) {
      before = last;
    }
    return before.or(stock::first);
  }

  /** Parts that do not work now, as reports write them. Any thread. */
  public synchronized List<String> faults() {
    return broken.stream().map(Note.Part::word).toList();
  }
}
