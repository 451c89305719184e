package iyagi.performance;

import iyagi.audio.AudioSink;
import iyagi.audio.Mixer;
import iyagi.audio.VolumeCurve;
import iyagi.performance.PerformanceEvent.Ending;
import iyagi.score.Passage;
import iyagi.score.Placed;
import iyagi.time.NanoClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Plays one story: takes commands, keeps the sink filled, and says where the listener is. One
 * thread calls {@link #step()}; commands may come from any thread and the snapshots may be read by
 * any.
 */
public final class Player {
  private final Feed feed;
  private final LentSound lent = new LentSound();
  private final NanoClock clock;
  private final Consumer<PerformanceEvent> events;
  private final BlockingQueue<Command> commands = new LinkedBlockingQueue<>();

  private volatile Stage stage;
  private volatile boolean halting;
  private final AtomicInteger halts = new AtomicInteger();
  private volatile PlayerState state = new PlayerState(PlayerState.Phase.IDLE, "", 0, -1);

  // All below belongs to the thread that steps.
  private Stage.Mode mode = Stage.Mode.IDLE;
  private Playhead playhead = Playhead.NOWHERE;
  private PassageSource story;
  private Passage current;
  private long currentLeft;
  private int next;
  private int heardPassage = -1;
  private int heardPage = -1;

  /** Heard now, or asked for and about to be. */
  private int page;

  /** A page that was turned by hand before its end was read; -1 if none was. */
  private int turnedEarly = -1;

  /** Whether the story ends behind the sentence that is on its way to the loudspeaker. */
  private boolean finishing;

  private boolean inSentence;
  private int begunPage;
  private boolean starved;
  private boolean sounded;
  private int unanswered;

  /**
   * A player that is idle.
   *
   * @param ceilingDb that no sample passes, in dB below full scale, -60 to 0
   * @param events told on the thread that steps
   */
  public Player(
      AudioSink sink, double ceilingDb, NanoClock clock, Consumer<PerformanceEvent> events) {
    this(sink, new Mixer(ceilingDb), clock, events);
  }

  /**
   * A player that is idle.
   *
   * @param mixer that everything goes through, and that nobody else uses
   * @param events told on the thread that steps
   */
  public Player(AudioSink sink, Mixer mixer, NanoClock clock, Consumer<PerformanceEvent> events) {
    feed = new Feed(sink, mixer);
    this.clock = clock;
    this.events = events;
    publish();
  }

  /**
   * Asks for something; it is done at the next step, at once if the player waits in {@link #await}.
   * Any thread.
   */
  public void command(Command command) {
    if (command instanceof Command.Halt) {
      halting = true;
      halts.incrementAndGet();
      feed.hush();
    }
    commands.add(command);
  }

  /**
   * Whether a halt has been asked for and not been done yet: others need not wait for this thread.
   */
  boolean halting() {
    return halting;
  }

  /** How often a halt has been asked for. Any thread. */
  int halts() {
    return halts.get();
  }

  /** What the player does. Any thread. */
  public PlayerState state() {
    return state;
  }

  Stage stage() {
    return stage;
  }

  /** The passages queued last, on the axis of {@link #heardSeconds()}. Any thread. */
  public List<Placed> placed() {
    return stage.playhead().placed();
  }

  /** How much sound has been heard since the sink was opened, in seconds. Any thread. */
  public double heardSeconds() {
    return Playhead.seconds(stage.heard().getAsLong());
  }

  /** Takes commands as they come for at most the time given, then a step. */
  public void await(Duration most) throws InterruptedException {
    Command command = commands.poll(most.toNanos(), TimeUnit.NANOSECONDS);
    if (command != null && halting) {
      giveUp(command);
    } else if (command != null) {
      obey(command);
    }
    step();
  }

  /** One step: commands, sound, and what has been heard since the last step. Never waits. */
  public void step() {
    if (halting) {
      haltFirst();
    }
    for (Command command = commands.poll(); command != null; command = commands.poll()) {
      obey(command);
    }
    if (mode == Stage.Mode.ACTING) {
      fill();
      listen();
    } else if (!halting && lent.feed()) {
      feed.drop();
    }
    publish();
  }

  /**
   * Makes the robot safe when the thread that steps ends, for whatever reason: silence, and the
   * body let go.
   */
  public void abandon() {
    mode = Stage.Mode.HALTED;
    playhead = Playhead.NOWHERE;
    story = null;
    lent.takeBack();
    publish();
    feed.dropIfThere();
  }

  /** A halt goes before everything that was asked for earlier, and that is void. */
  private void haltFirst() {
    Command command = commands.poll();
    while (command != null && !(command instanceof Command.Halt)) {
      giveUp(command);
      command = commands.poll();
    }
    end(Ending.HALTED);
    halting = false;
  }

  /** How loud it is from now on is no wish of the moment: what is read next must not be louder. */
  private void giveUp(Command command) {
    if (command instanceof Command.Volume || command instanceof Command.Loudness) {
      obey(command);
    } else if (command instanceof Command.Lend(SoundGuest to)) {
      to.taken();
    }
  }

  private void obey(Command command) {
    switch (command) {
      case Command.Start(PassageSource wanted, int passage) -> start(wanted, passage);
      case Command.Halt _ -> end(Ending.HALTED);
      case Command.Stop _ -> end(Ending.STOPPED);
      case Command.Finish _ -> finishing = story != null;
      case Command.Pause _ -> pause();
      case Command.Resume _ -> goOn();
      case Command.Next _ -> next();
      case Command.TurnPage _ -> turned();
      case Command.Again _ -> turnTo(page);
      case Command.Previous _ -> turnTo(page - 1);
      case Command.Choose(boolean left) -> choose(left);
      case Command.Volume(int level) -> feed.volume(level);
      case Command.Loudness(VolumeCurve curve) -> feed.curve(curve);
      case Command.Lend(SoundGuest to) -> lend(to);
    }
  }

  private void start(PassageSource wanted, int passage) {
    if (story != null) {
      end(Ending.STOPPED);
    }
    lent.takeBack();
    story = wanted;
    sounded = false;
    finishing = false;
    unanswered = 0;
    mode = Stage.Mode.ACTING;
    feed.resume();
    jump(passage);
    feed.fadeIn();
    events.accept(new PerformanceEvent.Started(wanted));
  }

  private void lend(SoundGuest to) {
    if (story != null) {
      to.taken();
      return;
    }
    lent.lend(to);
    feed.resume();
    feed.drop();
  }

  private void pause() {
    if (mode == Stage.Mode.ACTING) {
      feed.hold();
      mode = Stage.Mode.PAUSED;
      events.accept(new PerformanceEvent.Paused());
    }
  }

  private void resume() {
    if (mode == Stage.Mode.PAUSED) {
      feed.resume();
      mode = Stage.Mode.ACTING;
      events.accept(new PerformanceEvent.Resumed());
    }
  }

  /** Whoever lets the reading go on at the end of a page of a printed book has turned it. */
  private void goOn() {
    if (mode == Stage.Mode.PAUSED && atPageTurn()) {
      turned();
    } else {
      resume();
    }
  }

  private void next() {
    Optional<Passage> heard = heard();
    if (story != null && heard.isPresent() && heard.get().kind() instanceof Passage.Kind.Patience) {
      resume();
      events.accept(new PerformanceEvent.QuestionAnswered(heard.get().number()));
      jump(heard.get().number() + 1);
    } else if (atPageTurn() || (story != null && turnedEarly != page && story.turnedByHand(page))) {
      turned();
    } else {
      turnTo(page + 1);
    }
  }

  private boolean atPageTurn() {
    return story != null
        && heard().map(passage -> passage.kind() instanceof Passage.Kind.PageTurn).orElse(false);
  }

  private void turned() {
    if (atPageTurn()) {
      resume();
      jump(heard().orElseThrow().number() + 1);
    } else if (story != null && story.turnedByHand(page)) {
      resume();
      turnedEarly = page;
    }
  }

  /** Goes to a page; before the first is the first, behind the last is the end. */
  private void turnTo(int page) {
    if (story == null) {
      return;
    }
    resume();
    int passage = Route.firstOf(story, page);
    if (passage < story.count()) {
      jump(passage);
    } else {
      end(Ending.COMPLETED);
    }
  }

  private void choose(boolean left) {
    heard()
        .ifPresent(
            passage -> {
              if (passage.kind() instanceof Passage.Kind.Choosing choosing) {
                int page = left ? choosing.left() : choosing.right();
                unanswered = 0;
                events.accept(new PerformanceEvent.Chosen(page, true));
                turnTo(page);
              }
            });
  }

  /** Drops what is on its way to the loudspeaker and goes on at another passage. */
  private void jump(int passage) {
    feed.drop();
    playhead = Playhead.NOWHERE;
    current = null;
    next = passage;
    page = story != null && passage < story.count() ? story.page(passage) : 0;
    starved = false;
    turnedEarly = -1;
    inSentence = false;
    heardPassage = -1;
    heardPage = -1;
  }

  private void end(Ending ending) {
    lent.takeBack();
    boolean halted = ending == Ending.HALTED;
    if (halted) {
      mode = Stage.Mode.HALTED;
    } else if (mode != Stage.Mode.HALTED) {
      mode = Stage.Mode.IDLE;
    }
    jump(0);
    publish();
    if (story != null) {
      story = null;
      events.accept(new PerformanceEvent.Ended(ending));
    }
  }

  private void fill() {
    int room = feed.room();
    while (room > 0 && !halting && mode == Stage.Mode.ACTING && (current != null || begin())) {
      int count = (int) Math.min(Math.min(room, Feed.BLOCK_FRAMES), currentLeft);
      write(count);
      room -= count;
      currentLeft -= count;
      if (currentLeft == 0) {
        finish();
      }
    }
    if (starved && !atTheEnd()) {
      write(feed.pause());
    }
  }

  private void write(int count) {
    if (count > 0) {
      feed.write(count);
      if (!sounded) {
        sounded = true;
        events.accept(new PerformanceEvent.Sounding());
      }
    }
  }

  private boolean atTheEnd() {
    return next >= story.count() || (finishing && !(inSentence && story.page(next) == begunPage));
  }

  /** Takes up the next passage, if there is one and it is ready. */
  private boolean begin() {
    if (atTheEnd()) {
      return false;
    }
    Optional<Passage> ready = story.passage(next);
    if (ready.isEmpty()) {
      if (!starved) {
        starved = true;
        events.accept(new PerformanceEvent.WaitingForSpeech(next));
      }
      return false;
    }
    starved = false;
    if (ready.get().kind() instanceof Passage.Kind.PageTurn && turnedEarly == story.page(next)) {
      turnedEarly = -1;
      next++;
      return begin();
    }
    current = ready.get();
    inSentence = SentenceEnd.open(current, inSentence);
    begunPage = current.page();
    currentLeft = Feed.frames(current.length());
    playhead = playhead.queue(feed.written(), current);
    feed.queue(current, story, events);
    return true;
  }

  /** The current passage has been written to its end. */
  private void finish() {
    if (current.kind() instanceof Passage.Kind.Choosing(_, _, int otherwise)) {
      unanswered++;
      events.accept(new PerformanceEvent.Chosen(otherwise, false));
    }
    next = Route.after(story, current, unanswered);
    current = null;
  }

  /** Tells what has come to be heard since the last step. */
  private void listen() {
    heard()
        .filter(passage -> passage.number() != heardPassage)
        .ifPresent(
            passage -> {
              heardPassage = passage.number();
              page = passage.page();
              if (passage.page() != heardPage) {
                heardPage = passage.page();
                if (heardPage > 0) {
                  events.accept(new PerformanceEvent.PageReached(heardPage));
                }
              }
              tell(passage);
            });
    if (atTheEnd() && current == null && feed.isHeardOut()) {
      end(next >= story.count() ? Ending.COMPLETED : Ending.STOPPED);
    }
  }

  private void tell(Passage passage) {
    if (passage.kind() instanceof Passage.Kind.PageTurn && turnedEarly == passage.page()) {
      // Turned while the end of the page was on its way to the loudspeaker already.
      turned();
      return;
    }
    Arrival.at(passage).forEach(events);
  }

  private Optional<Passage> heard() {
    return playhead.at(feed.heard());
  }

  private void publish() {
    stage = new Stage(mode, playhead, feed::heard, clock.nanos());
    state =
        new PlayerState(
            PlayerState.Phase.of(mode, heard()),
            story == null ? "" : story.title(),
            Math.max(0, heardPage),
            heardPassage);
  }
}
